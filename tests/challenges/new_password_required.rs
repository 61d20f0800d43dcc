use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestPool, TestServer, Tokens, merged, redacted};

const NEW: &str = "Another-Horse-2";
const INVALID: &str = "InvalidParameterException";
const DENIED: &str = "NotAuthorizedException";

async fn pool() -> TestPool {
    let schema = json!([
        { "Name": "email", "Required": true },
        { "Name": "name", "Required": true },
        { "Name": "tenant", "AttributeDataType": "String", "Mutable": false },
    ]);
    TestServer::start().pool_with(json!({ "Schema": schema })).await
}

/// The challenge session of a sign-in with the temporary password.
async fn session(client: &TestClient) -> String {
    let challenge = client.password("alice", PASSWORD).await.ok();
    challenge["Session"].as_str().unwrap().to_owned()
}

async fn choose(client: &TestClient, session: &str, over: Value) -> Answer {
    let responses = merged(json!({ "USERNAME": "alice", "NEW_PASSWORD": NEW }), over);
    client.respond("NEW_PASSWORD_REQUIRED", Some(session), responses).await
}

#[tokio::test]
async fn the_challenge_lists_the_missing_attributes() {
    let pool = pool().await;
    pool.invited_user("alice", &[("email", "alice@example.com"), ("custom:tenant", "42")]).await;
    let challenge = pool.client().await.password("alice", PASSWORD).await.ok();
    let expected = json!({
        "ChallengeName": "NEW_PASSWORD_REQUIRED",
        "ChallengeParameters": {
            "USER_ID_FOR_SRP": "alice",
            "requiredAttributes": r#"["userAttributes.name"]"#,
            "userAttributes": r#"{"email":"alice@example.com","email_verified":"false"}"#,
        },
        "Session": "<session>",
    });
    assert_eq!(redacted(&challenge, &[]), expected);
}

#[tokio::test]
async fn a_new_password_confirms_and_signs_in() {
    let pool = pool().await;
    let client = pool.client().await;
    let sub = pool.invited_user("alice", &[("email", "alice@example.com")]).await;
    let session = session(&client).await;
    pool.server.advance_seconds(60);
    let answer = choose(&client, &session, json!({ "userAttributes.name": "Alice" })).await.ok();
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
    let user = pool.user("alice").await;
    let attributes = json!([
        { "Name": "sub", "Value": sub },
        { "Name": "email", "Value": "alice@example.com" },
        { "Name": "email_verified", "Value": "false" },
        { "Name": "name", "Value": "Alice" },
    ]);
    assert_eq!((&user["UserStatus"], &user["UserAttributes"]), (&json!("CONFIRMED"), &attributes));
    pool.server.get_user(&Tokens::of(&answer).access).await.ok();
    client.password("alice", PASSWORD).await.refused(DENIED, "Incorrect username or password.");
    client.password("alice", NEW).await.ok();
    choose(&client, &session, json!({}))
        .await
        .refused(DENIED, "Invalid session for the user, session can only be used once.");
    pool.server.deep_doctor().await;
}

/// The session stays valid until a password is accepted.
#[tokio::test]
async fn a_weak_password_may_be_followed_by_a_better_one() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.invited_user("alice", &[]).await;
    let session = session(&client).await;
    for (password, rule) in [
        ("Sh0rt-!", "Password not long enough"),
        ("lower-case-1", "Password must have uppercase characters"),
        ("UPPER-CASE-1", "Password must have lowercase characters"),
        ("No-Number", "Password must have numeric characters"),
        ("NoSymbol1", "Password must have symbol characters"),
    ] {
        let text = format!("Password does not conform to policy: {rule}");
        choose(&client, &session, json!({ "NEW_PASSWORD": password }))
            .await
            .refused("InvalidPasswordException", &text);
    }
    assert_eq!(pool.user("alice").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
    choose(&client, &session, json!({})).await.ok();
}

#[tokio::test]
async fn attributes_can_be_given_only_once() {
    let pool = pool().await;
    let client = pool.client().await;
    pool.invited_user("alice", &[("email", "alice@example.com"), ("custom:tenant", "42")]).await;
    let session = session(&client).await;
    choose(&client, &session, json!({}))
        .await
        .refused(INVALID, "Invalid attributes given, name is missing");
    let provided =
        json!({ "userAttributes.name": "Alice", "userAttributes.email": "alice@example.com" });
    choose(&client, &session, provided)
        .await
        .refused(DENIED, "Cannot modify an already provided email");
    for (name, value, text) in [
        ("email_verified", "true", "Cannot modify the non-mutable attribute email_verified"),
        ("sub", "me", "Cannot modify the non-mutable attribute sub"),
        ("custom:tenant", "43", "Cannot modify the non-mutable attribute custom:tenant"),
    ] {
        let over =
            json!({ "userAttributes.name": "Alice", format!("userAttributes.{name}"): value });
        choose(&client, &session, over).await.refused(INVALID, text);
    }
    choose(&client, &session, json!({ "userAttributes.name": "Alice", "SRP_A": "surplus" }))
        .await
        .ok();
}

#[tokio::test]
async fn a_session_is_required_and_expires() {
    let pool = TestServer::start().pool().await;
    let client = pool.client_with(json!({ "AuthSessionValidity": 5 })).await;
    pool.invited_user("alice", &[]).await;
    let responses = json!({ "USERNAME": "alice", "NEW_PASSWORD": NEW });
    let none = client.respond("NEW_PASSWORD_REQUIRED", None, responses).await;
    none.refused(DENIED, "Invalid session for the user.");
    let session = session(&client).await;
    choose(&client, &session, json!({ "USERNAME": "bob" }))
        .await
        .refused(DENIED, "Invalid session for the user.");
    pool.server.advance_seconds(300);
    let aged = choose(&client, &session, json!({})).await;
    aged.refused(DENIED, "Invalid session for the user, session is expired.");
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool().await;
    pool.invited_user("alice", &[]).await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let id = &client.id;
    let hash = client.secret_hash("alice");
    let begin = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": hash });
    let challenge = client.initiate("USER_PASSWORD_AUTH", begin).await.ok();
    let session = challenge["Session"].as_str().unwrap();
    let missing = format!("Client {id} is configured for secret but secret was not received");
    choose(&client, session, json!({})).await.refused(DENIED, &missing);
    let wrong = format!("Unable to verify secret hash for client {id}");
    choose(&client, session, json!({ "SECRET_HASH": "d3Jvbmc=" })).await.refused(DENIED, &wrong);
    choose(&client, session, json!({ "SECRET_HASH": hash })).await.ok();
}

#[tokio::test]
async fn recent_passwords_cannot_be_chosen_again() {
    let history = json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 1 } } });
    let pool = TestServer::start().pool_with(history).await;
    let client = pool.client().await;
    pool.invited_user("alice", &[]).await;
    let session = session(&client).await;
    let same = choose(&client, &session, json!({ "NEW_PASSWORD": PASSWORD })).await;
    same.refused("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    choose(&client, &session, json!({})).await.ok();
}

/// After the first sign-in the preferred username can be used to sign in, by whoever takes it
/// first.
#[tokio::test]
async fn a_taken_preferred_username_is_refused() {
    let pool =
        TestServer::start().pool_with(json!({ "AliasAttributes": ["preferred_username"] })).await;
    let client = pool.client().await;
    pool.invited_user("alice", &[("preferred_username", "ace")]).await;
    pool.invited_user("bob", &[("preferred_username", "ace")]).await;
    pool.set_password("bob", NEW).await;
    let session = session(&client).await;
    let taken = "An account with the given preferred_username already exists.";
    choose(&client, &session, json!({})).await.refused("AliasExistsException", taken);
    assert_eq!(pool.user("alice").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
    choose(&client, &session, json!({ "userAttributes.preferred_username": "first" })).await.ok();
    assert_eq!(pool.user("first").await["Username"], "alice");
    assert_eq!(pool.user("ace").await["Username"], "bob");
    pool.server.deep_doctor().await;
}
