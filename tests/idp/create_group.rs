use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer, merged, redacted};

const INVALID: &str = "InvalidParameterException";

async fn create(pool: &TestPool, name: &str, settings: Value) -> Answer {
    pool.call("CreateGroup", merged(json!({ "GroupName": name }), settings)).await
}

#[tokio::test]
async fn a_group_is_returned_as_it_was_created() {
    let pool = TestServer::start().pool().await;
    let settings = json!({ "Description": "They may", "RoleArn": "arn:aws:iam::111122223333:role/admin", "Precedence": 0 });
    let made = create(&pool, "admins", settings.clone()).await.ok();
    let plain = json!({
        "GroupName": "admins",
        "UserPoolId": "<pool>",
        "CreationDate": 1_772_600_767.089,
        "LastModifiedDate": 1_772_600_767.089,
    });
    let known = [(pool.id.as_str(), "<pool>")];
    assert_eq!(redacted(&made, &known), json!({ "Group": merged(plain.clone(), settings) }));
    let bare = create(&pool, "users", json!({})).await.ok();
    assert_eq!(
        redacted(&bare, &known),
        json!({ "Group": merged(plain, json!({ "GroupName": "users" })) })
    );
}

#[tokio::test]
async fn names_are_unique_and_case_sensitive() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UsernameConfiguration": { "CaseSensitive": false } })).await;
    create(&pool, "admins", json!({})).await.ok();
    create(&pool, "admins", json!({}))
        .await
        .refused("GroupExistsException", "A group with the name already exists");
    create(&pool, "Admins", json!({})).await.ok();
    create(&server.pool().await, "admins", json!({})).await.ok();
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    let name = "1 validation error detected: Value null at 'groupName' failed to satisfy constraint: Member must not be null";
    pool.call("CreateGroup", json!({})).await.refused(INVALID, name);
    create(
        &pool,
        &"g".repeat(128),
        json!({ "Description": "d".repeat(2_048), "Precedence": i32::MAX }),
    )
    .await
    .ok();
    let long = "g".repeat(129);
    let text = format!(
        "1 validation error detected: Value '{long}' at 'groupName' failed to satisfy constraint: \
         Member must have length less than or equal to 128"
    );
    create(&pool, &long, json!({})).await.refused(INVALID, &text);
    let text = "1 validation error detected: Value '-1' at 'precedence' failed to satisfy constraint: \
                Member must have value greater than or equal to 0";
    create(&pool, "admins", json!({ "Precedence": -1 })).await.refused(INVALID, text);
    let text = "1 validation error detected: Value 'no-arn-whatever-it-looks-like' at 'roleArn' failed to satisfy constraint: \
                Member must satisfy regular expression pattern: \
                arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?";
    let answer =
        create(&pool, "admins", json!({ "RoleArn": "no-arn-whatever-it-looks-like" })).await;
    answer.refused(INVALID, text);
}

#[tokio::test]
async fn an_unknown_pool_is_named() {
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "GroupName": "admins" });
    let answer = TestServer::start().call("CreateGroup", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
