use serde_json::json;
use testkit::{PASSWORD, TestServer, race};

use super::{TASKS, require_one_winner};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_sign_up_gets_the_name() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let answers = race(TASKS, |number| {
        let client = client.clone();
        async move { client.sign_up("alice", &[("nickname", &number.to_string())]).await }
    })
    .await;
    let winner =
        require_one_winner(&answers, &[("UsernameExistsException", "User already exists")]);
    let user = client.pool.user("alice").await;
    assert_eq!(
        user["UserAttributes"][0]["Value"],
        answers[winner].result.clone().unwrap()["UserSub"]
    );
    assert_eq!(
        user["UserAttributes"][1],
        json!({ "Name": "nickname", "Value": winner.to_string() })
    );
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_sign_up_gets_an_address_used_as_a_name() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UsernameAttributes": ["email"], "UsernameConfiguration": { "CaseSensitive": false } })).await;
    let client = pool.client().await;
    let answers = race(TASKS, |number| {
        let client = client.clone();
        let name = if number % 2 == 0 { "alice@example.com" } else { "ALICE@example.com" };
        async move { client.sign_up(name, &[]).await }
    })
    .await;
    require_one_winner(
        &answers,
        &[("UsernameExistsException", "An account with the given email already exists.")],
    );
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_administrator_creates_the_user() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let answers = race(TASKS, |_| {
        let pool = pool.clone();
        async move {
            let body = json!({ "Username": "alice", "TemporaryPassword": PASSWORD, "MessageAction": "SUPPRESS" });
            pool.call("AdminCreateUser", body).await
        }
    })
    .await;
    require_one_winner(&answers, &[("UsernameExistsException", "User account already exists")]);
    server.deep_doctor().await;
}
