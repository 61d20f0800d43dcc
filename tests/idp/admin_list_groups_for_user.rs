use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer, merged};

async fn list(pool: &TestPool, body: Value) -> Answer {
    pool.call("AdminListGroupsForUser", merged(json!({ "Username": "alice" }), body)).await
}

async fn pool_with(groups: &[String]) -> TestPool {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    for group in groups {
        pool.call("CreateGroup", json!({ "GroupName": group })).await.ok();
        pool.call("AdminAddUserToGroup", json!({ "GroupName": group, "Username": "alice" }))
            .await
            .ok();
    }
    pool
}

fn named(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("group-{number:02}")).collect()
}

fn names(page: &Value) -> Vec<String> {
    page["Groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["GroupName"].as_str().unwrap().to_owned())
        .collect()
}

/// The names on all pages, and the length of each page.
async fn pages(pool: &TestPool, limit: i32) -> (Vec<String>, Vec<usize>) {
    let (mut all, mut lengths, mut token) = (Vec::new(), Vec::new(), Value::Null);
    loop {
        let page =
            list(pool, merged(json!({ "Limit": limit }), json!({ "NextToken": token }))).await.ok();
        lengths.push(names(&page).len());
        all.extend(names(&page));
        token = page.get("NextToken").cloned().unwrap_or_default();
        if token.is_null() {
            return (all, lengths);
        }
    }
}

#[tokio::test]
async fn the_groups_of_a_user_are_listed_in_full() {
    let pool = pool_with(&["admins".to_owned()]).await;
    pool.call("CreateGroup", json!({ "GroupName": "others" })).await.ok();
    let group = pool.call("GetGroup", json!({ "GroupName": "admins" })).await.ok();
    assert_eq!(list(&pool, json!({})).await.ok(), json!({ "Groups": [group["Group"]] }));
    let sub = pool.user("alice").await["UserAttributes"][0]["Value"].clone();
    assert_eq!(
        list(&pool, json!({ "Username": sub })).await.ok(),
        json!({ "Groups": [group["Group"]] })
    );
    pool.confirmed_user("bob").await;
    assert_eq!(list(&pool, json!({ "Username": "bob" })).await.ok(), json!({ "Groups": [] }));
}

#[tokio::test]
async fn each_group_is_on_one_page() {
    let made = named(7);
    let pool = pool_with(&made).await;
    let (mut all, lengths) = pages(&pool, 3).await;
    assert_eq!(lengths, [3, 3, 1]);
    all.sort();
    assert_eq!(all, made);
    for limit in [0, 60] {
        assert_eq!(pages(&pool, limit).await.1, [7]);
    }
}

/// A page may then be short and still be followed by another.
#[tokio::test]
async fn deleted_groups_are_not_listed() {
    let made = named(6);
    let pool = pool_with(&made).await;
    for name in &made[..4] {
        pool.call("DeleteGroup", json!({ "GroupName": name })).await.ok();
    }
    // A later group of the same name is a different group.
    pool.call("CreateGroup", json!({ "GroupName": made[0] })).await.ok();
    for limit in [2, 60] {
        let (all, lengths) = pages(&pool, limit).await;
        assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), made[4..].iter().cloned().collect());
        assert_eq!(lengths, [2], "by {limit}");
    }
    pools::jobs::run_once(pool.server.inner()).await.unwrap();
    assert_eq!(pages(&pool, 2).await.1, [2]);
    pool.server.deep_doctor().await;
}

#[tokio::test]
async fn a_token_is_valid_only_for_the_username_it_was_issued_for() {
    let pool = pool_with(&named(2)).await;
    pool.confirmed_user("bob").await;
    let token = list(&pool, json!({ "Limit": 1 })).await.ok()["NextToken"].clone();
    let invalid = "Invalid pagination token.";
    for body in [json!({ "Username": "bob", "NextToken": token }), json!({ "NextToken": "a" })] {
        list(&pool, body).await.refused("InvalidParameterException", invalid);
    }
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let pool = pool_with(&[]).await;
    list(&pool, json!({ "Username": "nobody" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let answer = list(&pool, json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
