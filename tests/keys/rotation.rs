//! A rotation while users sign in, refresh and use their tokens.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use pools::keys::rotate;
use serde_json::{Value, json};
use testkit::{Jwt, PASSWORD, TestClient, TestPool, TestServer, Tokens};
use tokio::task::JoinHandle;

use super::HOUR;

/// Tokens, each with the second it was issued in.
type Issued = Vec<(i64, String)>;

/// Signs in, refreshes and uses the tokens until stopped; returns every token it got.
fn customer(
    client: &TestClient,
    name: String,
    stop: &Arc<AtomicBool>,
    turns: &Arc<AtomicUsize>,
) -> JoinHandle<Issued> {
    let (client, stop, turns) = (client.clone(), Arc::clone(stop), Arc::clone(turns));
    tokio::spawn(async move {
        let mut issued = Vec::new();
        let mut first = Tokens::of(&client.password(&name, PASSWORD).await.ok());
        while !stop.load(Ordering::Relaxed) {
            let tokens = Tokens::of(&client.password(&name, PASSWORD).await.ok());
            let refreshed = Tokens::of(&client.refresh(&first.refresh).await.ok());
            for tokens in [&tokens, &refreshed] {
                client.server().get_user(&tokens.access).await.ok();
                for token in [&tokens.id, &tokens.access] {
                    let issued_at = Jwt::decode(token).claims["iat"].as_i64().unwrap();
                    issued.push((issued_at, token.clone()));
                }
            }
            first = tokens;
            turns.fetch_add(1, Ordering::Relaxed);
        }
        issued
    })
}

/// An application that fetches the keys once an hour, as their cache lifetime allows.
async fn hourly(pool: &TestPool) -> (i64, Value) {
    (pool.server.now().seconds(), pool.jwks().await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_is_lost_and_every_token_verifies_with_keys_fetched_before() {
    let server = TestServer::start();
    let node = server.sibling();
    let pool = server.pool().await;
    // The clock may move a long way between two steps of a customer.
    let client =
        pool.client_with(json!({ "AccessTokenValidity": 24, "IdTokenValidity": 24 })).await;
    let (stop, turns) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let mut customers = Vec::new();
    for (at, server) in [&server, &node].into_iter().enumerate() {
        let name = format!("user-{at}");
        pool.confirmed_user(&name).await;
        customers.push(customer(&client.at(server), name, &stop, &turns));
    }
    // Roughly, every customer gets a turn between two moves of the clock.
    let let_customers_run = async || {
        let seen = turns.load(Ordering::Relaxed);
        while turns.load(Ordering::Relaxed) < seen + 2 {
            tokio::task::yield_now().await;
        }
    };
    let mut sets = vec![hourly(&pool).await];
    let_customers_run().await;
    rotate(server.inner(), &pool.id, 2 * HOUR).await.unwrap();
    // Past the start of the new keys and past the end of the old ones.
    for half in 0..60 {
        server.advance_seconds(HOUR / 2);
        if half % 2 == 1 {
            sets.push(hourly(&pool).await);
        }
        // Away from the changes there is nothing new to see.
        if !(8..52).contains(&half) {
            let_customers_run().await;
        }
    }
    stop.store(true, Ordering::Relaxed);
    let mut kids = std::collections::BTreeSet::new();
    for customer in customers {
        for (issued_at, token) in customer.await.unwrap() {
            let token = Jwt::decode(&token);
            kids.insert(token.header["kid"].as_str().unwrap().to_owned());
            // The oldest key set that an application may still hold, and the newest one it could
            // have fetched by then.
            let kept =
                sets.iter().filter(|(fetched, _)| (issued_at - HOUR..=issued_at).contains(fetched));
            let mut kept = kept.peekable();
            assert!(kept.peek().is_some(), "the clock went past {issued_at} without a fetch");
            assert!(
                kept.all(|(_, set)| token.is_signed_by(set)),
                "{issued_at}: {:?}",
                token.header
            );
        }
    }
    assert_eq!(kids.len(), 4, "both pairs were used");
    server.deep_doctor().await;
}
