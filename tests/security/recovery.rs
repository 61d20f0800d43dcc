//! Whether an account can be recovered must not show: users that no code can be sent to, and users
//! that do not exist, cost the same reads, writes and cryptography as a user who gets a code, and
//! get the same answers.

use serde_json::{Value, json};
use testkit::{Answer, TestClient, TestServer, Work};

const VERIFIED: (&str, &str) = ("email_verified", "true");
/// Calls with one name: more than the limit.
const ROUNDS: usize = 12;

struct Scene {
    server: TestServer,
    client: TestClient,
}

/// Users in every state, each with its own address where it may have one.
async fn scene(settings: Value) -> Scene {
    let server = TestServer::start();
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    for name in ["warm-up", "alice", "disabled"] {
        pool.confirmed_user_with(name, &[("email", &format!("{name}@example.com")), VERIFIED])
            .await;
    }
    pool.confirmed_user_with("unverified", &[("email", "unverified@example.com")]).await;
    pool.confirmed_user("bare").await;
    pool.invited_user("invited", &[("email", "invited@example.com"), VERIFIED]).await;
    client.sign_up("unconfirmed", &[("email", "unconfirmed@example.com")]).await.ok();
    pool.call("AdminDisableUser", json!({ "Username": "disabled" })).await.ok();
    let scene = Scene { server, client };
    // Warms up the configuration cache and the store's connections.
    drop(scene.forgot("warm-up").await);
    drop(scene.confirm("warm-up").await);
    scene
}

impl Scene {
    async fn forgot(&self, name: &str) -> (Answer, Work) {
        self.server.work_of(self.client.call("ForgotPassword", json!({ "Username": name }))).await
    }

    async fn confirm(&self, name: &str) -> (Answer, Work) {
        let body = json!({ "Username": name, "ConfirmationCode": "000000", "Password": "Another-Horse-2" });
        self.server.work_of(self.client.call("ConfirmForgotPassword", body)).await
    }

    /// Compares the answers for two names, and their cost, from the first call to well past the
    /// limit.
    async fn require_same(&self, known: &str, other: &str) {
        for round in 0..ROUNDS {
            let (output, work) = self.forgot(known).await;
            let (other_told, other_work) = self.forgot(other).await;
            assert_eq!(work, other_work, "{other} {round}: {other_told:?}");
            assert_eq!(shape(&output), shape(&other_told), "{other} {round}");
            let (output, work) = self.confirm(known).await;
            let (other_told, other_work) = self.confirm(other).await;
            assert_eq!((output, work), (other_told, other_work), "{other} {round}");
        }
        self.server.advance_seconds(3_600);
        // The configuration is checked again once a second has passed.
        drop(self.forgot("warm-up").await);
    }
}

/// The answer without the letters of a masked address.
fn shape(answer: &Answer) -> Result<Value, testkit::Refusal> {
    answer.result.clone().map(|mut output| {
        let destination =
            output["CodeDeliveryDetails"]["Destination"].as_str().unwrap_or_default().to_owned();
        let masked = destination
            .char_indices()
            .map(|(at, letter)| if at == 0 || at == 5 { '?' } else { letter });
        output["CodeDeliveryDetails"]["Destination"] = json!(masked.collect::<String>());
        output
    })
}

#[tokio::test]
async fn unknown_users_cost_what_known_users_cost() {
    let scene =
        scene(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] })).await;
    for other in ["nobody", "disabled", "unverified", "bare", "invited", "unconfirmed"] {
        scene.require_same("alice", other).await;
    }
    scene.require_same("alice@example.com", "nobody@example.com").await;
    let user = scene.client.pool.user("alice").await;
    let sub = user["UserAttributes"][0]["Value"].as_str().unwrap();
    scene.require_same(sub, "01234567-89ab-4cde-8f01-23456789abcd").await;
    scene.server.deep_doctor().await;
}

/// A code that was never requested is as wrong as any wrong code, and costs as much.
#[tokio::test]
async fn whether_a_code_was_requested_does_not_show() {
    let scene = scene(json!({})).await;
    for round in 0..22 {
        let known = scene.confirm("alice").await;
        let unknown = scene.confirm("nobody").await;
        assert_eq!(known, unknown, "{round}");
    }
    scene.server.advance_seconds(3_600);
    drop(scene.forgot("warm-up").await);
    // Nor does it an hour after the request.
    drop(scene.forgot("alice").await);
    drop(scene.forgot("nobody").await);
    scene.server.advance_seconds(3_600);
    drop(scene.forgot("warm-up").await);
    assert_eq!(scene.confirm("alice").await, scene.confirm("nobody").await);
}

/// Unknown names of the form that users are known by get destinations of the same form, and the
/// same name always gets the same one.
#[tokio::test]
async fn a_made_up_address_looks_like_a_real_one() {
    let scene = scene(json!({ "AliasAttributes": ["email"] })).await;
    let (real, _) = scene.forgot("alice@example.com").await;
    let (made_up, _) = scene.forgot("another@elsewhere.com").await;
    assert_eq!(real.ok(), made_up.ok());
    let (first, _) = scene.forgot("nobody").await;
    let (again, _) = scene.forgot("nobody").await;
    assert_eq!(first, again);
    let pool = scene.server.pool().await;
    let elsewhere: Vec<Answer> = {
        let client = pool.client().await;
        let mut answers = Vec::new();
        for name in ["nobody", "somebody", "anybody"] {
            answers.push(client.call("ForgotPassword", json!({ "Username": name })).await);
        }
        answers
    };
    assert!(elsewhere.iter().any(|answer| *answer != elsewhere[0]), "{elsewhere:?}");
}
