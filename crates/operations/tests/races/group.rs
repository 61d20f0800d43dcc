use serde_json::json;
use testkit::{Jwt, TestPool, TestServer, race};

use super::{TASKS, require_refusals};

async fn run_jobs(server: &TestServer) {
    operations::run_jobs_once(server.inner()).await.expect("the jobs run");
}

async fn pool_with_users(server: &TestServer) -> TestPool {
    let pool = server.pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    for number in 0..TASKS {
        let body =
            json!({ "Username": format!("user-{number}"), "TemporaryPassword": testkit::PASSWORD, "MessageAction": "SUPPRESS" });
        pool.call("AdminCreateUser", body).await.ok();
    }
    pool
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_is_left_in_a_deleted_group() {
    let server = TestServer::start();
    let pool = pool_with_users(&server).await;
    let client = pool.client().await;
    let answers = race(TASKS + 1, |number| {
        let pool = pool.clone();
        async move {
            if number == TASKS / 2 {
                return pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await;
            }
            let number = number - usize::from(number > TASKS / 2);
            let body = json!({ "GroupName": "crew", "Username": format!("user-{number}") });
            pool.call("AdminAddUserToGroup", body).await
        }
    })
    .await;
    require_refusals(&answers, &[("ResourceNotFoundException", "Group not found.")]);
    assert!(answers[TASKS / 2].is_ok(), "adding does not change the group: deleting meets no conflict");
    server.deep_doctor().await;
    run_jobs(&server).await;
    server.deep_doctor().await;
    // A later group of the same name is another group.
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    for number in [0, TASKS - 1] {
        let name = format!("user-{number}");
        pool.set_password(&name, testkit::PASSWORD).await;
        let tokens = client.tokens(&name).await;
        assert!(Jwt::decode(&tokens.id).claims.get("cognito:groups").is_none(), "{number}");
    }
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_membership_is_added_and_removed_in_one_piece() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.confirmed_user("alice").await;
    let answers = race(TASKS, |number| {
        let pool = pool.clone();
        let operation = if number % 2 == 0 { "AdminAddUserToGroup" } else { "AdminRemoveUserFromGroup" };
        async move { pool.call(operation, json!({ "GroupName": "crew", "Username": "alice" })).await }
    })
    .await;
    require_refusals(&answers, &[]);
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_request_makes_the_group() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let answers = race(TASKS, |_| {
        let pool = pool.clone();
        async move { pool.call("CreateGroup", json!({ "GroupName": "crew" })).await }
    })
    .await;
    super::require_one_winner(&answers, &[("GroupExistsException", "A group with the name already exists")]);
    server.deep_doctor().await;
}
