//! A new master key, put in place while the servers run.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::Rng;
use domain::seal::MasterKeys;
use pools::keys::{KeyError, rotate_master, wrapping_key};
use serde_json::json;
use store::{DataKey, Pool};
use testkit::{Holding, PASSWORD, TestClient, TestServer, Tokens};

/// An old and a new key, as text.
fn keys() -> [String; 2] {
    [101, 102].map(|seed| MasterKeys::generate_one(&Rng::seeded(seed)).to_string())
}

/// How many pools have their secrets, and how many their data keys, under this key.
async fn pools_under(server: &TestServer, key: &str) -> (usize, usize) {
    let store = &server.inner().store;
    let pools = store.read(Pool::page(None::<&str>, 100)).await.unwrap();
    let mut data_keys = 0;
    for pool in &pools {
        let rows = store.read(DataKey::of(pool.pool_id.as_str())).await.unwrap();
        data_keys += usize::from(rows.iter().all(|row| row.master_key_id == key));
    }
    (pools.iter().filter(|pool| pool.master_key_id == key).count(), data_keys)
}

/// Pools, each with a client, a user and its tokens.
async fn scene(server: &TestServer, pools: usize) -> Vec<(TestClient, Tokens)> {
    let mut made = Vec::new();
    for _ in 0..pools {
        let pool = server.pool().await;
        let client = pool.client_with(json!({ "GenerateSecret": false })).await;
        pool.confirmed_user("alice").await;
        let tokens = client.tokens("alice").await;
        made.push((client, tokens));
    }
    made
}

async fn require_all_working(server: &TestServer, made: &[(TestClient, Tokens)]) {
    for (client, tokens) in made {
        let client = client.at(server);
        server.get_user(&tokens.access).await.ok();
        client.refresh(&tokens.refresh).await.ok();
        client.srp("alice", PASSWORD).await.ok();
        client.password("alice", PASSWORD).await.ok();
    }
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_rotation_nothing_needs_the_old_key() {
    let [old, new] = keys();
    let server = TestServer::builder().master_keys(&[&old]).start();
    let made = scene(&server, 3).await;
    let old_id = wrapping_key(server.inner()).to_owned();
    let nothing = rotate_master(server.inner()).await.unwrap();
    assert_eq!((nothing.pools, nothing.rewrapped, nothing.needless), (3, 0, vec![]));

    let server = server.restarted_as(|choices| choices.master_keys(&[&new, &old])).await;
    let new_id = wrapping_key(server.inner()).to_owned();
    require_all_working(&server, &made).await;
    let done = rotate_master(server.inner()).await.unwrap();
    assert_eq!((done.key.as_str(), done.pools, done.rewrapped), (new_id.as_str(), 3, 3));
    assert_eq!(done.needless, std::slice::from_ref(&old_id));
    assert_eq!(
        (pools_under(&server, &new_id).await, pools_under(&server, &old_id).await),
        ((3, 3), (0, 0))
    );
    assert_eq!(rotate_master(server.inner()).await.unwrap().rewrapped, 0);
    require_all_working(&server, &made).await;

    let server = server.restarted_as(|choices| choices.master_keys(&[&new])).await;
    server.inner().require_master_keys().await.unwrap();
    require_all_working(&server, &made).await;
    let refused = server.restarted_as(|choices| choices.master_keys(&[&old])).await;
    let error = refused.inner().require_master_keys().await.unwrap_err().to_string();
    assert!(
        error.contains(&format!(
            "is sealed under master key {new_id}, which is not among the keys given"
        )),
        "{error}"
    );
    assert!(
        matches!(rotate_master(refused.inner()).await, Err(KeyError::Refused(text)) if text.contains(&new_id))
    );
}

/// Killed twice while a pool is being written; the next run does what is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_interrupted_rotation_can_be_resumed() {
    let [old, new] = keys();
    let server = TestServer::builder().master_keys(&[&old]).start();
    let made = scene(&server, 4).await;
    let holding = Arc::new(Holding::default());
    let store_of = holding.clone();
    let server =
        server.restarted_as(|choices| choices.master_keys(&[&new, &old]).faults(store_of)).await;
    let new_id = wrapping_key(server.inner()).to_owned();
    for _ in 0..2 {
        let held = holding.hold_next();
        let inner = server.inner().clone();
        let task = tokio::spawn(async move { rotate_master(&inner).await });
        held.arrived().await;
        // Aborted while a commit is held back: it ends before it learns the outcome.
        task.abort();
        held.release();
        assert!(task.await.unwrap_err().is_cancelled());
    }
    let server = server.restarted_as(|choices| choices.master_keys(&[&new, &old])).await;
    let before = pools_under(&server, &new_id).await;
    assert_eq!(before.0, before.1, "a pool is moved whole or not at all");
    assert!((1..4).contains(&before.0), "{before:?}");
    require_all_working(&server, &made).await;
    assert_eq!(rotate_master(server.inner()).await.unwrap().rewrapped, 4 - before.0);
    let server = server.restarted_as(|choices| choices.master_keys(&[&new])).await;
    require_all_working(&server, &made).await;
}

/// Sign-ups guard the row being rewritten, and meanwhile a node that still wraps under the old key
/// creates pools.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_continue_during_a_rotation() {
    let [old, new] = keys();
    let server = TestServer::builder().master_keys(&[&old, &new]).start();
    let made = scene(&server, 3).await;
    let front = server.sibling_as(|choices| choices.master_keys(&[&new, &old]));
    let stop = Arc::new(AtomicBool::new(false));
    let mut tasks = Vec::new();
    for (at, (client, tokens)) in made.iter().enumerate() {
        let node = if at % 2 == 0 { &server } else { &front };
        let (client, tokens, stop) = (client.at(node), tokens.clone(), Arc::clone(&stop));
        tasks.push(tokio::spawn(async move {
            let mut turn = 0;
            while !stop.load(Ordering::Relaxed) || turn < 3 {
                client
                    .sign_up(&format!("user-{at}-{turn}"), &[("email", "user@example.com")])
                    .await
                    .ok();
                client.refresh(&tokens.refresh).await.ok();
                client.server().get_user(&tokens.access).await.ok();
                turn += 1;
            }
        }));
    }
    let late = server.pool().await;
    for _ in 0..5 {
        rotate_master(front.inner()).await.unwrap();
        // A node whose first key is the old one undoes it; neither direction loses a request.
        rotate_master(server.inner()).await.unwrap();
    }
    let done = rotate_master(front.inner()).await.unwrap();
    assert_eq!((done.pools, done.rewrapped), (4, 4));
    stop.store(true, Ordering::Relaxed);
    for task in tasks {
        task.await.unwrap();
    }
    let server = front.restarted_as(|choices| choices.master_keys(&[&new])).await;
    require_all_working(&server, &made).await;
    late.at(&server).confirmed_user("bob").await;
}
