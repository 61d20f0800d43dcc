use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer};

const OTHER: &str = "Another-Horse-2";
const DENIED: &str = "NotAuthorizedException";
const INVALID: &str = "InvalidParameterException";
const RESET: (&str, &str) =
    ("PasswordResetRequiredException", "Password reset required for the user");
const EMAIL: &[(&str, &str)] = &[("email", "alice@example.com"), ("email_verified", "true")];

async fn client_of(settings: Value) -> TestClient {
    let client = TestServer::start().pool_with(settings).await.client().await;
    client.pool.confirmed_user_with("alice", EMAIL).await;
    client
}

async fn reset(pool: &TestPool, name: &str) -> Answer {
    pool.call("AdminResetUserPassword", json!({ "Username": name, "ClientMetadata": { "a": "b" } }))
        .await
}

async fn confirm(client: &TestClient, code: &str) -> Answer {
    let body = json!({ "Username": "alice", "ConfirmationCode": code, "Password": OTHER });
    client.call("ConfirmForgotPassword", body).await
}

#[tokio::test]
async fn the_user_must_choose_a_new_password() {
    let client = client_of(json!({ "AliasAttributes": ["email"] })).await;
    let server = client.server();
    let tokens = client.tokens("alice").await;
    server.advance_seconds(60);
    assert_eq!(reset(&client.pool, "alice@example.com").await.ok(), json!({}));
    let user = client.pool.user("alice").await;
    assert_eq!(
        (&user["UserStatus"], &user["UserLastModifiedDate"]),
        (&json!("RESET_REQUIRED"), &json!(1_772_600_827.089))
    );
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    // Only the right password reveals that it must be reset.
    for client in [&client, &legacy] {
        client.password("alice", PASSWORD).await.refused(RESET.0, RESET.1);
        client.srp("alice", PASSWORD).await.refused(RESET.0, RESET.1);
        client.password("alice", "wrong").await.refused(DENIED, "Incorrect username or password.");
    }
    server.get_user(&tokens.access).await.refused(RESET.0, RESET.1);
    client.refresh(&tokens.refresh).await.refused(RESET.0, RESET.1);
    let sent = server.messages().await;
    assert_eq!(sent.len(), 1);
    let code = server.code_for("alice@example.com").await;
    assert_eq!(sent[0].message.body, format!("Your verification code is {code}. "));
    confirm(&client, &code).await.ok();
    assert_eq!(client.pool.user("alice").await["UserStatus"], "CONFIRMED");
    client.password("alice", OTHER).await.ok();
    server.get_user(&tokens.access).await.refused(DENIED, "Access Token has been revoked");
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_new_code_replaces_the_old_one() {
    let client = client_of(json!({})).await;
    let server = client.server();
    client.call("ForgotPassword", json!({ "Username": "alice" })).await.ok();
    let first = server.code_for("alice@example.com").await;
    server.advance_seconds(1);
    reset(&client.pool, "alice").await.ok();
    let second = server.code_for("alice@example.com").await;
    server.advance_seconds(1);
    // A second reset, then a request by the user.
    reset(&client.pool, "alice").await.ok();
    let third = server.code_for("alice@example.com").await;
    server.advance_seconds(1);
    client.call("ForgotPassword", json!({ "Username": "alice" })).await.ok();
    let last = server.code_for("alice@example.com").await;
    for old in [first, second, third] {
        confirm(&client, &old).await.refused(
            "CodeMismatchException",
            "Invalid verification code provided, please try again.",
        );
    }
    confirm(&client, &last).await.ok();
}

/// An administrator may also set a password.
#[tokio::test]
async fn setting_a_password_ends_the_reset() {
    let client = client_of(json!({})).await;
    reset(&client.pool, "alice").await.ok();
    client.pool.set_password("alice", PASSWORD).await;
    client.tokens("alice").await;
}

/// A sign-in in progress does not slip through.
#[tokio::test]
async fn a_challenge_in_progress_meets_the_reset() {
    let client = client_of(json!({})).await;
    let srp = SrpClient::new([7; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    reset(&client.pool, "alice").await.ok();
    client.respond("PASSWORD_VERIFIER", None, responses).await.refused(RESET.0, RESET.1);
}

#[tokio::test]
async fn only_passwords_that_users_chose_are_reset() {
    let client = client_of(json!({})).await;
    let pool = &client.pool;
    pool.invited_user("invited", EMAIL).await;
    client.sign_up("unconfirmed", &EMAIL[..1]).await.ok();
    let text = "User password cannot be reset in the current state.";
    for name in ["invited", "unconfirmed"] {
        reset(pool, name).await.refused(DENIED, text);
    }
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    reset(pool, "alice").await.refused(DENIED, "User is disabled");
    assert!(client.server().messages().await.is_empty());
}

#[tokio::test]
async fn a_verified_address_is_required() {
    let client = client_of(json!({})).await;
    client.pool.confirmed_user_with("bob", &EMAIL[..1]).await;
    let text = "Cannot reset password for the user as there is no registered/verified email or phone_number";
    reset(&client.pool, "bob").await.refused(INVALID, text);
    assert_eq!(client.pool.user("bob").await["UserStatus"], "CONFIRMED");
    let phone =
        json!({ "RecoveryMechanisms": [{ "Name": "verified_phone_number", "Priority": 1 }] });
    let client = client_of(json!({ "AccountRecoverySetting": phone })).await;
    reset(&client.pool, "alice").await.refused(INVALID, text);
}

#[tokio::test]
async fn with_recovery_by_administrators_only_no_code_is_sent() {
    let setting = json!({ "RecoveryMechanisms": [{ "Name": "admin_only", "Priority": 1 }] });
    let client = client_of(json!({ "AccountRecoverySetting": setting })).await;
    let text =
        "Cannot reset the password: the user pool allows account recovery only by administrators.";
    reset(&client.pool, "alice").await.refused(INVALID, text);
    client.tokens("alice").await;
}

#[tokio::test]
async fn a_trigger_that_cannot_run_resets_nothing() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let client = client_of(json!({ "LambdaConfig": { "CustomMessage": arn } })).await;
    let text = "CustomMessage invocation failed due to error not supported by this server.";
    reset(&client.pool, "alice").await.refused("UnexpectedLambdaException", text);
    client.tokens("alice").await;
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let client = client_of(json!({})).await;
    reset(&client.pool, "nobody").await.refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = client.server().call("AdminResetUserPassword", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    client.pool.call("AdminResetUserPassword", json!({})).await.refused(INVALID, text);
}
