use serde_json::{Value, json};
use store::{Batch, Rev, User};
use testkit::{Answer, TestPool, TestServer, merged};

const CREW: &str = "crew";

async fn list(pool: &TestPool, body: Value) -> Answer {
    pool.call("ListUsersInGroup", merged(json!({ "GroupName": CREW }), body)).await
}

async fn add(pool: &TestPool, name: &str) {
    pool.call("AdminAddUserToGroup", json!({ "GroupName": CREW, "Username": name })).await.ok();
}

/// A pool whose group has this many members.
async fn pool_with(members: usize) -> TestPool {
    let pool = TestServer::start().pool().await;
    pool.call("CreateGroup", json!({ "GroupName": CREW })).await.ok();
    for number in 0..members {
        pool.invited_user(&format!("user-{number}"), &[]).await;
        add(&pool, &format!("user-{number}")).await;
    }
    pool
}

fn names(page: &Value) -> Vec<String> {
    page["Users"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["Username"].as_str().unwrap().to_owned())
        .collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

#[tokio::test]
async fn members_are_listed_as_users() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let sub = pool.confirmed_user_with("alice", &[("email", "alice@example.com")]).await;
    pool.confirmed_user("bob").await;
    pool.call("CreateGroup", json!({ "GroupName": CREW })).await.ok();
    assert_eq!(list(&pool, json!({})).await.ok(), json!({ "Users": [] }));
    add(&pool, "alice").await;
    let now = server.now().millis() as f64 / 1_000.0;
    let expected = json!({
        "Users": [{
            "Username": "alice",
            "Attributes": [{ "Name": "sub", "Value": sub }, { "Name": "email", "Value": "alice@example.com" }, { "Name": "email_verified", "Value": "false" }],
            "UserCreateDate": now,
            "UserLastModifiedDate": now,
            "Enabled": true,
            "UserStatus": "CONFIRMED",
        }],
    });
    assert_eq!(list(&pool, json!({})).await.ok(), expected);
    pool.call("AdminRemoveUserFromGroup", json!({ "GroupName": CREW, "Username": "alice" }))
        .await
        .ok();
    assert_eq!(list(&pool, json!({})).await.ok(), json!({ "Users": [] }));
}

#[tokio::test]
async fn each_member_is_on_one_page() {
    let pool = pool_with(7).await;
    let first = list(&pool, json!({ "Limit": 3 })).await.ok();
    let second = list(&pool, json!({ "Limit": 3, "NextToken": first["NextToken"] })).await.ok();
    let third = list(&pool, json!({ "Limit": 3, "NextToken": second["NextToken"] })).await.ok();
    assert_eq!((names(&first).len(), names(&second).len(), names(&third).len()), (3, 3, 1));
    assert_eq!(third.get("NextToken"), None);
    let all = [names(&first), names(&second), names(&third)].concat();
    assert_eq!(sorted(all), sorted((0..7).map(|number| format!("user-{number}")).collect()));
    // A member who leaves and comes back keeps its place.
    let seen = &names(&first)[0];
    pool.call("AdminRemoveUserFromGroup", json!({ "GroupName": CREW, "Username": seen }))
        .await
        .ok();
    add(&pool, seen).await;
    let again = list(&pool, json!({ "Limit": 3, "NextToken": first["NextToken"] })).await.ok();
    assert_eq!(names(&again), names(&second));
}

#[tokio::test]
async fn a_page_has_sixty_members_by_default() {
    let pool = pool_with(61).await;
    for limit in [Value::Null, json!(0), json!(60)] {
        let (first, work) =
            pool.server.work_of(list(&pool, merged(json!({}), json!({ "Limit": limit })))).await;
        let first = first.ok();
        assert_eq!(names(&first).len(), 60);
        assert!(work.store.reads <= 3, "{}", work.store.reads);
        let second = list(&pool, json!({ "NextToken": first["NextToken"] })).await.ok();
        assert_eq!((names(&second).len(), second.get("NextToken")), (1, None));
    }
}

/// A member's user may be deleted between the two reads; here the row is removed by hand.
#[tokio::test]
async fn deleted_users_are_left_out() {
    let pool = pool_with(3).await;
    let store = &pool.server.inner().store;
    let mut all = Vec::new();
    for part in store::placement::parts(&pool.id, pool.server.inner().settings.n_parts) {
        all.extend(store.read(User::of(&part)).await.unwrap());
    }
    all.sort_by(|a, b| a.user_id.cmp(&b.user_id));
    let mut batch = Batch::new(Rev(987_654_321));
    batch.remove(User::key(&all[0].part, &all[0].user_id));
    store.commit(batch).await.unwrap();
    let first = list(&pool, json!({ "Limit": 1 })).await.ok();
    assert_eq!(names(&first), Vec::<String>::new());
    let rest = list(&pool, json!({ "NextToken": first["NextToken"] })).await.ok();
    assert_eq!(names(&rest), [all[1].username.clone(), all[2].username.clone()]);
    assert_eq!(names(&list(&pool, json!({})).await.ok()), names(&rest));
}

#[tokio::test]
async fn a_token_is_invalid_for_a_later_group_of_the_same_name() {
    let pool = pool_with(2).await;
    let token = list(&pool, json!({ "Limit": 1 })).await.ok()["NextToken"].clone();
    list(&pool, json!({ "NextToken": token })).await.ok();
    let invalid = ("InvalidParameterException", "Invalid pagination token.");
    list(&pool, json!({ "NextToken": "a" })).await.refused(invalid.0, invalid.1);
    pool.call("DeleteGroup", json!({ "GroupName": CREW })).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": CREW })).await.ok();
    list(&pool, json!({ "NextToken": token })).await.refused(invalid.0, invalid.1);
    assert_eq!(list(&pool, json!({})).await.ok(), json!({ "Users": [] }));
}

#[tokio::test]
async fn unknown_groups_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    list(&pool, json!({})).await.refused("ResourceNotFoundException", "Group not found.");
    let answer = list(&pool, json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
