use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer, Tokens, merged, redacted};

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

async fn client() -> TestClient {
    let pool = TestServer::start().pool_with(json!({ "AliasAttributes": ["email"] })).await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.client().await
}

/// The right answer to a new challenge.
async fn right_answer(client: &TestClient, name: &str) -> Value {
    let srp = SrpClient::new([5; 32]);
    let challenge = client.srp_begin(&srp, name).await.ok();
    client.srp_responses(&srp, &challenge, PASSWORD)
}

async fn prove(client: &TestClient, responses: Value) -> Answer {
    client.respond("PASSWORD_VERIFIER", None, responses).await
}

#[tokio::test]
async fn the_right_signature_gives_tokens() {
    let client = client().await;
    let answer = prove(&client, right_answer(&client, "alice@example.com").await).await.ok();
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
    let tokens = Tokens::of(&answer);
    client.server().get_user(&tokens.access).await.ok();
    client.refresh(&tokens.refresh).await.ok();
}

/// Clients send back the username from the challenge or the one that was typed, with or without a
/// session.
#[tokio::test]
async fn clients_differ_in_what_they_send() {
    let client = client().await;
    for name in ["alice", "alice@example.com"] {
        let responses =
            merged(right_answer(&client, "alice@example.com").await, json!({ "USERNAME": name }));
        prove(&client, responses).await.ok();
    }
    let responses = right_answer(&client, "alice").await;
    client.respond("PASSWORD_VERIFIER", Some("AYABeAAAAAAAAAAAAAAAAAAA"), responses).await.ok();
    let surplus =
        json!({ "DEVICE_KEY": "eu-west-1_0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88", "NEW_KEY": "x" });
    prove(&client, merged(right_answer(&client, "alice").await, surplus)).await.ok();
}

#[tokio::test]
async fn any_other_answer_is_a_wrong_password() {
    let client = client().await;
    client.pool.confirmed_user("bob").await;
    client.srp("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    let other = right_answer(&client, "alice").await["PASSWORD_CLAIM_SECRET_BLOCK"].clone();
    for change in [
        json!({ "PASSWORD_CLAIM_SIGNATURE": "AAAA" }),
        json!({ "PASSWORD_CLAIM_SIGNATURE": "not base64!" }),
        json!({ "PASSWORD_CLAIM_SECRET_BLOCK": other }),
        json!({ "USERNAME": "bob" }),
        json!({ "USERNAME": "nobody" }),
    ] {
        client.server().advance_seconds(60);
        let responses = merged(right_answer(&client, "alice").await, change);
        prove(&client, responses).await.refused(WRONG.0, WRONG.1);
    }
}

#[tokio::test]
async fn the_timestamp_must_be_well_formed_and_recent() {
    let client = client().await;
    let malformed = "TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.";
    // The server's clock reads 2026-03-04 05:06:07; the day has no leading zero.
    for timestamp in [
        "Wed Mar 04 05:06:07 UTC 2026",
        "2026-03-04T05:06:07Z",
        "Wed Mrz 4 05:06:07 UTC 2026",
        "now",
    ] {
        let responses =
            merged(right_answer(&client, "alice").await, json!({ "TIMESTAMP": timestamp }));
        prove(&client, responses).await.refused("InvalidParameterException", malformed);
    }
    let far = merged(
        right_answer(&client, "alice").await,
        json!({ "TIMESTAMP": "Wed Mar 4 06:06:07 UTC 2026" }),
    );
    prove(&client, far).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn failures_lock_the_user_out() {
    let client = client().await;
    for _ in 0..5 {
        client.srp("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    }
    let locked = ("NotAuthorizedException", "Password attempts exceeded");
    client.srp("alice", PASSWORD).await.refused(locked.0, locked.1);
    client.password("alice@example.com", PASSWORD).await.refused(locked.0, locked.1);
    client.server().advance_seconds(1);
    client.srp("alice", PASSWORD).await.ok();
}

#[tokio::test]
async fn the_state_of_the_user_is_checked() {
    let client = client().await;
    client.sign_up("carol", &[]).await.ok();
    client.srp("carol", "wrong").await.refused(WRONG.0, WRONG.1);
    let unconfirmed = ("UserNotConfirmedException", "User is not confirmed.");
    client.srp("carol", PASSWORD).await.refused(unconfirmed.0, unconfirmed.1);
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    for password in ["wrong", PASSWORD] {
        legacy.srp("carol", password).await.refused(unconfirmed.0, unconfirmed.1);
    }
    client.pool.invited_user("dave", &[]).await;
    assert_eq!(client.srp("dave", PASSWORD).await.ok()["ChallengeName"], "NEW_PASSWORD_REQUIRED");
    client.server().advance_seconds(7 * 86_400 + 1);
    let expired = "Temporary password has expired and must be reset by an administrator.";
    client.srp("dave", PASSWORD).await.refused("NotAuthorizedException", expired);
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let client = client().await.pool.client_with(json!({ "GenerateSecret": true })).await;
    let id = &client.id;
    let hash = |name: &str| client.secret_hash(name);
    let srp = SrpClient::new([5; 32]);
    let begin =
        json!({ "USERNAME": "alice", "SRP_A": srp.public_hex(), "SECRET_HASH": hash("alice") });
    let challenge = client.initiate("USER_SRP_AUTH", begin).await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    let missing = format!("Client {id} is configured for secret but secret was not received");
    prove(&client, responses.clone()).await.refused("NotAuthorizedException", &missing);
    let wrong = format!("Unable to verify secret hash for client {id}");
    let with = |hash: String| merged(responses.clone(), json!({ "SECRET_HASH": hash }));
    prove(&client, with(hash("bob"))).await.refused("NotAuthorizedException", &wrong);
    // Neither attempt has used up the challenge.
    prove(&client, with(hash("alice"))).await.ok();
    // The hash is over the name as typed.
    let alias = "alice@example.com";
    let begin = json!({ "USERNAME": alias, "SRP_A": srp.public_hex(), "SECRET_HASH": hash(alias) });
    let challenge = client.initiate("USER_SRP_AUTH", begin).await.ok();
    let typed = json!({ "USERNAME": alias, "SECRET_HASH": hash(alias) });
    let responses = merged(client.srp_responses(&srp, &challenge, PASSWORD), typed);
    prove(&client, responses).await.ok();
}

#[tokio::test]
async fn an_srp_sign_in_takes_four_exponentiations_and_one_commit() {
    let client = client().await;
    let (answer, work) = client.server().work_of(client.srp("alice", PASSWORD)).await;
    answer.ok();
    assert_eq!((work.store.commits, work.signatures, work.argon2), (1, 2, 0));
    assert!(work.powers <= 4, "{work:?}");
}

/// Reported only to callers who know the password.
#[tokio::test]
async fn a_required_password_reset_is_reported() {
    let client = client().await;
    client.pool.call("AdminResetUserPassword", json!({ "Username": "alice" })).await.ok();
    let text = "Password reset required for the user";
    prove(&client, right_answer(&client, "alice").await)
        .await
        .refused("PasswordResetRequiredException", text);
}
