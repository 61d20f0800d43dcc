use serde_json::{Value, json};
use store::{GroupMember, Job, Membership, Prefix};
use testkit::{Jwt, TestClient, TestPool, TestServer};

async fn pool_with_admin(server: &TestServer) -> (TestPool, TestClient) {
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": "alice" }))
        .await
        .ok();
    (pool, client)
}

async fn delete(pool: &TestPool) {
    assert_eq!(pool.call("DeleteGroup", json!({ "GroupName": "admins" })).await.ok(), Value::Null);
}

async fn groups(client: &TestClient) -> Option<Value> {
    let tokens = client.tokens("alice").await;
    Jwt::decode(&tokens.access).claims.get("cognito:groups").cloned()
}

#[tokio::test]
async fn memberships_end_at_once() {
    let server = TestServer::start();
    let (pool, client) = pool_with_admin(&server).await;
    let before = client.tokens("alice").await;
    assert_eq!(groups(&client).await, Some(json!(["admins"])));
    delete(&pool).await;
    assert_eq!(groups(&client).await, None);
    let refreshed = client.refresh(&before.refresh).await.ok();
    let refreshed = Jwt::decode(refreshed["AuthenticationResult"]["IdToken"].as_str().unwrap());
    assert!(refreshed.claims.get("cognito:groups").is_none());
    for operation in ["AdminAddUserToGroup", "AdminRemoveUserFromGroup"] {
        let answer =
            pool.call(operation, json!({ "GroupName": "admins", "Username": "alice" })).await;
        answer.refused("ResourceNotFoundException", "Group not found.");
    }
    server.deep_doctor().await;
}

/// A later group of the same name is a different group.
#[tokio::test]
async fn a_new_group_of_the_same_name_has_no_members() {
    let server = TestServer::start();
    let (pool, client) = pool_with_admin(&server).await;
    delete(&pool).await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    assert_eq!(groups(&client).await, None);
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": "alice" }))
        .await
        .ok();
    pools::jobs::run_once(server.inner()).await.unwrap();
    assert_eq!(groups(&client).await, Some(json!(["admins"])));
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_job_removes_the_members() {
    let server = TestServer::start();
    let (pool, _) = pool_with_admin(&server).await;
    delete(&pool).await;
    pools::jobs::run_once(server.inner()).await.unwrap();
    let part = store::placement::parts(&pool.id, 1).next().unwrap();
    let read = (
        Prefix::<Membership>::in_part(&part),
        Prefix::<GroupMember>::in_part(&part),
        Job::of("delete-group"),
    );
    let (memberships, members, jobs) = server.inner().store.read(read).await.unwrap();
    assert_eq!((memberships.len(), members.len(), jobs.len()), (0, 0, 0));
    server.deep_doctor().await;
}

#[tokio::test]
async fn unknown_groups_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let body = json!({ "GroupName": "admins" });
    pool.call("DeleteGroup", body).await.refused("ResourceNotFoundException", "Group not found.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "GroupName": "admins" });
    let answer = server.call("DeleteGroup", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
