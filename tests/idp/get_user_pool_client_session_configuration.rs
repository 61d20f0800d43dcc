use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn the_default_is_an_hour() {
    let client = TestServer::start().pool().await.client().await;
    let answer = client
        .pool
        .call("GetUserPoolClientSessionConfiguration", json!({ "ClientId": client.id }))
        .await
        .ok();
    let expected = json!({ "UserPoolId": client.pool.id, "ClientId": client.id, "SSOSession": { "MaxValidityMinutes": 60 } });
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn pool_and_client_must_exist() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let unknown =
        pool.call("GetUserPoolClientSessionConfiguration", json!({ "ClientId": "unknown" })).await;
    unknown.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": pool.client().await.id });
    let answer = server.call("GetUserPoolClientSessionConfiguration", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let text = "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must not be null";
    pool.call("GetUserPoolClientSessionConfiguration", json!({}))
        .await
        .refused("InvalidParameterException", text);
}
