use serde_json::{Value, json};
use testkit::{Answer, TestClient, TestServer, merged};

use crate::sessions::{OFF, scene, track};

async fn set(client: &TestClient, minutes: i64) -> Answer {
    let body = json!({ "ClientId": client.id, "SSOSession": { "MaxValidityMinutes": minutes } });
    client.pool.call("SetUserPoolClientSessionConfiguration", body).await
}

async fn get(client: &TestClient) -> Value {
    client
        .pool
        .call("GetUserPoolClientSessionConfiguration", json!({ "ClientId": client.id }))
        .await
        .ok()
}

#[tokio::test]
async fn new_settings_replace_the_old_ones() {
    let scene = scene(20).await;
    let client = scene.pool.client_with(json!({ "GenerateSecret": true })).await;
    let describe = || scene.pool.call("DescribeUserPoolClient", json!({ "ClientId": client.id }));
    let before = describe().await.ok();
    scene.server.advance_seconds(1);
    for minutes in [0, 129_600, 15] {
        let limits = json!({ "MaxValidityMinutes": minutes });
        let expected =
            json!({ "UserPoolId": scene.pool.id, "ClientId": client.id, "SSOSession": limits });
        assert_eq!(set(&client, minutes).await.ok(), expected);
        assert_eq!(get(&client).await, expected);
    }
    // Neither the other settings nor the other client changes.
    let after = describe().await.ok();
    assert_eq!(after["UserPoolClient"]["LastModifiedDate"], 1_772_600_768.089);
    let settings = |described: &Value| {
        merged(described["UserPoolClient"].clone(), json!({ "LastModifiedDate": null }))
    };
    assert_eq!(settings(&before), settings(&after));
    assert_eq!(get(&scene.client).await["SSOSession"]["MaxValidityMinutes"], 60);
    client.call("RevokeToken", json!({ "Token": "x", "ClientSecret": client.secret })).await.ok();
}

#[tokio::test]
async fn settings_are_kept_while_tracking_is_off() {
    let scene = scene(20).await;
    set(&scene.client, 15).await.ok();
    track(&scene.pool, "DISABLED", 20).await.ok();
    set(&scene.client, 30).await.refused("OperationNotEnabledException", OFF.1);
    assert_eq!(get(&scene.client).await["SSOSession"]["MaxValidityMinutes"], 15);
    track(&scene.pool, "ENABLED", 20).await.ok();
    set(&scene.client, 30).await.ok();
}

#[tokio::test]
async fn the_tier_must_include_sessions() {
    let lite = TestServer::start().pool_with(json!({ "UserPoolTier": "LITE" })).await;
    let text = "The following features need to be disabled for the LITE pricing tier configured: Session Tracking";
    set(&lite.client().await, 15).await.refused("FeatureUnavailableInTierException", text);
}

#[tokio::test]
async fn every_member_is_required_and_bounded() {
    let scene = scene(20).await;
    for minutes in [-1, 129_601] {
        assert_eq!(set(&scene.client, minutes).await.kind(), "InvalidParameterException");
    }
    let text = "1 validation error detected: Value null at 'sSOSession' failed to satisfy constraint: Member must not be null";
    let answer = scene
        .pool
        .call("SetUserPoolClientSessionConfiguration", json!({ "ClientId": scene.client.id }))
        .await;
    answer.refused("InvalidParameterException", text);
}

#[tokio::test]
async fn unknown_pools_and_clients_are_named() {
    let scene = scene(20).await;
    let mut unknown = TestClient { id: "unknown".to_owned(), ..scene.client.clone() };
    set(&unknown, 15)
        .await
        .refused("ResourceNotFoundException", "User pool client unknown does not exist.");
    // A client of another pool is unknown too.
    let elsewhere = scene.server.pool().await.client().await;
    let misplaced = TestClient { id: elsewhere.id.clone(), ..scene.client.clone() };
    let text = format!("User pool client {} does not exist.", elsewhere.id);
    set(&misplaced, 15).await.refused("ResourceNotFoundException", &text);
    unknown.pool.id = "eu-west-1_Unknown00".to_owned();
    set(&unknown, 15)
        .await
        .refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
