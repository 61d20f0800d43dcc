use serde_json::json;
use testkit::{Answer, PASSWORD, TestClient, TestServer};

const CODE: &str = "135790";
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");

async fn client() -> TestClient {
    let server = TestServer::builder().fixed_code(CODE).start();
    let settings = json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] });
    server.pool_with(settings).await.client().await
}

async fn sign_up(client: &TestClient, name: &str, email: &str) {
    client.sign_up(name, &[("email", email)]).await.ok();
}

async fn confirm_by_force(client: &TestClient, name: &str) -> Answer {
    client
        .call(
            "ConfirmSignUp",
            json!({ "Username": name, "ConfirmationCode": CODE, "ForceAliasCreation": true }),
        )
        .await
}

#[tokio::test]
async fn confirms_the_user_and_verifies_the_address() {
    let client = client().await;
    sign_up(&client, "alice", "alice@example.com").await;
    client
        .password("alice", PASSWORD)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    client.server().advance_seconds(60);
    assert_eq!(client.confirm("alice", CODE).await.ok(), json!({}));
    let user = client.pool.user("alice").await;
    let verified = json!({ "Name": "email_verified", "Value": "true" });
    assert!(user["UserAttributes"].as_array().unwrap().contains(&verified), "{user}");
    assert_eq!(
        (&user["UserStatus"], &user["UserLastModifiedDate"]),
        (&json!("CONFIRMED"), &json!(1_772_600_827.089))
    );
    client.tokens("alice").await;
    client.tokens("alice@example.com").await;
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn a_wrong_code_leaves_the_right_one() {
    let client = client().await;
    sign_up(&client, "alice", "alice@example.com").await;
    for code in ["000000", "13579", "1357900", "x"] {
        client.confirm("alice", code).await.refused(WRONG.0, WRONG.1);
    }
    assert_eq!(client.pool.user("alice").await["UserStatus"], "UNCONFIRMED");
    client.confirm("alice", CODE).await.ok();
}

#[tokio::test]
async fn a_code_is_valid_for_a_day() {
    let client = client().await;
    for (name, seconds) in [("alice", 86_399), ("bob", 86_400)] {
        sign_up(&client, name, &format!("{name}@example.com")).await;
        client.server().advance_seconds(seconds);
        let answer = client.confirm(name, CODE).await;
        if name == "alice" { drop(answer.ok()) } else { answer.refused(EXPIRED.0, EXPIRED.1) }
    }
}

#[tokio::test]
async fn without_a_code_nothing_is_confirmed() {
    let client = client().await;
    client.sign_up("alice", &[]).await.ok();
    client.confirm("alice", CODE).await.refused(WRONG.0, WRONG.1);
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    legacy.confirm("alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
}

#[tokio::test]
async fn a_user_can_be_confirmed_only_once() {
    let client = client().await;
    sign_up(&client, "alice", "alice@example.com").await;
    client.confirm("alice", CODE).await.ok();
    client.confirm("alice", CODE).await.refused(EXPIRED.0, EXPIRED.1);
    client.pool.invited_user("bob", &[]).await;
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    for (name, status) in [("alice", "CONFIRMED"), ("bob", "FORCE_CHANGE_PASSWORD")] {
        let text = format!("User cannot be confirmed. Current status is {status}");
        legacy.confirm(name, CODE).await.refused("NotAuthorizedException", &text);
    }
}

#[tokio::test]
async fn a_disabled_user_cannot_be_confirmed() {
    let client = client().await;
    sign_up(&client, "alice", "alice@example.com").await;
    client.pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    client.confirm("alice", CODE).await.refused("NotAuthorizedException", "User is disabled.");
    assert_eq!(client.pool.user("alice").await["UserStatus"], "UNCONFIRMED");
}

#[tokio::test]
async fn an_unknown_user_looks_like_a_wrong_code_except_to_legacy_clients() {
    let client = client().await;
    client.confirm("nobody", CODE).await.refused(WRONG.0, WRONG.1);
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    let text = "Username/client id combination not found.";
    legacy.confirm("nobody", CODE).await.refused("UserNotFoundException", text);
}

#[tokio::test]
async fn fifteen_attempts_are_allowed_an_hour() {
    let client = client().await;
    sign_up(&client, "alice", "alice@example.com").await;
    for _ in 0..15 {
        client.confirm("alice", "000000").await.refused(WRONG.0, WRONG.1);
    }
    client.confirm("alice", CODE).await.refused(LIMIT.0, LIMIT.1);
    client.server().advance_seconds(3_599);
    client.confirm("alice", CODE).await.refused(LIMIT.0, LIMIT.1);
    client.server().advance_seconds(1);
    client.confirm("alice", CODE).await.ok();
}

/// Two users may claim an address; the first to confirm it holds it, unless it is moved by force.
#[tokio::test]
async fn an_alias_is_moved_only_by_force() {
    let client = client().await;
    sign_up(&client, "alice", "shared@example.com").await;
    sign_up(&client, "bob", "shared@example.com").await;
    client.confirm("alice", CODE).await.ok();
    let taken = "An account with the given email already exists.";
    client.confirm("bob", CODE).await.refused("AliasExistsException", taken);
    assert_eq!(client.pool.user("bob").await["UserStatus"], "UNCONFIRMED");
    assert_eq!(client.pool.user("shared@example.com").await["Username"], "alice");
    confirm_by_force(&client, "bob").await.ok();
    assert_eq!(client.pool.user("shared@example.com").await["Username"], "bob");
    let unverified = json!({ "Name": "email_verified", "Value": "false" });
    assert!(
        client.pool.user("alice").await["UserAttributes"].as_array().unwrap().contains(&unverified)
    );
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let client = client().await.pool.client_with(json!({ "GenerateSecret": true })).await;
    let confirm = |hash: Option<String>| {
        client.call(
            "ConfirmSignUp",
            json!({ "Username": "alice", "ConfirmationCode": CODE, "SecretHash": hash }),
        )
    };
    let id = &client.id;
    let missing = format!("Client {id} is configured for secret but secret was not received");
    confirm(None).await.refused("NotAuthorizedException", &missing);
    let wrong = format!("Unable to verify secret hash for client {id}");
    let other = client.secret_hash("bob");
    confirm(Some(other)).await.refused("NotAuthorizedException", &wrong);
    let right = client.secret_hash("alice");
    confirm(Some(right)).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn an_unknown_client_is_named() {
    let body = json!({ "ClientId": "unknown", "Username": "alice", "ConfirmationCode": CODE });
    let answer = TestServer::start().call("ConfirmSignUp", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = client().await;
    let text = "2 validation errors detected: Value at 'username' failed to satisfy constraint: Member must not be null; \
                Value null at 'confirmationCode' failed to satisfy constraint: Member must not be null";
    client.call("ConfirmSignUp", json!({})).await.refused("InvalidParameterException", text);
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: \
                Member must have length less than or equal to 128";
    client.confirm(&"a".repeat(128), CODE).await.refused(WRONG.0, WRONG.1);
    client.confirm(&"a".repeat(129), CODE).await.refused("InvalidParameterException", text);
}
