//! Rotating refresh tokens, used by many tasks at once.

use std::sync::Arc;

use serde_json::json;
use store::{Fault, Faults, Rev};
use testkit::{Answer, Holding, Losing, TestClient, TestServer, Tokens, race};

use super::{Held, TASKS, TOO_MANY, require_one_winner, require_refusals};

const REUSED: (&str, &str) = ("RefreshTokenReuseException", "Refresh Token has already been used.");
const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");
const CUT_OFF: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");

struct Scene {
    server: TestServer,
    client: TestClient,
    first: Tokens,
}

async fn scene(grace_seconds: i64) -> Scene {
    scene_on(TestServer::start(), grace_seconds).await
}

async fn scene_on(server: TestServer, grace_seconds: i64) -> Scene {
    let pool = server.pool().await;
    let client = pool.rotating_client(grace_seconds).await;
    pool.confirmed_user("alice").await;
    let first = client.tokens("alice").await;
    Scene { server, client, first }
}

impl Scene {
    /// Uses the same refresh token in many tasks while `cut_off` runs among them.
    async fn race<F>(&self, cut_off: impl Fn() -> Option<F>) -> Vec<Answer>
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        race(TASKS + 1, |number| {
            let (client, token) = (self.client.clone(), self.first.refresh.clone());
            let cut_off = if number == TASKS / 2 { cut_off() } else { None };
            async move {
                match cut_off {
                    Some(cut_off) => cut_off.await,
                    None => client.get_tokens(&token).await,
                }
            }
        })
        .await
    }

    async fn require_dead(&self, tokens: &Tokens) {
        self.server.get_user(&tokens.access).await.refused(CUT_OFF.0, CUT_OFF.1);
        self.client.get_tokens(&tokens.refresh).await.refused(REVOKED.0, REVOKED.1);
    }

    async fn require_all_dead(&self, answers: &[Answer]) {
        for tokens in tokens_of(answers).iter().chain([&self.first]) {
            self.require_dead(tokens).await;
        }
        self.server.deep_doctor().await;
    }
}

/// The tokens of every answer that has any.
fn tokens_of(answers: &[Answer]) -> Vec<Tokens> {
    let outputs = answers.iter().filter_map(|answer| answer.result.as_ref().ok());
    outputs.filter(|output| output.get("AuthenticationResult").is_some()).map(Tokens::of).collect()
}

/// No request besides the tasks.
fn no_other_request() -> Option<std::future::Ready<Answer>> {
    None
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_grace_only_one_request_succeeds() {
    for _ in 0..4 {
        let scene = scene(0).await;
        let answers = scene.race(no_other_request).await;
        let winner = require_one_winner(&answers, &[REUSED]);
        assert!(
            !answers.iter().any(|answer| (answer.kind(), answer.text()) == TOO_MANY),
            "{answers:#?}"
        );
        let successor = tokens_of(&answers).remove(0);
        assert!(answers[winner].is_ok());
        let next = Tokens::of(&scene.client.get_tokens(&successor.refresh).await.ok());
        scene.server.get_user(&next.access).await.ok();
        scene.client.get_tokens(&scene.first.refresh).await.refused(REUSED.0, REUSED.1);
        scene.server.deep_doctor().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn within_the_grace_all_requests_succeed() {
    let scene = scene(30).await;
    let answers = scene.race(no_other_request).await;
    require_refusals(&answers, &[]);
    let all = tokens_of(&answers);
    assert_eq!(all.len(), TASKS + 1, "{answers:#?}");
    scene.server.advance_seconds(29);
    // The first of them to be used retires them all, with a new grace period.
    for tokens in &all {
        scene.server.get_user(&tokens.access).await.ok();
        scene.client.get_tokens(&tokens.refresh).await.ok();
    }
    scene.server.advance_seconds(1);
    scene.client.get_tokens(&scene.first.refresh).await.refused(REUSED.0, REUSED.1);
    scene.server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_survives_a_revocation() {
    for grace_seconds in [0, 30] {
        let scene = scene(grace_seconds).await;
        let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
        let answers = scene
            .race(|| {
                let (client, token) = (client.clone(), token.clone());
                Some(async move { client.revoke(&token).await })
            })
            .await;
        require_refusals(&answers, &[REVOKED, REUSED]);
        assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
        scene.require_all_dead(&answers).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_survives_a_sign_out() {
    for grace_seconds in [0, 30] {
        let scene = scene(grace_seconds).await;
        let (server, token) = (scene.server.clone(), scene.first.access.clone());
        let answers =
            scene
                .race(|| {
                    let (server, token) = (server.clone(), token.clone());
                    Some(async move {
                        server.call("GlobalSignOut", json!({ "AccessToken": token })).await
                    })
                })
                .await;
        require_refusals(&answers, &[REVOKED, REUSED]);
        assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
        scene.require_all_dead(&answers).await;
    }
}

/// A rotation that has been decided, and is overtaken before its commit, undoes nothing of what
/// overtook it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_revocation_overtakes_a_rotation() {
    // The family's first row, and a later one.
    for rotated_before in [false, true] {
        let held = Held::start();
        let mut scene = scene_on(held.server.clone(), 0).await;
        if rotated_before {
            scene.first = Tokens::of(&scene.client.get_tokens(&scene.first.refresh).await.ok());
        }
        let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
        let rotate = async move { client.get_tokens(&token).await };
        let revoke = async { drop(scene.client.revoke(&scene.first.refresh).await.ok()) };
        held.overtaken(rotate, revoke).await.refused(REVOKED.0, REVOKED.1);
        scene.require_dead(&scene.first).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rotation_overtakes_a_revocation() {
    let held = Held::start();
    let scene = scene_on(held.server.clone(), 0).await;
    let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
    let revoke = async move { client.revoke(&token).await };
    let mut successor = None;
    let rotate =
        async { successor = Some(scene.client.get_tokens(&scene.first.refresh).await.ok()) };
    held.overtaken(revoke, rotate).await.ok();
    scene.require_dead(&Tokens::of(&successor.unwrap())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_overtakes_a_rotation() {
    let held = Held::start();
    let scene = scene_on(held.server.clone(), 0).await;
    let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
    let rotate = async move { client.get_tokens(&token).await };
    let body = json!({ "AccessToken": scene.first.access });
    let sign_out = async { drop(scene.server.call("GlobalSignOut", body).await.ok()) };
    let answer = held.overtaken(rotate, sign_out).await;
    // It was decided before the sign-out, with the old generation.
    scene.require_dead(&Tokens::of(&answer.ok())).await;
    scene.require_dead(&scene.first).await;
}

/// A rotation that is overtaken by another one began before the token was retired: the store, and
/// not the earlier time, decides that it has lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rotation_overtakes_a_rotation() {
    // The family's first row, and a later one.
    for rotated_before in [false, true] {
        let held = Held::start();
        let mut scene = scene_on(held.server.clone(), 0).await;
        if rotated_before {
            scene.first = Tokens::of(&scene.client.get_tokens(&scene.first.refresh).await.ok());
        }
        let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
        let rotate = async move { client.get_tokens(&token).await };
        let mut successor = None;
        let overtake = async {
            held.server.advance_seconds(1);
            successor = Some(scene.client.get_tokens(&scene.first.refresh).await.ok());
        };
        held.overtaken(rotate, overtake).await.refused(REUSED.0, REUSED.1);
        // The loser has not ended the family.
        let successor = Tokens::of(&successor.unwrap());
        scene.server.get_user(&successor.access).await.ok();
        scene.client.get_tokens(&successor.refresh).await.ok();
    }
}

/// Holds two commits, one by each.
struct Both(Arc<Holding>, Arc<Holding>);

impl Faults for Both {
    fn on_send(&self, rev: Rev, send: u32) -> Fault {
        self.0.on_send(rev, send);
        self.1.on_send(rev, send)
    }
}

/// Of two simultaneous uses, the one that loses its commit was no late one, however long the other's
/// commit took.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_slow_commit_makes_no_simultaneous_use_a_late_one() {
    for seconds in [1, 11, 45, 600] {
        let holding = [Arc::new(Holding::default()), Arc::new(Holding::default())];
        let both = Arc::new(Both(holding[0].clone(), holding[1].clone()));
        let scene = scene_on(TestServer::builder().faults(both).start(), 0).await;
        let use_it = || {
            let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
            tokio::spawn(async move { client.get_tokens(&token).await })
        };
        let held = holding[0].hold_next();
        let winner = use_it();
        held.arrived().await;
        scene.server.advance_seconds(seconds);
        let held_too = holding[1].hold_next();
        let loser = use_it();
        held_too.arrived().await;
        scene.server.advance_seconds(seconds);
        held.release();
        let successor = Tokens::of(&winner.await.unwrap().ok());
        held_too.release();
        loser.await.unwrap().refused(REUSED.0, REUSED.1);
        scene.server.get_user(&successor.access).await.ok();
        scene.client.get_tokens(&successor.refresh).await.ok();
        scene.server.deep_doctor().await;
    }
}

/// Whoever used the token late, the holder of the newest token loses it in any order of commits.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_late_reuse_and_a_rotation_end_the_family_in_any_order() {
    for reuse_first in [false, true] {
        let held = Held::start();
        let scene = scene_on(held.server.clone(), 0).await;
        let second = Tokens::of(&scene.client.get_tokens(&scene.first.refresh).await.ok());
        held.server.advance_seconds(11);
        let client = scene.client.clone();
        let (reused, current) = (scene.first.refresh.clone(), second.refresh.clone());
        if reuse_first {
            let rotate = async move { client.get_tokens(&current).await };
            let reuse =
                async { scene.client.get_tokens(&reused).await.refused(REUSED.0, REUSED.1) };
            held.overtaken(rotate, reuse).await.refused(REVOKED.0, REVOKED.1);
        } else {
            let reuse = async move { client.get_tokens(&reused).await };
            let mut third = None;
            let rotate = async { third = Some(scene.client.get_tokens(&current).await.ok()) };
            held.overtaken(reuse, rotate).await.refused(REUSED.0, REUSED.1);
            scene.require_dead(&Tokens::of(&third.unwrap())).await;
        }
        scene.require_dead(&second).await;
        scene.require_dead(&scene.first).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn late_reuse_by_many_requests_ends_the_family_once() {
    let scene = scene(0).await;
    let second = Tokens::of(&scene.client.get_tokens(&scene.first.refresh).await.ok());
    scene.server.advance_seconds(11);
    let answers = scene.race(no_other_request).await;
    assert!(answers.iter().all(|answer| !answer.is_ok()), "{answers:#?}");
    require_refusals(&answers, &[REUSED, REVOKED]);
    scene.require_dead(&second).await;
    scene.require_dead(&scene.first).await;
    scene.server.deep_doctor().await;
}

/// No row of the family is left behind.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_removal_overtakes_a_rotation() {
    let held = Held::start();
    let scene = scene_on(held.server.clone(), 0).await;
    let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
    let rotate = async move { client.get_tokens(&token).await };
    let delete = async {
        drop(scene.client.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok());
    };
    held.overtaken(rotate, delete).await.refused("UserNotFoundException", "User does not exist.");
}

/// A rotation whose commit was sent twice happens once: the caller has the successor, and it works.
#[tokio::test]
async fn a_lost_answer_locks_nobody_out() {
    for fault in super::lost_answer::FAULTS {
        let losing = Arc::new(Losing::default());
        let scene = scene_on(TestServer::builder().faults(losing.clone()).start(), 0).await;
        let mut token = scene.first.refresh.clone();
        // The family's first row, and a later one.
        for _ in 0..2 {
            losing.lose_next(fault);
            let tokens = Tokens::of(&scene.client.get_tokens(&token).await.ok());
            assert!(losing.is_done(), "the rotation has committed");
            scene.server.get_user(&tokens.access).await.ok();
            scene.client.get_tokens(&token).await.refused(REUSED.0, REUSED.1);
            token = tokens.refresh;
        }
        scene.client.get_tokens(&token).await.ok();
        scene.server.deep_doctor().await;
    }
}
