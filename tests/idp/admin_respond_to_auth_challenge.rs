use serde_json::{Value, json};
use testkit::{
    Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens, merged, redacted,
};

const NEW: &str = "Another-Horse-2";
const INVALID: &str = "InvalidParameterException";
const UNKNOWN: &str = "ResourceNotFoundException";
const DENIED: &str = "NotAuthorizedException";
const WRONG: &str = "Incorrect username or password.";

async fn client_of(pool: &TestPool) -> TestClient {
    let flows = [
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    ];
    pool.client_with(json!({ "ExplicitAuthFlows": flows })).await
}

/// A client of a pool with these settings, and an invited user.
async fn invited(settings: Value) -> TestClient {
    let pool = TestServer::start().pool_with(settings).await;
    pool.invited_user("alice", &[]).await;
    client_of(&pool).await
}

async fn session(client: &TestClient) -> String {
    session_of(client.admin_password("alice", PASSWORD).await)
}

fn session_of(challenge: Answer) -> String {
    challenge.ok()["Session"].as_str().unwrap().to_owned()
}

async fn choose(client: &TestClient, session: &str, password: &str) -> Answer {
    client.admin_respond("NEW_PASSWORD_REQUIRED", Some(session), chosen(password)).await
}

fn chosen(password: &str) -> Value {
    json!({ "USERNAME": "alice", "NEW_PASSWORD": password })
}

#[tokio::test]
async fn a_new_password_confirms_and_signs_in() {
    let client = invited(json!({})).await;
    let session = session(&client).await;
    let answer = choose(&client, &session, NEW).await.ok();
    let expected = json!({
        "AuthenticationResult": {
            "AccessToken": "<jwt>",
            "ExpiresIn": 3600,
            "IdToken": "<jwt>",
            "RefreshToken": "<refresh token>",
            "TokenType": "Bearer",
        },
        "ChallengeParameters": {},
    });
    assert_eq!(redacted(&answer, &[]), expected);
    client.server().get_user(&Tokens::of(&answer).access).await.ok();
    assert_eq!(client.pool.user("alice").await["UserStatus"], "CONFIRMED");
    choose(&client, &session, NEW)
        .await
        .refused(DENIED, "Invalid session for the user, session can only be used once.");
    client.admin_password("alice", PASSWORD).await.refused(DENIED, WRONG);
    client.server().deep_doctor().await;
}

/// A session or secret block of one pair of operations is worth nothing to the other, like one of
/// another client.
#[tokio::test]
async fn each_pair_of_operations_answers_its_own_challenges() {
    let client = invited(json!({})).await;
    let admins = session(&client).await;
    let publics = session_of(client.password("alice", PASSWORD).await);
    let invalid = "Invalid session for the user.";
    let answer = client.respond("NEW_PASSWORD_REQUIRED", Some(&admins), chosen(NEW)).await;
    answer.refused(DENIED, invalid);
    choose(&client, &publics, NEW).await.refused(DENIED, invalid);
    // Neither is spent.
    choose(&client, &admins, NEW).await.ok();
    let body = json!({ "Username": "alice", "Password": PASSWORD });
    client.pool.call("AdminSetUserPassword", body).await.ok();
    let publics = session_of(client.password("alice", PASSWORD).await);
    client.respond("NEW_PASSWORD_REQUIRED", Some(&publics), chosen(NEW)).await.ok();

    let srp = SrpClient::new([7; 32]);
    let begin = json!({ "USERNAME": "alice", "SRP_A": srp.public_hex() });
    let challenge = client.admin_initiate("USER_SRP_AUTH", begin).await.ok();
    let admins = client.srp_responses(&srp, &challenge, NEW);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let publics = client.srp_responses(&srp, &challenge, NEW);
    client.respond("PASSWORD_VERIFIER", None, admins.clone()).await.refused(DENIED, WRONG);
    let answer = client.admin_respond("PASSWORD_VERIFIER", None, publics.clone()).await;
    answer.refused(DENIED, WRONG);
    Tokens::of(&client.admin_respond("PASSWORD_VERIFIER", None, admins).await.ok());
    Tokens::of(&client.respond("PASSWORD_VERIFIER", None, publics).await.ok());
}

#[tokio::test]
async fn a_wrong_signature_counts_as_a_failure() {
    let client = invited(json!({})).await;
    client.pool.set_password("alice", NEW).await;
    for number in 1..=5 {
        let srp = SrpClient::new([number; 32]);
        let begin = json!({ "USERNAME": "alice", "SRP_A": srp.public_hex() });
        let challenge = client.admin_initiate("USER_SRP_AUTH", begin).await.ok();
        let responses = client.srp_responses(&srp, &challenge, "wrong");
        client.admin_respond("PASSWORD_VERIFIER", None, responses).await.refused(DENIED, WRONG);
    }
    client.password("alice", NEW).await.refused(DENIED, "Password attempts exceeded");
}

#[tokio::test]
async fn a_weak_password_leaves_the_session_usable() {
    let client = invited(json!({})).await;
    let session = session(&client).await;
    let text = "Password does not conform to policy: Password not long enough";
    choose(&client, &session, "Sh0rt-!").await.refused("InvalidPasswordException", text);
    choose(&client, &session, NEW).await.ok();
}

#[tokio::test]
async fn recent_passwords_cannot_be_chosen_again() {
    let client =
        invited(json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 2 } } })).await;
    let used = ("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    let first = session(&client).await;
    choose(&client, &first, PASSWORD).await.refused(used.0, used.1);
    choose(&client, &first, NEW).await.ok();
    let body = json!({ "Username": "alice", "Password": "Temporary-Horse-3" });
    client.pool.call("AdminSetUserPassword", body).await.ok();
    let second = session_of(client.admin_password("alice", "Temporary-Horse-3").await);
    for old in [NEW, "Temporary-Horse-3"] {
        choose(&client, &second, old).await.refused(used.0, used.1);
    }
    choose(&client, &second, PASSWORD).await.ok();
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn a_taken_preferred_username_is_refused() {
    let pool =
        TestServer::start().pool_with(json!({ "AliasAttributes": ["preferred_username"] })).await;
    pool.invited_user("alice", &[("preferred_username", "ace")]).await;
    pool.invited_user("bob", &[("preferred_username", "ace")]).await;
    pool.set_password("bob", NEW).await;
    let client = client_of(&pool).await;
    let session = session(&client).await;
    let taken = "An account with the given preferred_username already exists.";
    choose(&client, &session, NEW).await.refused("AliasExistsException", taken);
    assert_eq!(pool.user("alice").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
}

#[tokio::test]
async fn a_session_belongs_to_one_client_and_user_and_expires() {
    let client = invited(json!({})).await;
    let begun = session(&client).await;
    let other = client_of(&client.pool).await;
    choose(&other, &begun, NEW).await.refused(DENIED, "Invalid session for the user.");
    let of_bob = merged(chosen(NEW), json!({ "USERNAME": "bob" }));
    let answer = client.admin_respond("NEW_PASSWORD_REQUIRED", Some(&begun), of_bob).await;
    answer.refused(DENIED, "Invalid session for the user.");
    let none = client.admin_respond("NEW_PASSWORD_REQUIRED", None, chosen(NEW)).await;
    none.refused(DENIED, "Invalid session for the user.");
    client.server().advance_seconds(180);
    choose(&client, &begun, NEW)
        .await
        .refused(DENIED, "Invalid session for the user, session is expired.");
}

#[tokio::test]
async fn a_missing_response_is_named() {
    let client = invited(json!({})).await;
    for (challenge, first) in
        [("NEW_PASSWORD_REQUIRED", "USERNAME"), ("PASSWORD_VERIFIER", "USERNAME")]
    {
        let text = format!("Missing required parameter {first}");
        client.admin_respond(challenge, None, json!({})).await.refused(INVALID, &text);
    }
    let only_name = json!({ "USERNAME": "alice" });
    let answer = client.admin_respond("NEW_PASSWORD_REQUIRED", None, only_name).await;
    answer.refused(INVALID, "Missing required parameter NEW_PASSWORD");
}

/// Challenges that are never issued cannot be answered.
#[tokio::test]
async fn other_challenges_are_refused() {
    let client = invited(json!({})).await;
    for challenge in
        ["SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP", "CUSTOM_CHALLENGE", "ADMIN_NO_SRP_AUTH"]
    {
        let text = format!("{challenge} is not supported by this server.");
        let answer = client.admin_respond(challenge, None, json!({ "USERNAME": "alice" })).await;
        answer.refused("InvalidUserPoolConfigurationException", &text);
    }
}

/// A trigger that was configured after the challenge began is not bypassed.
#[tokio::test]
async fn a_configured_trigger_refuses_the_answer() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let client = invited(json!({ "LambdaConfig": { "PostAuthentication": arn } })).await;
    let text = "PostAuthentication invocation failed due to error not supported by this server.";
    let (answer, work) =
        client.server().work_of(choose(&client, "AYABeAAAAAAAAAAAAAAAAAAA", NEW)).await;
    answer.refused("UnexpectedLambdaException", text);
    assert_eq!(work.store.commits, 0);
}

#[tokio::test]
async fn unknown_pools_and_clients_are_named() {
    let client = invited(json!({})).await;
    let session = session(&client).await;
    let call = async |pool: &str, id: &str| {
        let body = json!({
            "UserPoolId": pool,
            "ClientId": id,
            "ChallengeName": "NEW_PASSWORD_REQUIRED",
            "ChallengeResponses": chosen(NEW),
            "Session": session,
        });
        client.server().call("AdminRespondToAuthChallenge", body).await
    };
    let text = "User pool eu-west-1_Unknown00 does not exist.";
    call("eu-west-1_Unknown00", &client.id).await.refused(UNKNOWN, text);
    call(&client.pool.id, "unknown")
        .await
        .refused(UNKNOWN, "User pool client unknown does not exist.");
    let elsewhere = client.server().pool().await;
    let foreign = format!("User pool client {} does not exist.", client.id);
    call(&elsewhere.id, &client.id).await.refused(UNKNOWN, &foreign);
    call(&client.pool.id, &client.id).await.ok();
}

#[tokio::test]
async fn limits_match_the_model() {
    let text = "3 validation errors detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null; \
                Value at 'clientId' failed to satisfy constraint: Member must not be null; \
                Value null at 'challengeName' failed to satisfy constraint: Member must not be null";
    TestServer::start().call("AdminRespondToAuthChallenge", json!({})).await.refused(INVALID, text);
}
