use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestPool, TestServer};

use crate::bearer::every_attribute;

const INVALID: &str = "InvalidParameterException";

async fn add(pool: &TestPool, attributes: Value) -> Answer {
    pool.call("AddCustomAttributes", json!({ "CustomAttributes": attributes })).await
}

async fn schema(pool: &TestPool) -> Vec<Value> {
    let described = pool.call("DescribeUserPool", json!({})).await.ok();
    described["UserPool"]["SchemaAttributes"].as_array().unwrap().clone()
}

fn value(user: &Value, name: &str) -> Option<Value> {
    let list = user["UserAttributes"].as_array().unwrap();
    list.iter()
        .find(|attribute| attribute["Name"] == name)
        .map(|attribute| attribute["Value"].clone())
}

#[tokio::test]
async fn new_attributes_are_described_and_usable_at_once() {
    let server = every_attribute();
    let pool = server
        .pool_with(json!({ "Schema": [{ "Name": "first", "AttributeDataType": "String" }] }))
        .await;
    let client = pool.client().await;
    let refused = client.sign_up("alice", &[("custom:level", "3")]).await;
    assert_eq!(refused.kind(), INVALID, "the cache knows the pool without it");
    server.advance_seconds(60);
    let attributes = json!([
        { "Name": "level", "AttributeDataType": "Number", "Mutable": true, "NumberAttributeConstraints": { "MaxValue": "9" } },
        { "Name": "note", "AttributeDataType": "String", "DeveloperOnlyAttribute": true },
    ]);
    assert_eq!(add(&pool, attributes).await.ok(), json!({}));
    let schema = schema(&pool).await;
    assert_eq!(schema.len(), 24);
    let level = json!({ "Name": "custom:level", "AttributeDataType": "Number", "DeveloperOnlyAttribute": false, "Mutable": true,
        "Required": false, "NumberAttributeConstraints": { "MaxValue": "9" } });
    let note = json!({ "Name": "dev:custom:note", "AttributeDataType": "String", "DeveloperOnlyAttribute": true, "Mutable": false,
        "Required": false, "StringAttributeConstraints": {} });
    assert_eq!(
        (&schema[21]["Name"], &schema[22], &schema[23]),
        (&json!("custom:first"), &level, &note)
    );
    client.sign_up("alice", &[("custom:level", "3")]).await.ok();
    assert_eq!(value(&pool.user("alice").await, "custom:level"), Some(json!("3")));
    let over = client.sign_up("bob", &[("custom:level", "10")]).await;
    assert_eq!(over.kind(), INVALID, "{over:?}");
    let body = json!({ "Username": "carol", "TemporaryPassword": PASSWORD, "MessageAction": "SUPPRESS",
        "UserAttributes": [{ "Name": "dev:custom:note", "Value": "n" }] });
    pool.call("AdminCreateUser", body).await.ok();
    assert_eq!(value(&pool.user("carol").await, "dev:custom:note"), Some(json!("n")));
    let changed =
        pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"]["LastModifiedDate"].take();
    assert_eq!(changed, json!(server.now().millis() as f64 / 1_000.0));
    let server = server.restarted().await;
    assert_eq!(self::schema(&pool.at(&server)).await, schema);
    server.deep_doctor().await;
}

/// An update does not remove them.
#[tokio::test]
async fn new_attributes_survive_an_update() {
    let pool = TestServer::start().pool().await;
    add(&pool, json!([{ "Name": "tenant", "AttributeDataType": "String" }])).await.ok();
    pool.call("UpdateUserPool", json!({})).await.ok();
    assert_eq!(schema(&pool).await[21]["Name"], "custom:tenant");
    let taken = "custom:tenant: Existing attribute already has name custom:tenant.";
    add(&pool, json!([{ "Name": "tenant", "AttributeDataType": "String" }]))
        .await
        .refused(INVALID, taken);
}

/// All or nothing.
#[tokio::test]
async fn invalid_attributes_are_refused() {
    let pool = TestServer::start().pool().await;
    let before = schema(&pool).await;
    let required = "Required custom attributes are not supported currently.";
    add(&pool, json!([{ "Name": "good", "AttributeDataType": "String" }, { "Name": "bad", "AttributeDataType": "String", "Required": true }]))
        .await
        .refused(INVALID, required);
    let twice = "custom:a: Existing attribute already has name custom:a.";
    add(&pool, json!([{ "Name": "a", "AttributeDataType": "String" }, { "Name": "a", "AttributeDataType": "String" }])).await.refused(INVALID, twice);
    let limits = json!({ "MaxLength": "2049" });
    let long = "user.custom:a: String attributes cannot have a length of more than 2048";
    add(&pool, json!([{ "Name": "a", "AttributeDataType": "String", "StringAttributeConstraints": limits }]))
        .await
        .refused(INVALID, long);
    let untyped =
        "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.";
    add(&pool, json!([{ "Name": "a" }])).await.refused(INVALID, untyped);
    let name = "x".repeat(21);
    let text = format!(
        "1 validation error detected: Value '{name}' at 'customAttributes.1.member.name' failed to satisfy constraint: \
         Member must have length less than or equal to 20"
    );
    add(&pool, json!([{ "Name": name }])).await.refused(INVALID, &text);
    assert_eq!(schema(&pool).await, before);
}

#[tokio::test]
async fn at_most_25_are_added_per_call_and_50_in_total() {
    let pool = TestServer::start().pool().await;
    let numbered = |from: usize, count: usize| -> Value {
        (from..from + count)
            .map(|n| json!({ "Name": format!("n{n}"), "AttributeDataType": "String" }))
            .collect()
    };
    for count in [0, 26] {
        let answer = add(&pool, numbered(0, count)).await;
        assert!(
            answer.kind() == INVALID
                && answer.text().contains("'customAttributes' failed to satisfy constraint"),
            "{answer:?}"
        );
    }
    add(&pool, numbered(0, 25)).await.ok();
    add(&pool, numbered(25, 25)).await.ok();
    let full = "A user pool cannot have more than 50 custom attributes.";
    add(&pool, numbered(50, 1)).await.refused(INVALID, full);
    assert_eq!(schema(&pool).await.len(), 71);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "CustomAttributes": [{ "Name": "a", "AttributeDataType": "String" }] });
    let answer = server.call("AddCustomAttributes", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
