use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer, race};

use super::{TASKS, require_one_winner};

async fn answer_with(client: TestClient, session: String, password: String) -> Answer {
    let responses = json!({ "USERNAME": "alice", "NEW_PASSWORD": password });
    client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_new_password_is_set() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.invited_user("alice", &[]).await;
    let session =
        client.password("alice", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
    let answers = race(TASKS, |number| {
        answer_with(client.clone(), session.clone(), format!("New-Password-{number}"))
    })
    .await;
    let spent =
        ("NotAuthorizedException", "Invalid session for the user, session can only be used once.");
    let winner = require_one_winner(&answers, &[spent]);
    client.password("alice", &format!("New-Password-{winner}")).await.ok();
    let late = answer_with(client.clone(), session, "Another-Password-1".to_owned()).await;
    late.refused(
        "NotAuthorizedException",
        "Invalid session for the user, session can only be used once.",
    );
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_srp_answer_signs_in() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let srp = SrpClient::new([5; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    let answers = race(TASKS, |_| respond(client.clone(), responses.clone())).await;
    let refused = ("NotAuthorizedException", "Incorrect username or password.");
    require_one_winner(&answers, &[refused]);
    respond(client.clone(), responses).await.refused(refused.0, refused.1);
    // The copies did not count as guesses: the user is not locked out.
    client.srp("alice", PASSWORD).await.ok();
    server.deep_doctor().await;
}

async fn respond(client: TestClient, responses: Value) -> Answer {
    client.respond("PASSWORD_VERIFIER", None, responses).await
}
