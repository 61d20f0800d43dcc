use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn tracking_is_off_by_default() {
    let server = TestServer::start();
    for tier in ["LITE", "ESSENTIALS"] {
        let pool = server.pool_with(json!({ "UserPoolTier": tier })).await;
        let expected = json!({ "UserPoolId": pool.id, "UserSessionTracking": "DISABLED", "TokenSession": { "MaxPerUser": 20 } });
        assert_eq!(pool.call("GetUserPoolSessionConfiguration", json!({})).await.ok(), expected);
    }
}

#[tokio::test]
async fn a_pool_must_be_given_and_exist() {
    let server = TestServer::start();
    let answer = server
        .call("GetUserPoolSessionConfiguration", json!({ "UserPoolId": "eu-west-1_Unknown00" }))
        .await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let text = "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null";
    server
        .call("GetUserPoolSessionConfiguration", json!({}))
        .await
        .refused("InvalidParameterException", text);
}
