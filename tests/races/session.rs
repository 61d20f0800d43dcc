use std::sync::Arc;

use serde_json::json;
use testkit::{Answer, PASSWORD, TestClient, TestServer, Tokens, race};

use super::{Held, TASKS, TOO_MANY, require_refusals};
use crate::sessions::{ACCESS_REVOKED, NO_SESSION, REFRESH_REVOKED, Scene, scene, scene_at};

const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");
const INCORRECT: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

async fn sign_in(client: TestClient) -> Answer {
    client.password("alice", PASSWORD).await
}

/// The tokens from the successful sign-ins and refreshes among the answers.
fn tokens_of(answers: &[Answer]) -> Vec<Tokens> {
    let outputs = answers.iter().filter_map(|answer| answer.result.as_ref().ok());
    outputs.filter(|output| output.get("AuthenticationResult").is_some()).map(Tokens::of).collect()
}

impl Scene {
    /// Requires that of these tokens exactly those of the listed sessions are valid, and returns
    /// their number.
    async fn require_listed_alive(&self, tokens: &[Tokens]) -> usize {
        let listed = self.list().await.len();
        let mut alive = 0;
        for tokens in tokens {
            let access = self.server.get_user(&tokens.access).await;
            let refresh = self.client.refresh(&tokens.refresh).await;
            assert_eq!(access.is_ok(), refresh.is_ok(), "{access:?} {refresh:?}");
            if access.is_ok() {
                self.id_of(tokens).await;
                alive += 1;
            } else {
                access.refused(ACCESS_REVOKED.0, ACCESS_REVOKED.1);
                refresh.refused(REFRESH_REVOKED.0, REFRESH_REVOKED.1);
            }
        }
        assert_eq!(alive, listed);
        self.server.deep_doctor().await;
        alive
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_limit_holds_for_concurrent_sign_ins() {
    let scene = scene(5).await;
    // First without, then with an existing row.
    for kept in [0, 1] {
        let answers = race(TASKS, |_| sign_in(scene.client.clone())).await;
        require_refusals(&answers, &[]);
        let tokens = tokens_of(&answers);
        assert!(tokens.len() >= 5, "round {kept}: {}", tokens.len());
        assert_eq!(scene.require_listed_alive(&tokens).await, 5, "round {kept}");
    }
}

/// An answer is sent after its commit: a sign-in that was answered is either listed or was evicted
/// or revoked.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_sign_ins_and_revocations_stay_consistent() {
    let scene = Arc::new(scene(40).await);
    let mut first = Vec::new();
    for _ in 0..TASKS / 4 {
        first.push(scene.client.tokens("alice").await);
    }
    let mut ids = Vec::new();
    for tokens in &first {
        ids.push(scene.id_of(tokens).await);
    }
    let answers = race(TASKS / 2, |number| {
        let (scene, id) = (Arc::clone(&scene), ids[number / 2].clone());
        async move {
            if number % 2 == 0 {
                return sign_in(scene.client.clone()).await;
            }
            scene.revoke(&id).await
        }
    })
    .await;
    require_refusals(&answers, &[]);
    for (tokens, answer) in first.iter().zip(answers.iter().skip(1).step_by(2)) {
        if answer.is_ok() {
            scene.require_dead(tokens).await;
        }
    }
    let tokens: Vec<Tokens> = first.into_iter().chain(tokens_of(&answers)).collect();
    scene.require_listed_alive(&tokens).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_revocations_end_a_session() {
    let scene = Arc::new(scene(5).await);
    let tokens = scene.client.tokens("alice").await;
    let id = scene.id_of(&tokens).await;
    let answers = race(TASKS, |number| {
        let (scene, tokens, id) = (Arc::clone(&scene), tokens.clone(), id.clone());
        async move {
            if number % 2 == 0 {
                scene.revoke(&id).await
            } else {
                scene.client.revoke(&tokens.refresh).await
            }
        }
    })
    .await;
    require_refusals(&answers, &[NO_SESSION]);
    scene.require_dead(&tokens).await;
    assert!(scene.row().await.is_none());
    scene.server.deep_doctor().await;
}

/// Refreshes note their activity while sign-ins evict the session: the tokens they gave are no
/// longer valid.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_refresh_does_not_bring_back_an_evicted_session() {
    let scene = scene(2).await;
    let first = scene.client.tokens("alice").await;
    scene.server.advance_seconds(60);
    let answers =
        race(TASKS / 2, |number| {
            let (client, token) = (scene.client.clone(), first.refresh.clone());
            async move {
                if number % 4 == 3 { sign_in(client).await } else { client.refresh(&token).await }
            }
        })
        .await;
    require_refusals(&answers, &[REFRESH_REVOKED]);
    let (signed_in, refreshed): (Vec<Tokens>, Vec<Tokens>) =
        tokens_of(&answers).into_iter().partition(|tokens| !tokens.refresh.is_empty());
    assert!(signed_in.len() >= 2, "{}", signed_in.len());
    assert_eq!(scene.require_listed_alive(&signed_in).await, 2);
    for tokens in refreshed.iter().chain([&first]) {
        scene.server.get_user(&tokens.access).await.refused(ACCESS_REVOKED.0, ACCESS_REVOKED.1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deleted_user_leaves_no_session_behind() {
    let scene = scene(5).await;
    let answers = race(TASKS + 1, |number| {
        let (client, pool) = (scene.client.clone(), scene.pool.clone());
        async move {
            if number != TASKS / 2 {
                return client.password("alice", PASSWORD).await;
            }
            loop {
                let answer = pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await;
                if (answer.kind(), answer.text()) != TOO_MANY {
                    return answer;
                }
            }
        }
    })
    .await;
    // Sign-ins with a name that no longer exists are counted as failures.
    require_refusals(
        &answers,
        &[INCORRECT, ("NotAuthorizedException", "Password attempts exceeded")],
    );
    assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
    assert!(scene.row().await.is_none());
    for tokens in tokens_of(&answers) {
        scene.server.get_user(&tokens.access).await.refused(GONE.0, GONE.1);
    }
    scene.server.deep_doctor().await;
}

async fn held(most: u32) -> (Held, Scene) {
    let held = Held::start();
    let scene = scene_at(held.server.clone(), most).await;
    (held, scene)
}

/// The first session of a user, and one beside others: the row is inserted or updated.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_overtakes_a_tracked_sign_in() {
    for others in [0, 1] {
        let (held, scene) = held(5).await;
        for _ in 0..others {
            scene.client.tokens("alice").await;
        }
        let client = scene.client.clone();
        let delete = async {
            drop(scene.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok());
        };
        let answer =
            held.overtaken(async move { client.password("alice", PASSWORD).await }, delete).await;
        answer.refused(INCORRECT.0, INCORRECT.1);
        assert!(scene.row().await.is_none());
    }
}

/// A request that was decided on an outdated list is decided again.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_overtakes_another() {
    let (held, scene) = held(1).await;
    let client = scene.client.clone();
    let mut meanwhile = None;
    let overtaking = async { meanwhile = Some(scene.client.tokens("alice").await) };
    let answer =
        held.overtaken(async move { client.password("alice", PASSWORD).await }, overtaking).await;
    let last = Tokens::of(&answer.ok());
    scene.require_dead(&meanwhile.unwrap()).await;
    scene.require_alive(&last).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_revocation_overtakes_a_refresh() {
    let (held, scene) = held(5).await;
    let tokens = scene.client.tokens("alice").await;
    let id = scene.id_of(&tokens).await;
    scene.server.advance_seconds(60);
    let (client, token) = (scene.client.clone(), tokens.refresh.clone());
    let revoke = async { drop(scene.revoke(&id).await.ok()) };
    let answer = held.overtaken(async move { client.refresh(&token).await }, revoke).await;
    answer.refused(REFRESH_REVOKED.0, REFRESH_REVOKED.1);
    scene.require_dead(&tokens).await;
}

/// A sign-in that began before the sign-out does not bring back the sessions of an earlier
/// generation.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_overtakes_a_tracked_sign_in() {
    let (held, scene) = held(5).await;
    let first = scene.client.tokens("alice").await;
    let client = scene.client.clone();
    let sign_out = async {
        drop(scene.server.call("GlobalSignOut", json!({ "AccessToken": first.access })).await.ok());
    };
    let answer =
        held.overtaken(async move { client.password("alice", PASSWORD).await }, sign_out).await;
    scene.require_dead(&Tokens::of(&answer.ok())).await;
    assert!(scene.list().await.is_empty());
    let later = scene.client.tokens("alice").await;
    scene.require_alive(&later).await;
    assert_eq!(scene.list().await.len(), 1);
}

/// Two nodes enforce one limit together.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_limit_holds_across_nodes() {
    let server = TestServer::start();
    let scene = scene_at(server.clone(), 3).await;
    let nodes = [scene.client.clone(), scene.client.at(&server.sibling())];
    let answers = race(TASKS / 2, |number| sign_in(nodes[number % 2].clone())).await;
    require_refusals(&answers, &[]);
    assert_eq!(scene.require_listed_alive(&tokens_of(&answers)).await, 3);
}
