//! A clock that is ahead for a minute removes nothing that revokes a token.

use pools::jobs;
use pools::keys::{LEAST_LEAD_SECONDS, rotate};
use serde_json::json;
use testkit::{Jwt, TestServer, Tokens};

const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");
const CUT_OFF: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");
const REUSED: (&str, &str) = ("RefreshTokenReuseException", "Refresh Token has already been used.");
const HOUR: i64 = 3_600;
const THIRTY_YEARS: i64 = 30 * 365 * 24 * HOUR;

async fn sweep(server: &TestServer) {
    jobs::run_once(server.inner()).await.unwrap();
}

/// The clock is ahead by thirty years for a minute, while expired rows are removed.
async fn ahead_for_a_minute(server: &TestServer) {
    let right = server.now();
    server.set_clock(right.plus_seconds(THIRTY_YEARS));
    sweep(server).await;
    server.advance_seconds(60);
    sweep(server).await;
    server.set_clock(right.plus_seconds(60));
    sweep(server).await;
}

/// A user whose refresh token is revoked, and one whose was rotated out.
struct Scene {
    server: TestServer,
    plain: testkit::TestClient,
    rotating: testkit::TestClient,
    revoked: Tokens,
    rotated_out: Tokens,
}

impl Scene {
    async fn new() -> Self {
        let server = TestServer::start();
        let pool = server.pool().await;
        pool.confirmed_user("alice").await;
        let (plain, rotating) = (pool.client().await, pool.rotating_client(0).await);
        let revoked = plain.tokens("alice").await;
        let rotated_out = rotating.tokens("alice").await;
        plain.revoke(&revoked.refresh).await.ok();
        rotating.get_tokens(&rotated_out.refresh).await.ok();
        Self { server, plain, rotating, revoked, rotated_out }
    }

    async fn require_refused(&self, server: &TestServer) {
        let (plain, rotating) = (self.plain.at(server), self.rotating.at(server));
        plain.refresh(&self.revoked.refresh).await.refused(REVOKED.0, REVOKED.1);
        server.get_user(&self.revoked.access).await.refused(CUT_OFF.0, CUT_OFF.1);
        // The first reuse, which is late, revokes the family.
        let reused = rotating.get_tokens(&self.rotated_out.refresh).await;
        assert!([REUSED, REVOKED].contains(&(reused.kind(), reused.text())), "{reused:?}");
    }
}

#[tokio::test]
async fn a_clock_that_is_ahead_for_a_minute_brings_no_token_back() {
    let scene = Scene::new().await;
    sweep(&scene.server).await;
    ahead_for_a_minute(&scene.server).await;
    scene.require_refused(&scene.server).await;
    // A node that starts with such a clock has only the mark to go by.
    let node = scene.server.sibling();
    ahead_for_a_minute(&node).await;
    scene.require_refused(&node).await;
    let restarted = scene.server.restarted().await;
    ahead_for_a_minute(&restarted).await;
    scene.require_refused(&restarted).await;
    restarted.deep_doctor().await;
}

/// Even if the first server that ever looks has such a clock.
#[tokio::test]
async fn the_first_mark_does_not_come_from_a_clock_that_is_ahead() {
    let scene = Scene::new().await;
    let right = scene.server.now();
    scene.server.set_clock(right.plus_seconds(THIRTY_YEARS));
    let late = scene.server.sibling();
    sweep(&late).await;
    scene.server.set_clock(right);
    scene.require_refused(&late).await;
}

#[tokio::test]
async fn a_database_whose_clock_is_behind_keeps_rows() {
    let scene = Scene::new().await;
    sweep(&scene.server).await;
    let right = scene.server.now();
    scene.server.set_database_clock(right.plus_seconds(60));
    // Time really passes, so only the database's clock is in the way.
    scene.server.advance_seconds(THIRTY_YEARS);
    sweep(&scene.server).await;
    scene.server.set_clock(right);
    let is_shared = scene.server.inner().store.is_shared();
    let refreshed = scene.plain.refresh(&scene.revoked.refresh).await;
    assert_eq!(refreshed.result.is_err(), is_shared, "an embedded store has no clock");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_outlive_a_clock_that_is_ahead_for_a_minute() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "AccessTokenValidity": 24 })).await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    sweep(&server).await;
    rotate(server.inner(), &pool.id, LEAST_LEAD_SECONDS).await.unwrap();
    server.advance_seconds(2 * HOUR);
    ahead_for_a_minute(&server).await;
    let restarted = server.restarted().await;
    let jwks = pool.at(&restarted).jwks().await;
    assert!(Jwt::decode(&tokens.access).is_signed_by(&jwks));
    restarted.get_user(&tokens.access).await.ok();
}
