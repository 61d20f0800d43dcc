//! A clock that is ahead for a minute removes nothing that revokes a token.

use pools::doctor::expiry_mark;
use pools::jobs::{self, Runner};
use pools::keys::{LEAST_LEAD_SECONDS, rotate};
use serde_json::json;
use store::{Batch, Pool, Rev, Spent};
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

/// The bound on a store without a mark takes what it can read.
#[tokio::test]
async fn a_pool_that_cannot_be_read_does_not_stop_expiry() {
    let server = TestServer::start();
    let store = &server.inner().store;
    let pool = server.pool().await;
    let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
    let part = store::placement::parts(&pool.id, row.n_parts).next().unwrap();
    let rev = Rev(server.inner().rng.positive_i63());
    let spent = Spent { part, id: "expired".to_owned(), expires: 1, rev };
    let mut batch = Batch::new(rev);
    let unreadable =
        Pool { pool_id: "eu-west-1_Unreadable".to_owned(), doc: "?".to_owned(), ..row };
    batch.at(server.now().millis()).insert(&spent).insert(&unreadable);
    store.commit(batch).await.unwrap();
    sweep(&server).await;
    assert!(store.read(Spent::get(&spent.part, "expired")).await.unwrap().is_none());
    assert!(expiry_mark(store).await.unwrap().is_some());
    assert!(pools::doctor::newest(store).await.is_err(), "doctor reports it");
}

/// Only one node removes expired rows, but every node's clock matters.
#[tokio::test]
async fn a_jump_on_a_node_without_the_lease_is_reported() {
    let server = TestServer::start();
    let node = server.sibling_off_by(0);
    let (mut first, mut second) =
        (Runner::new(server.inner(), true), Runner::new(node.inner(), true));
    first.run_once().await.unwrap();
    second.run_once().await.unwrap();
    let store = &server.inner().store;
    let mark = async || expiry_mark(store).await.unwrap().unwrap();
    let before = mark().await;
    // Not far enough to take the other's lease for one of a wrong clock.
    node.set_clock(node.now().plus_seconds(-300));
    second.run_once().await.unwrap();
    let after = mark().await;
    assert_eq!((after.jumped, after.jump_millis), (node.now(), -300_000));
    assert_eq!((after.at, after.claimed), (before.at, before.claimed), "it proves nothing");
    // The node that removes rows goes on from there, and keeps it.
    for _ in 0..10 {
        server.advance_seconds(60);
        first.run_once().await.unwrap();
    }
    let later = mark().await;
    assert_eq!((later.jumped, later.jump_millis), (after.jumped, -300_000));
    assert!(later.at > before.at);
    assert_eq!(later.at, server.now());
}
