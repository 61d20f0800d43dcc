//! The refusal table of refresh tokens.

use serde_json::json;
use testkit::{TestClient, TestPool, TestServer, Tokens};

use super::NOT_AUTHORIZED;

const INVALID: &str = "Invalid Refresh Token.";
const REVOKED: &str = "Refresh Token has been revoked";
const EXPIRED: &str = "Refresh Token has expired";
const MONTH_SECONDS: i64 = 30 * 86_400;

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    tokens: Tokens,
}

async fn scene() -> Scene {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    Scene { server, pool, client, tokens }
}

impl Scene {
    async fn admin(&self, operation: &str) {
        self.pool.call(operation, json!({ "Username": "alice" })).await.ok();
    }
}

#[tokio::test]
async fn anything_but_a_refresh_token_is_invalid() {
    let Scene { client, tokens, .. } = scene().await;
    let refresh = &tokens.refresh;
    let parts: Vec<&str> = refresh.split('.').collect();
    let swapped = [parts[0], parts[1], parts[2], parts[4], parts[3]].join(".");
    let padded = format!("{refresh}=");
    let other_header = [
        "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiZGlyIn0",
        parts[1],
        parts[2],
        parts[3],
        parts[4],
    ]
    .join(".");
    for token in ["x", "a.b.c.d.e", &tokens.access, &tokens.id, &swapped, &padded, &other_header] {
        client.refresh(token).await.refused(NOT_AUTHORIZED, INVALID);
    }
}

/// Every character counts: changing any of them is noticed.
#[tokio::test]
async fn a_changed_character_is_noticed() {
    let Scene { client, tokens, .. } = scene().await;
    let refresh = tokens.refresh.as_bytes();
    for at in
        (0..refresh.len()).step_by(17).chain([refresh.len() - 1]).filter(|at| refresh[*at] != b'.')
    {
        let mut changed = refresh.to_vec();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        client.refresh(&String::from_utf8(changed).unwrap()).await.refused(NOT_AUTHORIZED, INVALID);
    }
    client.refresh(&tokens.refresh).await.ok();
}

#[tokio::test]
async fn another_client_or_pool_cannot_use_it() {
    let Scene { server, pool, tokens, .. } = scene().await;
    pool.client().await.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, INVALID);
    let elsewhere = server.pool().await;
    elsewhere.confirmed_user("alice").await;
    elsewhere.client().await.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, INVALID);
    // Nor can it revoke it.
    pool.client().await.revoke(&tokens.refresh).await.ok();
    server.get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn it_expires_a_fixed_time_after_the_sign_in() {
    let Scene { server, client, tokens, .. } = scene().await;
    server.advance_seconds(MONTH_SECONDS - 1);
    // Using it does not extend it.
    client.refresh(&tokens.refresh).await.ok();
    server.advance_seconds(1);
    client.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, EXPIRED);
}

#[tokio::test]
async fn a_revoked_token_stays_revoked() {
    let Scene { client, tokens, .. } = scene().await;
    let other = client.tokens("alice").await;
    client.revoke(&tokens.refresh).await.ok();
    client.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
    client.revoke(&tokens.refresh).await.ok();
    client.refresh(&other.refresh).await.ok();
}

#[tokio::test]
async fn a_sign_out_ends_it() {
    let Scene { server, client, tokens, .. } = scene().await;
    let refreshed = Tokens::of(&client.refresh(&tokens.refresh).await.ok());
    server.call("GlobalSignOut", json!({ "AccessToken": refreshed.access })).await.ok();
    client.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
}

#[tokio::test]
async fn disabling_ends_it_for_good() {
    let scene = scene().await;
    scene.admin("AdminDisableUser").await;
    scene.client.refresh(&scene.tokens.refresh).await.refused(NOT_AUTHORIZED, "User is disabled.");
    scene.admin("AdminEnableUser").await;
    scene.client.refresh(&scene.tokens.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
}

#[tokio::test]
async fn a_deleted_user_cannot_refresh() {
    let scene = scene().await;
    scene.admin("AdminDeleteUser").await;
    scene
        .client
        .refresh(&scene.tokens.refresh)
        .await
        .refused("UserNotFoundException", "User does not exist.");
    scene.pool.confirmed_user("alice").await;
    scene
        .client
        .refresh(&scene.tokens.refresh)
        .await
        .refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test]
async fn a_new_password_does_not_affect_it() {
    let scene = scene().await;
    scene.pool.set_password("alice", "Another-Password-1").await;
    scene.client.refresh(&scene.tokens.refresh).await.ok();
}

/// Every token has a fresh seal: two sign-ins in the same millisecond share nothing but the header.
#[tokio::test]
async fn two_tokens_share_only_the_header() {
    let Scene { client, tokens, .. } = scene().await;
    let other = client.tokens("alice").await;
    let parts = |token: &str| token.split('.').map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (parts(&tokens.refresh), parts(&other.refresh));
    assert_eq!(first[0], second[0]);
    assert!((1..5).all(|part| first[part] != second[part]), "{first:?} {second:?}");
}
