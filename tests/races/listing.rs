use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer, race};

use super::TASKS;
use crate::idp::list_users::undo_the_index_migration;

/// Repeats the call until it is decided.
async fn call(pool: &TestPool, operation: &str, body: Value) -> Answer {
    loop {
        let answer = pool.call(operation, body.clone()).await;
        if answer.kind() != "TooManyRequestsException" {
            return answer;
        }
    }
}

async fn found(pool: &TestPool, filter: &str) -> BTreeSet<String> {
    let page = pool.call("ListUsers", json!({ "Filter": filter })).await.ok();
    page["Users"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["Username"].as_str().unwrap().to_owned())
        .collect()
}

/// Many tasks change, disable and delete a few users: each is found by its final state and by
/// nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_list_shows_the_final_state_of_users() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let client = pool.client().await;
    let names: Vec<String> = (0..6).map(|at| format!("user-{at}")).collect();
    for name in &names {
        let email = format!("{name}@example.com");
        client.sign_up(name, &[("email", &email), ("name", name)]).await.ok();
    }
    race(TASKS, |number| {
        let (pool, name) = (pool.clone(), names[number % names.len()].clone());
        async move {
            let user = json!({ "Username": name });
            let password = |permanent| json!({ "Username": name, "Password": "Other-Password-1", "Permanent": permanent });
            for round in 0..4 {
                let _ = match (number / 6 + round) % 6 {
                    0 => call(&pool, "AdminDisableUser", user.clone()).await,
                    1 => call(&pool, "AdminEnableUser", user.clone()).await,
                    2 => call(&pool, "AdminSetUserPassword", password(true)).await,
                    3 => call(&pool, "AdminSetUserPassword", password(false)).await,
                    4 if number > TASKS / 2 && name.ends_with(['0', '1']) => call(&pool, "AdminDeleteUser", user.clone()).await,
                    _ => pool.call("ListUsers", json!({ "Filter": "name ^= \"user\"" })).await,
                };
            }
        }
    })
    .await;
    server.deep_doctor().await;
    let all = found(&pool, "").await;
    assert_eq!(found(&pool, "name ^= \"USER\"").await, all);
    let users = pool.call("ListUsers", json!({})).await.ok();
    for filter in ["status = \"Enabled\"", "status = \"Disabled\""] {
        let is_enabled = filter.contains("Enabled");
        assert_eq!(
            found(&pool, filter).await,
            having(&users, |user| user["Enabled"] == is_enabled),
            "{filter}"
        );
    }
    for status in ["UNCONFIRMED", "CONFIRMED", "FORCE_CHANGE_PASSWORD"] {
        let filter = format!("cognito:user_status = \"{status}\"");
        assert_eq!(
            found(&pool, &filter).await,
            having(&users, |user| user["UserStatus"] == status),
            "{filter}"
        );
    }
}

/// Users from before the index are indexed by two nodes at once, while they change and are deleted.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn users_are_indexed_while_they_change() {
    let server = TestServer::start();
    let pool = server.pool().await;
    for at in 0..TASKS {
        pool.invited_user(&format!("user-{at}"), &[("name", &format!("Name {at}"))]).await;
    }
    undo_the_index_migration(&pool).await;
    race(TASKS, |number| {
        let (pool, server) = (pool.clone(), server.clone());
        async move {
            let user = json!({ "Username": format!("user-{number}") });
            match number % 8 {
                0 if number < 16 => pools::jobs::run_once(server.inner()).await.unwrap(),
                1 | 2 => drop(call(&pool, "AdminDisableUser", user).await),
                3 => drop(call(&pool, "AdminDeleteUser", user).await),
                _ => {
                    let filter = format!("name = \"name {number}\"");
                    assert_eq!(found(&pool, &filter).await.len(), 1, "{filter}");
                }
            }
        }
    })
    .await;
    pools::jobs::run_once(server.inner()).await.unwrap();
    server.deep_doctor().await;
    assert_eq!(found(&pool, "name ^= \"NAME\"").await.len(), TASKS - TASKS / 8);
    assert_eq!(found(&pool, "status = \"Disabled\"").await.len(), TASKS / 4);
}

fn having(page: &Value, is_it: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let users = page["Users"].as_array().unwrap().iter();
    users
        .filter(|user| is_it(user))
        .map(|user| user["Username"].as_str().unwrap().to_owned())
        .collect()
}
