//! Guesses at one user's password that overtake each other.

use serde_json::json;
use testkit::{PASSWORD, SrpClient, TestClient};

use super::Held;

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const LOCKED: (&str, &str) = ("NotAuthorizedException", "Password attempts exceeded");

/// A user after four wrong passwords: the next one locks.
async fn scene(held: &Held) -> TestClient {
    let pool = held.server.pool_with(json!({})).await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    for _ in 0..4 {
        client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    }
    client
}

/// The right password is counted as a guess before it is looked at, so a wrong one that is counted
/// first locks it out.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_wrong_password_overtakes_the_right_one() {
    let held = Held::start();
    let client = scene(&held).await;
    let right = {
        let client = client.clone();
        async move { client.password("alice", PASSWORD).await }
    };
    let wrong = async { client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1) };
    held.overtaken(right, wrong).await.refused(LOCKED.0, LOCKED.1);
}

/// The same for the answer to an SRP challenge.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_wrong_password_overtakes_a_right_srp_answer() {
    let held = Held::start();
    let client = scene(&held).await;
    let srp = SrpClient::new([9; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let right = client.srp_responses(&srp, &challenge, PASSWORD);
    let answer = {
        let client = client.clone();
        async move { client.respond("PASSWORD_VERIFIER", None, right).await }
    };
    let wrong = async { client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1) };
    held.overtaken(answer, wrong).await.refused(LOCKED.0, LOCKED.1);
}
