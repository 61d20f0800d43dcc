use serde_json::{Value, json};
use testkit::{TestServer, merged};

use crate::sessions::track;

#[tokio::test]
async fn new_settings_replace_the_old_ones() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let before = pool.call("DescribeUserPool", json!({})).await.ok();
    server.advance_seconds(1);
    for (tracking, most) in [("ENABLED", 1), ("ENABLED", 100), ("DISABLED", 7)] {
        let expected = json!({ "UserPoolId": pool.id, "UserSessionTracking": tracking, "TokenSession": { "MaxPerUser": most } });
        assert_eq!(track(&pool, tracking, most).await.ok(), expected);
        assert_eq!(pool.call("GetUserPoolSessionConfiguration", json!({})).await.ok(), expected);
    }
    // Nothing else changes.
    let after = pool.call("DescribeUserPool", json!({})).await.ok();
    assert_eq!(after["UserPool"]["LastModifiedDate"], 1_772_600_768.089);
    let settings = |described: &Value| {
        merged(described["UserPool"].clone(), json!({ "LastModifiedDate": null }))
    };
    assert_eq!(settings(&before), settings(&after));
}

/// Every node applies the setting at once.
#[tokio::test]
async fn the_next_sign_in_is_tracked() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    client.tokens("alice").await;
    track(&pool, "ENABLED", 20).await.ok();
    client.tokens("alice").await;
    let listed = pool.call("AdminListUserSessions", json!({ "Username": "alice" })).await.ok();
    assert_eq!(listed["Sessions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_tier_must_include_sessions() {
    let server = TestServer::start();
    let text = "The following features need to be disabled for the LITE pricing tier configured: Session Tracking";
    let lite = server.pool_with(json!({ "UserPoolTier": "LITE" })).await;
    for tracking in ["ENABLED", "DISABLED"] {
        track(&lite, tracking, 5).await.refused("FeatureUnavailableInTierException", text);
    }
    for tier in ["ESSENTIALS", "PLUS"] {
        track(&server.pool_with(json!({ "UserPoolTier": tier })).await, "ENABLED", 5).await.ok();
    }
}

#[tokio::test]
async fn every_member_is_required_and_bounded() {
    let pool = TestServer::start().pool().await;
    for most in [0, 101] {
        let answer = track(&pool, "ENABLED", most).await;
        assert_eq!(answer.kind(), "InvalidParameterException");
    }
    let text = "2 validation errors detected: Value null at 'userSessionTracking' failed to satisfy constraint: Member must not be null; \
                Value null at 'tokenSession' failed to satisfy constraint: Member must not be null";
    pool.call("SetUserPoolSessionConfiguration", json!({}))
        .await
        .refused("InvalidParameterException", text);
}

#[tokio::test]
async fn an_unknown_pool_is_named() {
    let server = TestServer::start();
    let mut unknown = server.pool().await;
    unknown.id = "eu-west-1_Unknown00".to_owned();
    let text = "User pool eu-west-1_Unknown00 does not exist.";
    track(&unknown, "ENABLED", 5).await.refused("ResourceNotFoundException", text);
}
