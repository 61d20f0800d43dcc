use serde_json::json;
use testkit::{TestPool, TestServer, merged};

async fn enable(pool: &TestPool) {
    assert_eq!(pool.call("AdminEnableUser", json!({ "Username": "alice" })).await.ok(), json!({}));
}

#[tokio::test]
async fn the_user_signs_in_again_and_old_tokens_stay_dead() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let before = pool.user("alice").await;
    let tokens = client.tokens("alice").await;
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    server.advance_seconds(60);
    enable(&pool).await;
    assert_eq!(
        pool.user("alice").await,
        merged(before, json!({ "UserLastModifiedDate": 1_772_600_827.089 }))
    );
    server
        .get_user(&tokens.access)
        .await
        .refused("NotAuthorizedException", "Access Token has been revoked");
    client
        .refresh(&tokens.refresh)
        .await
        .refused("NotAuthorizedException", "Refresh Token has been revoked");
    let fresh = client.tokens("alice").await;
    server.get_user(&fresh.access).await.ok();
    client.refresh(&fresh.refresh).await.ok();
}

/// Enabling a user who is already enabled writes nothing and revokes nothing.
#[tokio::test]
async fn an_enabled_user_is_left_unchanged() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let tokens = pool.client().await.tokens("alice").await;
    let before = pool.user("alice").await;
    server.advance_seconds(60);
    let (_, work) = server.work_of(enable(&pool)).await;
    assert_eq!(work.store.commits, 0);
    assert_eq!(pool.user("alice").await, before);
    server.get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("AdminEnableUser", json!({ "Username": "alice" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = server.call("AdminEnableUser", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn a_username_is_required() {
    let pool = TestServer::start().pool().await;
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    pool.call("AdminEnableUser", json!({})).await.refused("InvalidParameterException", text);
}
