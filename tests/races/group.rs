use serde_json::json;
use store::{Batch, GroupMember, Job, Membership, Prefix, Rev};
use testkit::{Jwt, TestPool, TestServer, race};

use super::{TASKS, require_refusals};

async fn run_jobs(server: &TestServer) {
    pools::jobs::run_once(server.inner()).await.expect("the jobs run");
}

async fn pool_with_users(server: &TestServer) -> TestPool {
    let pool = server.pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    for number in 0..TASKS {
        let body = json!({ "Username": format!("user-{number}"), "TemporaryPassword": testkit::PASSWORD, "MessageAction": "SUPPRESS" });
        pool.call("AdminCreateUser", body).await.ok();
    }
    pool
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deleted_group_has_no_members_left() {
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
    assert!(
        answers[TASKS / 2].is_ok(),
        "adding does not change the group: deleting meets no conflict"
    );
    server.deep_doctor().await;
    run_jobs(&server).await;
    server.deep_doctor().await;
    // A later group of the same name is a different group.
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
async fn a_membership_is_added_and_removed_atomically() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.confirmed_user("alice").await;
    let answers =
        race(TASKS, |number| {
            let pool = pool.clone();
            let operation =
                if number % 2 == 0 { "AdminAddUserToGroup" } else { "AdminRemoveUserFromGroup" };
            async move {
                pool.call(operation, json!({ "GroupName": "crew", "Username": "alice" })).await
            }
        })
        .await;
    require_refusals(&answers, &[]);
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_request_creates_the_group() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let answers = race(TASKS, |_| {
        let pool = pool.clone();
        async move { pool.call("CreateGroup", json!({ "GroupName": "crew" })).await }
    })
    .await;
    super::require_one_winner(
        &answers,
        &[("GroupExistsException", "A group with the name already exists")],
    );
    server.deep_doctor().await;
}

/// Members of the group that is deleted while others are being added.
const CROWD: usize = 100_000;
/// Members seeded per commit.
const SEEDED: usize = 5_000;

/// Writes the members straight into the store: both rows of each, but not their users, which play
/// no part here.
async fn seed_crowd(pool: &TestPool, part: &str) {
    let store = &pool.server.inner().store;
    let group = store.read(store::Group::get(&pool.id, "crew")).await.unwrap().unwrap();
    for begin in (0..CROWD).step_by(SEEDED) {
        let mut batch = Batch::new(Rev(pool.server.inner().rng.positive_i63()));
        for number in begin..begin + SEEDED {
            let user_id = format!("{number:08x}-0000-4000-8000-000000000000");
            batch.insert(&Membership {
                part: part.to_owned(),
                user_id: user_id.clone(),
                group_id: group.group_id.clone(),
                group_name: "crew".to_owned(),
                created: 0,
                rev: Rev(0),
            });
            batch.insert(&GroupMember {
                group_part: part.to_owned(),
                group_id: group.group_id.clone(),
                user_id,
                user_part: part.to_owned(),
                rev: Rev(0),
            });
        }
        store.commit(batch).await.expect("members");
    }
}

/// Large enough for the job to be working through it while members are still added.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_large_deleted_group_has_no_members_left() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = pool_with_users(&server).await;
    let client = pool.client().await;
    let part = format!("{}:00", pool.id);
    seed_crowd(&pool, &part).await;
    let answers = race(TASKS + 1, |number| {
        let (pool, server) = (pool.clone(), server.clone());
        async move {
            if number == TASKS / 2 {
                let answer = pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await;
                run_jobs(&server).await;
                return answer;
            }
            let number = number - usize::from(number > TASKS / 2);
            let body = json!({ "GroupName": "crew", "Username": format!("user-{number}") });
            loop {
                let answer = pool.call("AdminAddUserToGroup", body.clone()).await;
                if !answer.is_ok() {
                    return answer;
                }
                // In and out until the group no longer exists.
                pool.call("AdminRemoveUserFromGroup", body.clone()).await.result.ok();
            }
        }
    })
    .await;
    require_refusals(&answers, &[("ResourceNotFoundException", "Group not found.")]);
    assert!(answers[TASKS / 2].is_ok());
    // The job found whatever was added between the deletion and its run.
    run_jobs(&server).await;
    let read = (
        Prefix::<Membership>::in_part(&part),
        Prefix::<GroupMember>::in_part(&part),
        Job::of("delete-group"),
    );
    let (memberships, members, jobs) = server.inner().store.read(read).await.unwrap();
    assert_eq!((memberships.len(), members.len(), jobs.len()), (0, 0, 0));
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    assert_eq!(
        pool.call("ListUsersInGroup", json!({ "GroupName": "crew" })).await.ok(),
        json!({ "Users": [] })
    );
    for number in [0, TASKS - 1] {
        let name = format!("user-{number}");
        let listed = pool.call("AdminListGroupsForUser", json!({ "Username": name })).await.ok();
        assert_eq!(listed, json!({ "Groups": [] }));
        pool.set_password(&name, testkit::PASSWORD).await;
        let tokens = client.tokens(&name).await;
        assert!(Jwt::decode(&tokens.id).claims.get("cognito:groups").is_none(), "{number}");
    }
    server.deep_doctor().await;
}

/// A change never brings a group back, and a member never gets what belongs to another group of the
/// same name.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_group_changed_while_it_is_deleted_is_gone() {
    let server = TestServer::start();
    let pool = pool_with_users(&server).await;
    for number in 0..8 {
        let body = json!({ "GroupName": "crew", "Username": format!("user-{number}") });
        pool.call("AdminAddUserToGroup", body).await.ok();
    }
    let answers = race(TASKS / 2 + 1, |number| {
        let pool = pool.clone();
        async move {
            if number != TASKS / 4 {
                return pool
                    .call("UpdateGroup", json!({ "GroupName": "crew", "Precedence": number }))
                    .await;
            }
            loop {
                let answer = pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await;
                if (answer.kind(), answer.text()) != super::TOO_MANY {
                    return answer;
                }
            }
        }
    })
    .await;
    require_refusals(&answers, &[("ResourceNotFoundException", "Group not found.")]);
    assert!(answers[TASKS / 4].is_ok(), "{:?}", answers[TASKS / 4]);
    assert_eq!(pool.call("ListGroups", json!({})).await.ok(), json!({ "Groups": [] }));
    run_jobs(&server).await;
    server.deep_doctor().await;
}
