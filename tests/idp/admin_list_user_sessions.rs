use serde_json::{Value, json};
use testkit::{Jwt, PASSWORD, TestServer, Tokens, redacted};

use crate::sessions::{OFF, scene};

#[tokio::test]
async fn a_session_is_reported_in_full() {
    let scene = scene(20).await;
    let phone = scene.client.at(&scene.server.called_by("Mozilla/5.0 (Phone)", "198.51.100.7"));
    let first = Tokens::of(&phone.password("alice", PASSWORD).await.ok());
    scene.server.advance_seconds(1);
    let second = scene.client.tokens("alice").await;
    let answer =
        scene.pool.call("AdminListUserSessions", json!({ "Username": scene.sub })).await.ok();
    let ids = [scene.id_of(&second).await, scene.id_of(&first).await];
    for id in &ids {
        let random = id.strip_prefix("tkn").unwrap();
        assert!(
            random.len() == 25
                && random
                    .bytes()
                    .all(|byte| b"0123456789abcdefghijklmnopqrstuvwxyz".contains(&byte)),
            "{id}"
        );
        // It is not an id from the tokens: seeing a token does not reveal it.
        assert!(!Jwt::decode(&first.access).claims.to_string().contains(random));
    }
    let expected = json!({ "Sessions": [
        {
            "SessionId": "<second>",
            "SessionType": "TOKEN",
            "ClientId": "<client>",
            "CreateDate": 1_772_600_768.089,
            "LastActiveDate": 1_772_600_768.089,
            "DeviceType": "unknown",
            "IsCurrentSession": false,
        },
        {
            "SessionId": "<first>",
            "SessionType": "TOKEN",
            "ClientId": "<client>",
            "CreateDate": 1_772_600_767.089,
            "LastActiveDate": 1_772_600_767.089,
            "DeviceType": "Mozilla/5.0 (Phone)",
            "LastIPAddress": "198.51.100.7",
            "IsCurrentSession": false,
        },
    ] });
    let known = [
        (ids[0].as_str(), "<second>"),
        (ids[1].as_str(), "<first>"),
        (scene.client.id.as_str(), "<client>"),
    ];
    assert_eq!(redacted(&answer, &known), expected);
}

#[tokio::test]
async fn a_user_who_never_signed_in_has_no_sessions() {
    let scene = scene(20).await;
    assert_eq!(scene.list().await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_hundred_sessions_fit_on_one_page() {
    let scene = scene(100).await;
    for _ in 0..101 {
        scene.client.tokens("alice").await;
    }
    assert_eq!(scene.list().await.len(), 100);
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn invalid_requests_are_refused() {
    let scene = scene(20).await;
    let nobody = scene.pool.call("AdminListUserSessions", json!({ "Username": "nobody" })).await;
    nobody.refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let unknown = scene.server.call("AdminListUserSessions", body).await;
    unknown.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let paged = scene
        .pool
        .call("AdminListUserSessions", json!({ "Username": "alice", "NextToken": "x" }))
        .await;
    paged.refused("InvalidParameterException", "Invalid pagination token.");
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    scene
        .pool
        .call("AdminListUserSessions", json!({}))
        .await
        .refused("InvalidParameterException", text);
}

#[tokio::test]
async fn an_untracked_pool_lists_no_sessions() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    assert_eq!(OFF.0, "OperationNotEnabledException");
    pool.call("AdminListUserSessions", json!({ "Username": "alice" })).await.refused(OFF.0, OFF.1);
}
