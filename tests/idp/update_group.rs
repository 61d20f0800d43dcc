use serde_json::{Value, json};
use testkit::{Answer, Jwt, TestPool, TestServer, Tokens, merged};

const ROLES: &str = "arn:aws:iam::111122223333:role/";

fn role(name: &str) -> String {
    format!("{ROLES}{name}")
}

async fn update(pool: &TestPool, name: &str, settings: Value) -> Answer {
    pool.call("UpdateGroup", merged(json!({ "GroupName": name }), settings)).await
}

#[tokio::test]
async fn only_the_given_members_change() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let before = json!({ "GroupName": "admins", "Description": "They may", "RoleArn": role("admin"), "Precedence": 5 });
    let mut expected = pool.call("CreateGroup", before).await.ok();
    for settings in [
        json!({}),
        json!({ "Precedence": 0 }),
        json!({ "Description": "" }),
        json!({ "RoleArn": role("other") }),
        json!({ "Description": "Others", "Precedence": i32::MAX, "RoleArn": role("admin") }),
    ] {
        server.advance_seconds(1);
        let now = json!({ "LastModifiedDate": server.now().millis() as f64 / 1_000.0 });
        expected["Group"] = merged(merged(expected["Group"].clone(), settings.clone()), now);
        assert_eq!(update(&pool, "admins", settings).await.ok(), expected);
        assert_eq!(pool.call("GetGroup", json!({ "GroupName": "admins" })).await.ok(), expected);
    }
    server.deep_doctor().await;
}

/// The next tokens follow the new settings; the clock does not move here.
#[tokio::test]
async fn precedence_and_roles_reach_the_next_tokens() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    for (name, precedence) in [("beta", 1), ("admins", 2)] {
        pool.call(
            "CreateGroup",
            json!({ "GroupName": name, "Precedence": precedence, "RoleArn": role(name) }),
        )
        .await
        .ok();
        pool.call("AdminAddUserToGroup", json!({ "GroupName": name, "Username": "alice" }))
            .await
            .ok();
    }
    let first = client.tokens("alice").await;
    let steps = [
        (json!({}), json!(["beta", "admins"]), json!(["beta", "admins"]), Some("beta")),
        (
            json!({ "Precedence": 0 }),
            json!(["admins", "beta"]),
            json!(["admins", "beta"]),
            Some("admins"),
        ),
        (json!({ "Precedence": 1 }), json!(["admins", "beta"]), json!(["admins", "beta"]), None),
        (
            json!({ "RoleArn": role("beta") }),
            json!(["admins", "beta"]),
            json!(["beta"]),
            Some("beta"),
        ),
        (
            json!({ "Precedence": 0, "RoleArn": role("own") }),
            json!(["admins", "beta"]),
            json!(["own", "beta"]),
            Some("own"),
        ),
    ];
    for (settings, groups, roles, preferred) in steps {
        update(&pool, "admins", settings.clone()).await.ok();
        let roles: Vec<String> =
            roles.as_array().unwrap().iter().map(|name| role(name.as_str().unwrap())).collect();
        let refreshed = Tokens::of(&client.refresh(&first.refresh).await.ok());
        for tokens in [client.tokens("alice").await, refreshed] {
            let id = Jwt::decode(&tokens.id).claims;
            assert_eq!(id["cognito:groups"], groups, "{settings}");
            assert_eq!(Jwt::decode(&tokens.access).claims["cognito:groups"], groups, "{settings}");
            assert_eq!(id["cognito:roles"], json!(roles), "{settings}");
            assert_eq!(
                id.get("cognito:preferred_role").cloned(),
                preferred.map(|name| json!(role(name))),
                "{settings}"
            );
        }
    }
}

#[tokio::test]
async fn a_changed_group_keeps_its_members() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "crew", "Username": "alice" }))
        .await
        .ok();
    update(&pool, "crew", json!({ "Description": "All hands" })).await.ok();
    let listed = pool.call("ListUsersInGroup", json!({ "GroupName": "crew" })).await.ok();
    assert_eq!(listed["Users"][0]["Username"], "alice");
    let groups = pool.call("AdminListGroupsForUser", json!({ "Username": "alice" })).await.ok();
    assert_eq!(groups["Groups"][0]["Description"], "All hands");
    server.deep_doctor().await;
}

#[tokio::test]
async fn unknown_groups_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    update(&pool, "admins", json!({}))
        .await
        .refused("ResourceNotFoundException", "Group not found.");
    let answer = update(&pool, "admins", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    let text = "1 validation error detected: Value '-1' at 'precedence' failed to satisfy constraint: \
                Member must have value greater than or equal to 0";
    update(&pool, "admins", json!({ "Precedence": -1 }))
        .await
        .refused("InvalidParameterException", text);
}
