use serde_json::{Value, json};
use testkit::{Answer, Jwt, TestPool, TestServer};

async fn add(pool: &TestPool, group: &str, name: &str) -> Answer {
    pool.call("AdminAddUserToGroup", json!({ "GroupName": group, "Username": name })).await
}

async fn create(pool: &TestPool, name: &str, precedence: Option<i32>, role: Option<&str>) {
    let role = role.map(|role| format!("arn:aws:iam::111122223333:role/{role}"));
    let body = json!({ "GroupName": name, "Precedence": precedence, "RoleArn": role });
    pool.call("CreateGroup", body).await.ok();
}

#[tokio::test]
async fn tokens_list_groups_by_precedence() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool.confirmed_user("alice").await;
    create(&pool, "users", None, None).await;
    create(&pool, "beta", Some(5), Some("beta")).await;
    create(&pool, "admins", Some(1), Some("admin")).await;
    let before = client.tokens("alice").await;
    for (group, name) in [("users", "alice"), ("beta", &sub), ("admins", "alice")] {
        assert_eq!(add(&pool, group, name).await.ok(), Value::Null);
    }
    let tokens = client.tokens("alice").await;
    let (id, access) = (Jwt::decode(&tokens.id).claims, Jwt::decode(&tokens.access).claims);
    let groups = json!(["admins", "beta", "users"]);
    assert_eq!((&id["cognito:groups"], &access["cognito:groups"]), (&groups, &groups));
    let roles =
        json!(["arn:aws:iam::111122223333:role/admin", "arn:aws:iam::111122223333:role/beta"]);
    assert_eq!((&id["cognito:roles"], &id["cognito:preferred_role"]), (&roles, &roles[0]));
    assert!(
        access.get("cognito:roles").is_none() && access.get("cognito:preferred_role").is_none()
    );
    // A refresh reads the groups again; a token already issued does not change.
    assert!(Jwt::decode(&before.access).claims.get("cognito:groups").is_none());
    let refreshed = client.refresh(&before.refresh).await.ok();
    let refreshed = Jwt::decode(refreshed["AuthenticationResult"]["AccessToken"].as_str().unwrap());
    assert_eq!(refreshed.claims["cognito:groups"], groups);
}

#[tokio::test]
async fn roles_of_equal_precedence_leave_no_preferred_role() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    for group in ["one", "two"] {
        create(&pool, group, Some(1), Some(group)).await;
        add(&pool, group, "alice").await.ok();
    }
    let tokens = pool.client().await.tokens("alice").await;
    let id = Jwt::decode(&tokens.id).claims;
    assert_eq!(id["cognito:roles"].as_array().map(Vec::len), Some(2));
    assert!(id.get("cognito:preferred_role").is_none());
}

#[tokio::test]
async fn adding_twice_is_the_same_as_once() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    create(&pool, "admins", None, None).await;
    add(&pool, "admins", "alice").await.ok();
    let (again, work) = server.work_of(add(&pool, "admins", "alice")).await;
    assert_eq!(again.ok(), Value::Null);
    assert_eq!(work.store.commits, 0);
    server.deep_doctor().await;
}

#[tokio::test]
async fn unknown_groups_users_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    create(&pool, "admins", None, None).await;
    add(&pool, "users", "alice").await.refused("ResourceNotFoundException", "Group not found.");
    add(&pool, "Admins", "alice").await.refused("ResourceNotFoundException", "Group not found.");
    add(&pool, "admins", "nobody").await.refused("UserNotFoundException", "User does not exist.");
    let body =
        json!({ "UserPoolId": "eu-west-1_Unknown00", "GroupName": "admins", "Username": "alice" });
    let answer = server.call("AdminAddUserToGroup", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// At most a hundred groups, not counting those that are being deleted.
#[tokio::test]
async fn a_user_is_in_at_most_a_hundred_groups() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    pool.confirmed_user("bob").await;
    let name = |number: usize| format!("group-{number:03}");
    for number in 0..102 {
        create(&pool, &name(number), None, None).await;
    }
    for number in 0..100 {
        add(&pool, &name(number), "alice").await.ok();
    }
    let full = ("InvalidParameterException", "A user can be in at most 100 groups.");
    add(&pool, &name(100), "alice").await.refused(full.0, full.1);
    // Adding the user again to one of its groups still succeeds.
    add(&pool, &name(7), "alice").await.ok();
    add(&pool, &name(100), "bob").await.ok();
    for number in [3, 4] {
        pool.call("DeleteGroup", json!({ "GroupName": name(number) })).await.ok();
    }
    for number in [100, 101] {
        add(&pool, &name(number), "alice").await.ok();
    }
    create(&pool, "one-more", None, None).await;
    add(&pool, "one-more", "alice").await.refused(full.0, full.1);
    pools::jobs::run_once(server.inner()).await.unwrap();
    add(&pool, "one-more", "alice").await.refused(full.0, full.1);
    pool.call("AdminRemoveUserFromGroup", json!({ "GroupName": name(0), "Username": "alice" }))
        .await
        .ok();
    add(&pool, "one-more", "alice").await.ok();
    server.deep_doctor().await;
}
