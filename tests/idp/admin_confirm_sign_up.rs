use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestPool, TestServer};

async fn client_of(settings: Value) -> TestClient {
    TestServer::builder()
        .parts(1)
        .fixed_code("135790")
        .start()
        .pool_with(settings)
        .await
        .client()
        .await
}

async fn client() -> TestClient {
    client_of(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email", "preferred_username"] })).await
}

async fn confirm(pool: &TestPool, name: &str) -> Answer {
    pool.call("AdminConfirmSignUp", json!({ "Username": name, "ClientMetadata": { "by": "hand" } }))
        .await
}

#[tokio::test]
async fn confirms_the_user_and_verifies_nothing() {
    let client = client().await;
    let sub =
        client.sign_up("alice", &[("email", "alice@example.com")]).await.ok()["UserSub"].clone();
    client
        .password("alice", PASSWORD)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    client.server().advance_seconds(60);
    assert_eq!(confirm(&client.pool, "alice").await.ok(), json!({}));
    let expected = json!({
        "Username": "alice",
        "UserAttributes": [{ "Name": "sub", "Value": sub }, { "Name": "email", "Value": "alice@example.com" }, { "Name": "email_verified", "Value": "false" }],
        "UserCreateDate": 1_772_600_767.089,
        "UserLastModifiedDate": 1_772_600_827.089,
        "Enabled": true,
        "UserStatus": "CONFIRMED",
    });
    assert_eq!(client.pool.user("alice").await, expected);
    client.tokens("alice").await;
    // An unverified address does not sign in.
    client
        .password("alice@example.com", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    // The code that was sent has nothing left to confirm.
    let text = "User cannot be confirmed. Current status is CONFIRMED";
    client.confirm("alice", "135790").await.refused("NotAuthorizedException", text);
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn only_unconfirmed_users_are_confirmed() {
    let client = client().await;
    let pool = &client.pool;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.invited_user("bob", &[]).await;
    for (name, status) in [("alice", "CONFIRMED"), ("bob", "FORCE_CHANGE_PASSWORD")] {
        let text = format!("User cannot be confirmed. Current status is {status}");
        confirm(pool, name).await.refused("NotAuthorizedException", &text);
    }
    pool.call("AdminResetUserPassword", json!({ "Username": "alice" })).await.ok();
    let text = "User cannot be confirmed. Current status is RESET_REQUIRED";
    confirm(pool, "alice").await.refused("NotAuthorizedException", text);
}

#[tokio::test]
async fn a_disabled_user_stays_disabled() {
    let client = client().await;
    client.sign_up("alice", &[]).await.ok();
    client.pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    confirm(&client.pool, "alice").await.ok();
    let user = client.pool.user("alice").await;
    assert_eq!((&user["UserStatus"], &user["Enabled"]), (&json!("CONFIRMED"), &json!(false)));
    client.password("alice", PASSWORD).await.refused("NotAuthorizedException", "User is disabled.");
}

/// The preferred username signs in once the user is confirmed. The operation does not declare
/// AliasExistsException.
#[tokio::test]
async fn a_preferred_username_becomes_active_for_only_one_user() {
    let client = client().await;
    for name in ["alice", "bob"] {
        client.sign_up(name, &[]).await.ok();
        let preferred = json!([{ "Name": "preferred_username", "Value": "ace" }]);
        let body = json!({ "Username": name, "UserAttributes": preferred });
        client.pool.call("AdminUpdateUserAttributes", body).await.ok();
    }
    client
        .password("ace", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    confirm(&client.pool, "alice").await.ok();
    client.tokens("ace").await;
    let taken = "An account with the given preferred_username already exists.";
    confirm(&client.pool, "bob").await.refused("InvalidParameterException", taken);
    assert_eq!(client.pool.user("bob").await["UserStatus"], "UNCONFIRMED");
    assert_eq!(client.pool.user("ace").await["Username"], "alice");
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn a_trigger_that_cannot_run_confirms_nobody() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let client = client_of(json!({ "LambdaConfig": { "PostConfirmation": arn } })).await;
    client.sign_up("alice", &[]).await.ok();
    let text = "PostConfirmation invocation failed due to error not supported by this server.";
    confirm(&client.pool, "alice").await.refused("UnexpectedLambdaException", text);
    assert_eq!(client.pool.user("alice").await["UserStatus"], "UNCONFIRMED");
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let client = client().await;
    confirm(&client.pool, "nobody").await.refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = client.server().call("AdminConfirmSignUp", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    client
        .pool
        .call("AdminConfirmSignUp", json!({}))
        .await
        .refused("InvalidParameterException", text);
}
