use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer};

const NO_TOKEN: (&str, &str) = ("InvalidParameterException", "Invalid pagination token.");

async fn list(pool: &TestPool, body: Value) -> Answer {
    pool.call("ListGroups", body).await
}

async fn pool_with(names: &[&str]) -> TestPool {
    let pool = TestServer::start().pool().await;
    for name in names {
        pool.call("CreateGroup", json!({ "GroupName": name })).await.ok();
    }
    pool
}

fn names(page: &Value) -> Vec<&str> {
    page["Groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["GroupName"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn groups_are_listed_in_order_of_name() {
    let pool = pool_with(&["users", "Beta", "admins"]).await;
    pool.server.pool().await.call("CreateGroup", json!({ "GroupName": "elsewhere" })).await.ok();
    let listed = list(&pool, json!({})).await.ok();
    assert_eq!(names(&listed), ["Beta", "admins", "users"]);
    assert_eq!(listed.get("NextToken"), None);
    let one = pool.call("GetGroup", json!({ "GroupName": "admins" })).await.ok();
    assert_eq!(listed["Groups"][1], one["Group"]);
    assert_eq!(list(&pool.server.pool().await, json!({})).await.ok(), json!({ "Groups": [] }));
}

#[tokio::test]
async fn each_group_is_on_one_page() {
    let pool = pool_with(&["a", "b", "c", "d"]).await;
    let first = list(&pool, json!({ "Limit": 2 })).await.ok();
    assert_eq!(names(&first), ["a", "b"]);
    // Changes in between count only past the end of the page.
    pool.call("DeleteGroup", json!({ "GroupName": "b" })).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "aa" })).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "cc" })).await.ok();
    let second = list(&pool, json!({ "Limit": 2, "NextToken": first["NextToken"] })).await.ok();
    assert_eq!(names(&second), ["c", "cc"]);
    let third = list(&pool, json!({ "Limit": 2, "NextToken": second["NextToken"] })).await.ok();
    assert_eq!((names(&third), third.get("NextToken")), (vec!["d"], None));
}

#[tokio::test]
async fn a_page_has_sixty_groups_by_default() {
    let made: Vec<String> = (0..61).map(|number| format!("group-{number:02}")).collect();
    let pool = pool_with(&made.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for limit in [Value::Null, json!(0), json!(60)] {
        let first = list(&pool, testkit::merged(json!({}), json!({ "Limit": limit }))).await.ok();
        assert_eq!(names(&first), made[..60]);
        let second = list(&pool, json!({ "NextToken": first["NextToken"] })).await.ok();
        assert_eq!((names(&second), second.get("NextToken")), (vec!["group-60"], None));
    }
    let text = "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: \
                Member must have value less than or equal to 60";
    list(&pool, json!({ "Limit": 61 })).await.refused(NO_TOKEN.0, text);
}

#[tokio::test]
async fn a_token_is_valid_for_an_hour_and_only_for_its_list() {
    let pool = pool_with(&["a", "b"]).await;
    let token = list(&pool, json!({ "Limit": 1 })).await.ok()["NextToken"].clone();
    pool.confirmed_user("alice").await;
    let elsewhere = pool.server.pool().await;
    list(&elsewhere, json!({ "NextToken": token })).await.refused(NO_TOKEN.0, NO_TOKEN.1);
    let other = pool
        .call("AdminListGroupsForUser", json!({ "Username": "alice", "NextToken": token }))
        .await;
    other.refused(NO_TOKEN.0, NO_TOKEN.1);
    let other =
        pool.call("ListUsersInGroup", json!({ "GroupName": "a", "NextToken": token })).await;
    other.refused(NO_TOKEN.0, NO_TOKEN.1);
    for wrong in ["a", "AAAA", "\u{fffd}"] {
        list(&pool, json!({ "NextToken": wrong })).await.refused(NO_TOKEN.0, NO_TOKEN.1);
    }
    pool.server.advance_seconds(3_599);
    list(&pool, json!({ "NextToken": token })).await.ok();
    pool.server.advance_seconds(1);
    list(&pool, json!({ "NextToken": token })).await.refused(NO_TOKEN.0, NO_TOKEN.1);
}

#[tokio::test]
async fn an_unknown_pool_is_named() {
    let answer = TestServer::start()
        .call("ListGroups", json!({ "UserPoolId": "eu-west-1_Unknown00" }))
        .await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
