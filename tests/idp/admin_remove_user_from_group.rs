use serde_json::{Value, json};
use testkit::{Answer, Jwt, TestPool, TestServer};

async fn remove(pool: &TestPool, group: &str, name: &str) -> Answer {
    pool.call("AdminRemoveUserFromGroup", json!({ "GroupName": group, "Username": name })).await
}

async fn pool_with_groups(server: &TestServer) -> TestPool {
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    for (precedence, group) in ["admins", "users"].into_iter().enumerate() {
        pool.call("CreateGroup", json!({ "GroupName": group, "Precedence": precedence }))
            .await
            .ok();
        pool.call("AdminAddUserToGroup", json!({ "GroupName": group, "Username": "alice" }))
            .await
            .ok();
    }
    pool
}

#[tokio::test]
async fn new_tokens_no_longer_list_the_group() {
    let server = TestServer::start();
    let pool = pool_with_groups(&server).await;
    let client = pool.client().await;
    let before = client.tokens("alice").await;
    assert_eq!(remove(&pool, "admins", "alice").await.ok(), Value::Null);
    let tokens = client.tokens("alice").await;
    assert_eq!(Jwt::decode(&tokens.access).claims["cognito:groups"], json!(["users"]));
    assert_eq!(Jwt::decode(&before.access).claims["cognito:groups"], json!(["admins", "users"]));
    server.get_user(&before.access).await.ok();
    remove(&pool, "users", "alice").await.ok();
    let tokens = client.tokens("alice").await;
    assert!(Jwt::decode(&tokens.access).claims.get("cognito:groups").is_none());
    server.deep_doctor().await;
}

#[tokio::test]
async fn removing_twice_is_the_same_as_once() {
    let server = TestServer::start();
    let pool = pool_with_groups(&server).await;
    remove(&pool, "admins", "alice").await.ok();
    let (again, work) = server.work_of(remove(&pool, "admins", "alice")).await;
    assert_eq!(again.ok(), Value::Null);
    assert_eq!(work.store.commits, 0);
}

#[tokio::test]
async fn unknown_groups_users_and_pools_are_named() {
    let server = TestServer::start();
    let pool = pool_with_groups(&server).await;
    remove(&pool, "beta", "alice").await.refused("ResourceNotFoundException", "Group not found.");
    remove(&pool, "admins", "nobody")
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let body =
        json!({ "UserPoolId": "eu-west-1_Unknown00", "GroupName": "admins", "Username": "alice" });
    let answer = server.call("AdminRemoveUserFromGroup", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
