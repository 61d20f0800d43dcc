use serde_json::{Value, json};
use testkit::{Answer, TestClient, TestServer, merged, redacted};

async fn list(client: &TestClient, more: Value) -> Answer {
    client
        .pool
        .call("ListUserPoolClientSecrets", merged(json!({ "ClientId": client.id }), more))
        .await
}

#[tokio::test]
async fn ids_are_listed_without_values() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    server.advance_seconds(1);
    pool.call("AddUserPoolClientSecret", json!({ "ClientId": client.id })).await.ok();
    let expected = json!({
        "ClientSecrets": [
            { "ClientSecretId": "<client>--1772600767089", "ClientSecretCreateDate": 1_772_600_767.089 },
            { "ClientSecretId": "<client>--1772600768089", "ClientSecretCreateDate": 1_772_600_768.089 },
        ],
    });
    assert_eq!(
        redacted(&list(&client, json!({})).await.ok(), &[(&client.id, "<client>")]),
        expected
    );
    assert_eq!(list(&pool.client().await, json!({})).await.ok(), json!({ "ClientSecrets": [] }));
}

#[tokio::test]
async fn there_is_one_page() {
    let client = TestServer::start().pool().await.client().await;
    list(&client, json!({ "NextToken": "a" }))
        .await
        .refused("InvalidParameterException", "Invalid pagination token.");
}

#[tokio::test]
async fn a_client_is_found_only_in_its_own_pool() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let text = format!("User pool client {} does not exist.", client.id);
    let elsewhere = TestClient { pool: server.pool().await, ..client.clone() };
    list(&elsewhere, json!({})).await.refused("ResourceNotFoundException", &text);
    let answer = list(&client, json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
