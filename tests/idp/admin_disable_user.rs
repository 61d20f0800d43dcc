use serde_json::json;
use testkit::{PASSWORD, TestPool, TestServer, merged};

async fn disable(pool: &TestPool) {
    assert_eq!(pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok(), json!({}));
}

#[tokio::test]
async fn a_disabled_user_can_do_nothing() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let before = pool.user("alice").await;
    let tokens = client.tokens("alice").await;
    server.advance_seconds(60);
    disable(&pool).await;
    let changed = json!({ "Enabled": false, "UserLastModifiedDate": 1_772_600_827.089 });
    assert_eq!(pool.user("alice").await, merged(before, changed));
    let disabled = ("NotAuthorizedException", "User is disabled.");
    client.password("alice", PASSWORD).await.refused(disabled.0, disabled.1);
    client.srp("alice", PASSWORD).await.refused(disabled.0, disabled.1);
    client.refresh(&tokens.refresh).await.refused(disabled.0, disabled.1);
    let revoked = ("NotAuthorizedException", "Access Token has been revoked");
    server.get_user(&tokens.access).await.refused(revoked.0, revoked.1);
    server
        .call("GlobalSignOut", json!({ "AccessToken": tokens.access }))
        .await
        .refused(revoked.0, revoked.1);
    // Only the right password reveals that the account exists.
    let wrong = ("NotAuthorizedException", "Incorrect username or password.");
    client.password("alice", "wrong").await.refused(wrong.0, wrong.1);
}

#[tokio::test]
async fn disabling_twice_is_the_same_as_once() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    disable(&pool).await;
    disable(&pool).await;
    assert_eq!(pool.user("alice").await["Enabled"], false);
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("AdminDisableUser", json!({ "Username": "alice" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = server.call("AdminDisableUser", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn a_username_is_required() {
    let pool = TestServer::start().pool().await;
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    pool.call("AdminDisableUser", json!({})).await.refused("InvalidParameterException", text);
}
