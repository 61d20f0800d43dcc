use serde_json::json;
use store::{Job, Prefix};
use testkit::{PASSWORD, TestServer};

async fn run_jobs(server: &TestServer) {
    pools::jobs::run_once(server.inner()).await.expect("the jobs run");
}

async fn jobs_left(server: &TestServer) -> usize {
    server.inner().store.read(Prefix::<Job>::all()).await.unwrap().len()
}

#[tokio::test]
async fn the_pool_is_gone_at_once() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    let output = pool.call("DeleteUserPool", json!({})).await.ok();
    assert_eq!(output, json!(null));
    let gone = format!("User pool {} does not exist.", pool.id);
    for operation in ["DescribeUserPool", "DeleteUserPool", "CreateUserPoolClient", "CreateGroup"] {
        let body = json!({ "ClientName": "x", "GroupName": "x" });
        pool.call(operation, body).await.refused("ResourceNotFoundException", &gone);
    }
    let no_client = format!("User pool client {} does not exist.", client.id);
    client.password("alice", PASSWORD).await.refused("ResourceNotFoundException", &no_client);
    client.refresh(&tokens.refresh).await.refused("ResourceNotFoundException", &no_client);
    server.get_user(&tokens.access).await.refused("NotAuthorizedException", "Invalid Access Token");
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_job_removes_everything_in_the_pool() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    client.password("alice", "wrong").await.refusal();
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "crew", "Username": "alice" }))
        .await
        .ok();
    let kept = server.pool().await;
    kept.confirmed_user("alice").await;
    pool.call("DeleteUserPool", json!({})).await.ok();
    server.advance_seconds(15);
    run_jobs(&server).await;
    assert_eq!(jobs_left(&server).await, 0);
    let store = &server.inner().store;
    assert!(store.read(store::Pool::get(pool.id.as_str())).await.unwrap().is_none());
    assert!(
        store.read(store::Directory::get("client", client.id.as_str())).await.unwrap().is_none()
    );
    assert!(server.messages().await.is_empty());
    server.deep_doctor().await;
    kept.client().await.tokens("alice").await;
}

/// A stop between two passes loses nothing: the job continues after a restart.
#[tokio::test]
async fn a_stopped_job_is_resumed() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    for number in 0..5 {
        client.sign_up(&format!("user-{number}"), &[]).await.ok();
    }
    pool.call("DeleteUserPool", json!({})).await.ok();
    // Another node may still have the pool in its cache: the first pass sweeps and then waits for
    // it.
    run_jobs(&server).await;
    assert_eq!(jobs_left(&server).await, 1);
    let server = server.restarted().await;
    server.deep_doctor().await;
    server.advance_seconds(15);
    run_jobs(&server).await;
    assert_eq!(jobs_left(&server).await, 0);
    assert!(server.inner().store.read(store::Pool::get(pool.id.as_str())).await.unwrap().is_none());
    server.deep_doctor().await;
}

/// A running job that is asked to stop ends between two slices and leaves consistent rows.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_job_can_be_stopped_anywhere() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    client.sign_up("alice", &[]).await.ok();
    pool.call("DeleteUserPool", json!({})).await.ok();
    server.advance_seconds(15);
    pools::jobs::spawn(server.inner()).stop().await;
    let server = server.restarted().await;
    server.deep_doctor().await;
    run_jobs(&server).await;
    assert_eq!(jobs_left(&server).await, 0);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_protected_pool_is_not_deleted() {
    let pool = TestServer::start().pool_with(json!({ "DeletionProtection": "ACTIVE" })).await;
    let text = "The user pool cannot be deleted because deletion protection is activated. \
                Deletion protection must be inactivated first.";
    pool.call("DeleteUserPool", json!({})).await.refused("InvalidParameterException", text);
    pool.call("DescribeUserPool", json!({})).await.ok();
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("DeleteUserPool", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
