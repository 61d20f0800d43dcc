use std::sync::Arc;

use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestPool, TestServer, Tokens, race};
use tokio::sync::RwLock;

use super::{OVERTAKEN, TASKS, TOO_MANY, require_one_winner, require_refusals};

/// Tasks that sign in while secrets are being changed.
const SIGNING_IN: usize = 8;
/// How often the secret is changed.
const ROTATIONS: usize = 8;

async fn call_client(client: &TestClient, operation: &str, body: Value) -> Answer {
    client.pool.call(operation, testkit::merged(json!({ "ClientId": client.id }), body)).await
}

/// Repeats the request as long as nothing was decided.
async fn until_decided<F: Future<Output = Answer>>(request: impl Fn() -> F) -> Answer {
    loop {
        let answer = request().await;
        if ![TOO_MANY, OVERTAKEN].contains(&(answer.kind(), answer.text())) {
            return answer;
        }
    }
}

fn gone(client: &TestClient) -> String {
    format!("User pool client {} does not exist.", client.id)
}

async fn sign_in(client: &TestClient) -> Answer {
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": client.secret_hash("alice") });
    client.initiate("USER_PASSWORD_AUTH", parameters).await
}

async fn secret_ids(client: &TestClient) -> Vec<Value> {
    let listed = call_client(client, "ListUserPoolClientSecrets", json!({})).await.ok();
    listed["ClientSecrets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|secret| secret["ClientSecretId"].clone())
        .collect()
}

/// Adds a secret, switches all callers over and deletes the old one, several times.
async fn rotate(current: &RwLock<TestClient>) {
    for _ in 0..ROTATIONS {
        let client = current.read().await.clone();
        let added = call_client(&client, "AddUserPoolClientSecret", json!({})).await.ok();
        let secret =
            added["ClientSecretDescriptor"]["ClientSecretValue"].as_str().unwrap().to_owned();
        // Everyone who used the old secret has been answered once this lock is taken.
        current.write().await.secret = Some(secret);
        let ids = secret_ids(&client).await;
        assert_eq!(ids.len(), 2);
        call_client(&client, "DeleteUserPoolClientSecret", json!({ "ClientSecretId": ids[0] }))
            .await
            .ok();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_is_refused_while_a_secret_is_rotated() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let first = pool.client_with(json!({ "GenerateSecret": true })).await;
    let current = Arc::new(RwLock::new(first.clone()));
    let done = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let signed_in = race(SIGNING_IN + 1, |number| {
        let (current, done) = (Arc::clone(&current), Arc::clone(&done));
        async move {
            if number == 0 {
                rotate(&current).await;
                done.store(true, std::sync::atomic::Ordering::Release);
                return 0;
            }
            let mut count = 0;
            while !done.load(std::sync::atomic::Ordering::Acquire) {
                let client = current.read().await;
                // Only a few passwords of one user are checked at once: being asked to retry is not
                // a refusal.
                Tokens::of(&until_decided(|| sign_in(&client)).await.ok());
                count += 1;
            }
            count
        }
    })
    .await;
    assert!(signed_in.iter().sum::<u32>() > 0);
    assert_eq!(sign_in(&first).await.kind(), "NotAuthorizedException");
    assert_eq!(secret_ids(&first).await.len(), 1);
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_of_many_second_secrets_is_added() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "GenerateSecret": true })).await;
    let answers = race(TASKS, |_| {
        let client = client.clone();
        async move { call_client(&client, "AddUserPoolClientSecret", json!({})).await }
    })
    .await;
    let text = format!("Client {} already has the maximum number of secrets.", client.id);
    require_one_winner(&answers, &[("LimitExceededException", &text)]);
    assert_eq!(secret_ids(&client).await.len(), 2);
    server.deep_doctor().await;
}

/// Two requests each delete one of the two: one is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_deletions_leave_one_secret() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "GenerateSecret": true })).await;
    call_client(&client, "AddUserPoolClientSecret", json!({})).await.ok();
    let ids = secret_ids(&client).await;
    let answers = race(2, |number| {
        let (client, id) = (client.clone(), ids[number].clone());
        async move {
            let delete = || {
                call_client(&client, "DeleteUserPoolClientSecret", json!({ "ClientSecretId": id }))
            };
            until_decided(delete).await
        }
    })
    .await;
    require_one_winner(
        &answers,
        &[("InvalidParameterException", "The last secret of a client cannot be deleted.")],
    );
    assert_eq!(secret_ids(&client).await.len(), 1);
    server.deep_doctor().await;
}

/// Settings that must not be mixed with those of the other number.
fn numbered_settings(number: usize) -> Value {
    let (flow, minutes, name) = match number % 2 {
        0 => ("ALLOW_USER_SRP_AUTH", 10, "even"),
        _ => ("ALLOW_USER_PASSWORD_AUTH", 20, "odd"),
    };
    let units = json!({ "AccessToken": "minutes" });
    json!({ "ClientName": name, "ExplicitAuthFlows": [flow], "AccessTokenValidity": minutes, "TokenValidityUnits": units })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_updates_one_survives_intact() {
    let server = TestServer::start();
    let client = server
        .pool()
        .await
        .client_with(json!({ "GenerateSecret": true, "ReadAttributes": ["name"] }))
        .await;
    for _ in 0..8 {
        let answers = race(2, |number| {
            let client = client.clone();
            async move {
                until_decided(|| {
                    call_client(&client, "UpdateUserPoolClient", numbered_settings(number))
                })
                .await
            }
        })
        .await;
        let described = call_client(&client, "DescribeUserPoolClient", json!({})).await.ok();
        let updated: Vec<Value> = answers.into_iter().map(Answer::ok).collect();
        for (number, answer) in updated.iter().enumerate() {
            for (member, value) in numbered_settings(number).as_object().unwrap() {
                assert_eq!(answer["UserPoolClient"][member], *value);
            }
        }
        assert!(updated.contains(&described), "{described}");
        assert_eq!(described["UserPoolClient"]["ClientSecret"], json!(client.secret));
    }
    server.deep_doctor().await;
}

/// An update and a secret share one document: neither undoes the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_update_and_a_second_secret_both_take_effect() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "GenerateSecret": true })).await;
    for round in 0..8 {
        let answers = race(2, |number| {
            let client = client.clone();
            let name = format!("round {round}");
            async move {
                let update =
                    || call_client(&client, "UpdateUserPoolClient", json!({ "ClientName": name }));
                let add = || call_client(&client, "AddUserPoolClientSecret", json!({}));
                if number == 0 { until_decided(update).await } else { until_decided(add).await }
            }
        })
        .await;
        require_refusals(&answers, &[]);
        let described = call_client(&client, "DescribeUserPoolClient", json!({})).await.ok();
        assert_eq!(described["UserPoolClient"]["ClientName"], format!("round {round}"));
        let ids = secret_ids(&client).await;
        assert_eq!(ids.len(), 2);
        call_client(&client, "DeleteUserPoolClientSecret", json!({ "ClientSecretId": ids[1] }))
            .await
            .ok();
    }
    server.deep_doctor().await;
}

async fn change(client: TestClient, number: usize) -> Answer {
    match number % 3 {
        0 => call_client(&client, "UpdateUserPoolClient", numbered_settings(number)).await,
        1 => call_client(&client, "AddUserPoolClientSecret", json!({})).await,
        _ => call_client(&client, "UpdateUserPoolClient", json!({})).await,
    }
}

/// No change made in the meantime brings it back.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deleted_client_stays_deleted() {
    let server = TestServer::start();
    let pool: TestPool = server.pool().await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let answers = race(TASKS / 2 + 1, |number| {
        let client = client.clone();
        async move {
            if number == TASKS / 4 {
                return until_decided(|| call_client(&client, "DeleteUserPoolClient", json!({})))
                    .await;
            }
            change(client, number).await
        }
    })
    .await;
    let most = format!("Client {} already has the maximum number of secrets.", client.id);
    let gone = gone(&client);
    require_refusals(
        &answers,
        &[("ResourceNotFoundException", &gone), ("LimitExceededException", &most)],
    );
    assert!(answers[TASKS / 4].is_ok(), "{:?}", answers[TASKS / 4]);
    call_client(&client, "DescribeUserPoolClient", json!({}))
        .await
        .refused("ResourceNotFoundException", &gone);
    client.sign_up("alice", &[]).await.refused("ResourceNotFoundException", &gone);
    let listed = pool.call("ListUserPoolClients", json!({})).await.ok();
    assert_eq!(listed, json!({ "UserPoolClients": [] }));
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_request_deletes_the_client() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let answers = race(TASKS, |_| {
        let client = client.clone();
        async move { call_client(&client, "DeleteUserPoolClient", json!({})).await }
    })
    .await;
    require_one_winner(&answers, &[("ResourceNotFoundException", &gone(&client))]);
    server.deep_doctor().await;
}
