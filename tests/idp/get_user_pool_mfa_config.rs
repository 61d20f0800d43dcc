use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn a_pool_without_settings_has_no_mfa() {
    let pool = TestServer::start().pool().await;
    assert_eq!(
        pool.call("GetUserPoolMfaConfig", json!({})).await.ok(),
        json!({ "MfaConfiguration": "OFF" })
    );
}

/// The pool's own settings show here.
#[tokio::test]
async fn settings_from_create_and_update_are_returned() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" });
    let settings = json!({ "MfaConfiguration": "OPTIONAL", "SmsConfiguration": sms, "SmsAuthenticationMessage": "M {####}" });
    let pool = TestServer::start().pool_with(settings).await;
    let part = json!({ "SmsConfiguration": sms, "SmsAuthenticationMessage": "M {####}" });
    let expected = json!({ "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": part });
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), expected);
    pool.call("UpdateUserPool", json!({ "SmsAuthenticationMessage": "N {####}" })).await.ok();
    let part = json!({ "SmsConfiguration": sms, "SmsAuthenticationMessage": "N {####}" });
    let expected = json!({ "MfaConfiguration": "OPTIONAL", "SmsMfaConfiguration": part });
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), expected);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("GetUserPoolMfaConfig", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let missing = "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null";
    server
        .call("GetUserPoolMfaConfig", json!({}))
        .await
        .refused("InvalidParameterException", missing);
}
