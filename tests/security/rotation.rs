//! Rotating refresh tokens: retired tokens stay retired, and families are kept apart.

use serde_json::{Value, json};
use store::{Batch, ConfigRev, PoolClient, Rev};
use testkit::{Jwt, TestClient, TestPool, TestServer, Tokens};

use super::NOT_AUTHORIZED;

const INVALID: &str = "Invalid Refresh Token.";
const REVOKED: &str = "Refresh Token has been revoked";
const REUSED: (&str, &str) = ("RefreshTokenReuseException", "Refresh Token has already been used.");

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    first: Tokens,
    second: Tokens,
}

/// A rotating client, with the tokens of a sign-in and their successors.
async fn scene() -> Scene {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.rotating_client(0).await;
    pool.confirmed_user("alice").await;
    let first = client.tokens("alice").await;
    let second = next(&client, &first).await;
    Scene { server, pool, client, first, second }
}

async fn next(client: &TestClient, tokens: &Tokens) -> Tokens {
    Tokens::of(&client.get_tokens(&tokens.refresh).await.ok())
}

impl Scene {
    /// Changes the client's settings in the store and lets a second pass, after which nodes look
    /// again.
    async fn change_client(&self, change: impl FnOnce(&mut Value)) {
        let inner = self.server.inner();
        let row = inner
            .store
            .read(PoolClient::get(&self.pool.id, &self.client.id))
            .await
            .unwrap()
            .unwrap();
        let mut doc: Value = serde_json::from_str(&row.doc).unwrap();
        change(&mut doc["settings"]);
        let rev = Rev(inner.rng.positive_i63());
        let mut batch = Batch::new(rev);
        batch.update(&PoolClient { doc: doc.to_string(), ..row });
        batch.replace(&ConfigRev { pool_id: self.pool.id.clone(), rev });
        inner.store.commit(batch).await.unwrap();
        self.server.advance_seconds(1);
    }

    async fn turn_off(&self) {
        self.change_client(|settings| {
            // A leftover grace period lets nothing in.
            settings["RefreshTokenRotation"] =
                json!({ "Feature": "DISABLED", "RetryGracePeriodSeconds": 60 });
            settings["ExplicitAuthFlows"] =
                json!(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
        })
        .await;
    }

    async fn set_grace(&self, seconds: i64) {
        self.change_client(|settings| {
            settings["RefreshTokenRotation"]["RetryGracePeriodSeconds"] = json!(seconds);
        })
        .await;
    }
}

#[tokio::test]
async fn another_client_or_pool_cannot_use_it() {
    let scene = scene().await;
    let elsewhere = scene.server.pool().await;
    elsewhere.confirmed_user("alice").await;
    for other in [
        scene.pool.rotating_client(60).await,
        scene.pool.client().await,
        elsewhere.rotating_client(60).await,
    ] {
        for token in [&scene.first, &scene.second] {
            other.get_tokens(&token.refresh).await.refused(NOT_AUTHORIZED, INVALID);
            // Nor revoke it.
            other.revoke(&token.refresh).await.ok();
        }
    }
    next(&scene.client, &scene.second).await;
    scene.server.deep_doctor().await;
}

/// Another user's family, and another family of the same user, are unaffected.
#[tokio::test]
async fn families_do_not_mix() {
    let scene = scene().await;
    scene.pool.confirmed_user("bob").await;
    let (bob, other) = (scene.client.tokens("bob").await, scene.client.tokens("alice").await);
    let (bobs, others) = (next(&scene.client, &bob).await, next(&scene.client, &other).await);
    scene.client.revoke(&scene.second.refresh).await.ok();
    scene.client.get_tokens(&scene.second.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
    for (retired, successor) in [(&bob, &bobs), (&other, &others)] {
        scene.client.get_tokens(&retired.refresh).await.refused(REUSED.0, REUSED.1);
        scene.server.get_user(&successor.access).await.ok();
        next(&scene.client, successor).await;
    }
}

/// Parts of two tokens of one family do not combine into a third.
#[tokio::test]
async fn parts_cannot_be_swapped() {
    let scene = scene().await;
    let parts = |tokens: &Tokens| tokens.refresh.split('.').map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (parts(&scene.first), parts(&scene.second));
    for mask in 1..15_usize {
        let mixed: Vec<&str> = (0..5)
            .map(|part| {
                if part > 0 && mask >> (part - 1) & 1 == 1 { &*second[part] } else { &*first[part] }
            })
            .collect();
        scene.client.get_tokens(&mixed.join(".")).await.refused(NOT_AUTHORIZED, INVALID);
    }
    next(&scene.client, &scene.second).await;
}

/// Turning rotation off brings nothing back; the current token keeps working and is not replaced.
#[tokio::test]
async fn retired_tokens_stay_retired_without_rotation() {
    let scene = scene().await;
    scene.turn_off().await;
    scene.client.get_tokens(&scene.first.refresh).await.refused(REUSED.0, REUSED.1);
    // The flow does not declare RefreshTokenReuseException.
    scene.client.refresh(&scene.first.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
    for _ in 0..2 {
        scene.client.refresh(&scene.second.refresh).await.ok();
        assert_eq!(next(&scene.client, &scene.second).await.refresh, "");
    }
    scene.client.revoke(&scene.second.refresh).await.ok();
    scene.client.refresh(&scene.second.refresh).await.refused(NOT_AUTHORIZED, REVOKED);
}

/// A family that began before rotation was turned on rotates from then on, and its tokens name it.
#[tokio::test]
async fn rotation_includes_older_families() {
    let scene = scene().await;
    scene.turn_off().await;
    scene.change_client(|settings| settings["EnableTokenRevocation"] = json!(false)).await;
    let older = scene.client.tokens("alice").await;
    assert!(Jwt::decode(&older.access).claims.get("origin_jti").is_none());
    scene
        .change_client(|settings| {
            settings["RefreshTokenRotation"] =
                json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 });
            settings["ExplicitAuthFlows"] = json!(["ALLOW_USER_PASSWORD_AUTH"]);
        })
        .await;
    let successor = next(&scene.client, &older).await;
    assert_eq!(
        Jwt::decode(&successor.id).text("origin_jti"),
        Jwt::decode(&successor.access).text("origin_jti")
    );
    scene.client.get_tokens(&older.refresh).await.refused(REUSED.0, REUSED.1);
    next(&scene.client, &successor).await;
    // Tokens from a retry name their family too, and are cut off with it.
    scene.set_grace(60).await;
    scene.change_client(|settings| settings["EnableTokenRevocation"] = json!(true)).await;
    let retried = next(&scene.client, &older).await;
    scene.client.revoke(&retried.refresh).await.ok();
    scene
        .server
        .get_user(&retried.access)
        .await
        .refused(NOT_AUTHORIZED, "Access Token has been revoked");
}

/// The grace period is the client's current one.
#[tokio::test]
async fn the_current_grace_period_applies() {
    let scene = scene().await;
    scene.set_grace(10).await;
    scene.server.advance_seconds(8);
    let retried = next(&scene.client, &scene.first).await;
    scene.set_grace(5).await;
    scene.client.get_tokens(&scene.first.refresh).await.refused(REUSED.0, REUSED.1);
    next(&scene.client, &retried).await;
}

/// The rows of a family hold nothing of its tokens.
#[tokio::test]
async fn the_row_reveals_nothing_of_the_token() {
    let scene = scene().await;
    let at_rest = scene.server.stolen().await;
    for token in [&scene.first, &scene.second] {
        let tag = token.refresh.rsplit('.').next().unwrap().as_bytes();
        assert!(!at_rest.windows(tag.len()).any(|bytes| bytes == tag));
    }
}
