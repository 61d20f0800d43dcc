use serde_json::json;
use testkit::{Answer, TestClient, TestServer, Tokens, race};

use super::{TASKS, require_refusals};

const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");

struct Scene {
    client: TestClient,
    first: Tokens,
}

async fn scene(server: &TestServer) -> Scene {
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let first = client.tokens("alice").await;
    Scene { client, first }
}

/// Refreshes from many tasks while `cut_off` runs among them; afterwards no token of the family may
/// be valid.
async fn cut_off_during_refreshes<F>(
    scene: &Scene,
    refused: &[(&str, &str)],
    cut_off: impl Fn() -> F,
) where
    F: Future<Output = Answer> + Send + 'static,
{
    let answers = race(TASKS + 1, |number| {
        let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
        let cut_off = (number == TASKS / 2).then(&cut_off);
        async move {
            match cut_off {
                Some(cut_off) => cut_off.await,
                None => client.refresh(&token).await,
            }
        }
    })
    .await;
    require_refusals(&answers, refused);
    assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
    let minted = answers
        .iter()
        .filter_map(|answer| answer.result.as_ref().ok())
        .filter(|output| output.get("AuthenticationResult").is_some());
    let minted: Vec<Tokens> = minted.map(Tokens::of).collect();
    let server = scene.client.server();
    for tokens in minted.iter().chain([&scene.first]) {
        server
            .get_user(&tokens.access)
            .await
            .refused("NotAuthorizedException", "Access Token has been revoked");
    }
    let late = scene.client.refresh(&scene.first.refresh).await.refusal();
    assert!(refused.contains(&(&late.kind, &late.message)), "{late}");
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_survives_a_revocation() {
    let server = TestServer::start();
    let scene = scene(&server).await;
    let (client, token) = (scene.client.clone(), scene.first.refresh.clone());
    cut_off_during_refreshes(&scene, &[REVOKED], || {
        let (client, token) = (client.clone(), token.clone());
        async move { client.revoke(&token).await }
    })
    .await;
    // Another sign-in belongs to another family.
    let other = client.tokens("alice").await;
    client.refresh(&other.refresh).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_survives_a_sign_out() {
    let server = TestServer::start();
    let scene = scene(&server).await;
    let (outer, token) = (server.clone(), scene.first.access.clone());
    cut_off_during_refreshes(&scene, &[REVOKED], || {
        let (server, token) = (outer.clone(), token.clone());
        async move { server.call("GlobalSignOut", json!({ "AccessToken": token })).await }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_survives_disabling_the_user() {
    let server = TestServer::start();
    let scene = scene(&server).await;
    let pool = scene.client.pool.clone();
    cut_off_during_refreshes(&scene, &[("NotAuthorizedException", "User is disabled.")], || {
        let pool = pool.clone();
        async move { pool.call("AdminDisableUser", json!({ "Username": "alice" })).await }
    })
    .await;
    scene.client.pool.call("AdminEnableUser", json!({ "Username": "alice" })).await.ok();
    scene.client.refresh(&scene.first.refresh).await.refused(REVOKED.0, REVOKED.1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_family_can_be_revoked_by_many_requests_at_once() {
    let server = TestServer::start();
    let Scene { client, first } = scene(&server).await;
    let answers = race(TASKS, |_| {
        let (client, token) = (client.clone(), first.refresh.clone());
        async move { client.revoke(&token).await }
    })
    .await;
    require_refusals(&answers, &[]);
    assert!(answers.iter().any(Answer::is_ok));
    client.refresh(&first.refresh).await.refused(REVOKED.0, REVOKED.1);
    server.deep_doctor().await;
}
