use serde_json::json;
use testkit::{TestClient, TestServer, race};

use super::{TASKS, require_one_winner, require_refusals};

const CODE: &str = "135790";
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");

async fn signed_up(server: &TestServer) -> TestClient {
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    client
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_confirms_only_once() {
    let server = TestServer::builder().fixed_code(CODE).start();
    let client = signed_up(&server).await;
    let answers = race(TASKS, |_| {
        let client = client.clone();
        async move { client.confirm("alice", CODE).await }
    })
    .await;
    let used = ("ExpiredCodeException", "Invalid code provided, please request a code again.");
    require_one_winner(&answers, &[used, LIMIT]);
    assert_eq!(client.pool.user("alice").await["UserStatus"], "CONFIRMED");
    server.deep_doctor().await;
}

/// A code has a million values: concurrent guesses must not outrun their counter.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_are_counted_one_by_one() {
    const ALLOWED: usize = 15;
    let server = TestServer::builder().fixed_code(CODE).start();
    let client = signed_up(&server).await;
    let mut answers = Vec::new();
    for round in 0..4 {
        answers.extend(
            race(TASKS, |number| {
                let client = client.clone();
                async move {
                    client
                        .confirm("alice", &format!("{:06}", 200_000 + round * TASKS + number))
                        .await
                }
            })
            .await,
        );
    }
    require_refusals(&answers, &[WRONG, LIMIT]);
    let judged = answers.iter().filter(|answer| answer.kind() == WRONG.0).count();
    assert!(answers.iter().all(|answer| !answer.is_ok()));
    assert_eq!(judged, ALLOWED, "more rounds than it takes to use up the limit");
    client.confirm("alice", CODE).await.refused(LIMIT.0, LIMIT.1);
    server.advance_seconds(3_601);
    client.confirm("alice", CODE).await.ok();
    server.deep_doctor().await;
}
