//! A sign-in that is overtaken: what it read is out of date when its tokens are made. The clock
//! never moves, so comparing times could not tell the two apart.

use serde_json::json;
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer, Tokens};

use super::Held;

struct Scene {
    held: Held,
    server: TestServer,
    client: TestClient,
    tokens: Tokens,
}

async fn scene() -> Scene {
    let held = Held::start();
    let server = held.server.clone();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    Scene { held, server, client, tokens }
}

impl Scene {
    /// Lets `sign_in` decide, then `meanwhile` happen, then `sign_in` commit and answer.
    async fn overtaken<S, M>(&self, sign_in: S, meanwhile: M) -> Answer
    where
        S: Future<Output = Answer> + Send + 'static,
        M: Future<Output = Answer>,
    {
        self.held.overtaken(sign_in, async { drop(meanwhile.await.ok()) }).await
    }

    async fn sign_out(&self) -> Answer {
        self.server.call("GlobalSignOut", json!({ "AccessToken": self.tokens.access })).await
    }

    async fn admin(&self, operation: &str) -> Answer {
        self.client.pool.call(operation, json!({ "Username": "alice" })).await
    }

    async fn require_dead(&self, answer: &Answer) {
        let tokens = Tokens::of(answer.result.as_ref().expect("the password was right"));
        self.server
            .get_user(&tokens.access)
            .await
            .refused("NotAuthorizedException", "Access Token has been revoked");
        self.client
            .refresh(&tokens.refresh)
            .await
            .refused("NotAuthorizedException", "Refresh Token has been revoked");
    }
}

/// A sign-in from a new network commits that the network is known, where it can be held back.
async fn password_from_elsewhere(client: TestClient) -> Answer {
    let elsewhere = client.server().called_by("test", "203.0.113.9");
    client.at(&elsewhere).password("alice", PASSWORD).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_overtakes_a_password() {
    let scene = scene().await;
    let answer =
        scene.overtaken(password_from_elsewhere(scene.client.clone()), scene.sign_out()).await;
    scene.require_dead(&answer).await;
    let later = scene.client.tokens("alice").await;
    scene.server.get_user(&later.access).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_overtakes_an_srp_answer() {
    let scene = scene().await;
    let srp = SrpClient::new([3; 32]);
    let challenge = scene.client.srp_begin(&srp, "alice").await.ok();
    let responses = scene.client.srp_responses(&srp, &challenge, PASSWORD);
    let client = scene.client.clone();
    let respond = async move { client.respond("PASSWORD_VERIFIER", None, responses).await };
    let answer = scene.overtaken(respond, scene.sign_out()).await;
    scene.require_dead(&answer).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_between_the_halves_of_srp_ends_the_attempt() {
    let scene = scene().await;
    let srp = SrpClient::new([3; 32]);
    let challenge = scene.client.srp_begin(&srp, "alice").await.ok();
    let responses = scene.client.srp_responses(&srp, &challenge, PASSWORD);
    scene.sign_out().await.ok();
    let answer = scene.client.respond("PASSWORD_VERIFIER", None, responses).await;
    answer.refused("NotAuthorizedException", "Incorrect username or password.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_out_overtakes_a_new_password() {
    let scene = scene().await;
    let body = json!({ "Username": "alice", "Password": "Temporary-Pass-1", "Permanent": false });
    scene.client.pool.call("AdminSetUserPassword", body).await.ok();
    let session = scene.client.password("alice", "Temporary-Pass-1").await.ok()["Session"]
        .as_str()
        .unwrap()
        .to_owned();
    let client = scene.client.clone();
    let respond = async move {
        let responses = json!({ "USERNAME": "alice", "NEW_PASSWORD": "Chosen-Password-1" });
        client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses).await
    };
    let answer = scene.overtaken(respond, scene.sign_out()).await;
    answer.refused("NotAuthorizedException", "Invalid session for the user.");
    // None of it happened.
    assert_eq!(scene.client.pool.user("alice").await["UserStatus"], "FORCE_CHANGE_PASSWORD");
    scene
        .client
        .password("alice", "Chosen-Password-1")
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn disabling_and_enabling_overtakes_a_password() {
    let scene = scene().await;
    let meanwhile = async {
        scene.admin("AdminDisableUser").await.ok();
        scene.admin("AdminEnableUser").await
    };
    let answer = scene.overtaken(password_from_elsewhere(scene.client.clone()), meanwhile).await;
    scene.require_dead(&answer).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn deleting_overtakes_a_password() {
    let scene = scene().await;
    let answer = scene
        .overtaken(password_from_elsewhere(scene.client.clone()), scene.admin("AdminDeleteUser"))
        .await;
    // The first sign-in from a network notes it with the user, who is gone.
    answer.refused("NotAuthorizedException", "Incorrect username or password.");
}
