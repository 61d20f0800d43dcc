//! Nodes whose clocks differ by a few seconds: what one has just made is good on all of them.

use serde_json::json;
use testkit::{Jwt, PASSWORD, TestServer, Tokens};

/// Three nodes on one store, the first with the right time, the others ahead and behind.
fn nodes() -> [TestServer; 3] {
    let first = TestServer::start();
    let (ahead, behind) = (first.sibling_off_by(5), first.sibling_off_by(-5));
    [first, ahead, behind]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_pool_works_on_every_node() {
    let nodes = nodes();
    for maker in &nodes {
        let pool = maker.pool().await;
        let client = pool.client().await;
        pool.confirmed_user("alice").await;
        let keys = pool.jwks().await;
        for node in &nodes {
            assert_eq!(pool.at(node).jwks().await, keys);
            let tokens = client.at(node).tokens("alice").await;
            for token in [&tokens.id, &tokens.access] {
                assert!(Jwt::decode(token).is_signed_by(&keys));
            }
            for other in &nodes {
                other.get_user(&tokens.access).await.ok();
                client.at(other).refresh(&tokens.refresh).await.ok();
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_newer_than_the_clock_are_current_and_can_be_rotated() {
    let [first, ahead, behind] = nodes();
    // Test servers hand out the same key pairs: this one must not come to those of the pool.
    behind.pool().await;
    let pool = ahead.pool().await;
    for node in [&first, &behind] {
        let listed = pools::keys::list(node.inner(), &pool.id).await.unwrap();
        let states: Vec<_> = listed.iter().map(|key| key.state).collect();
        assert_eq!(states, [pools::keys::KeyState::Current; 2]);
    }
    let lead = pools::keys::LEAST_LEAD_SECONDS;
    pools::keys::rotate(behind.inner(), &pool.id, lead).await.unwrap();
    let again = pools::keys::rotate(ahead.inner(), &pool.id, lead).await;
    assert!(matches!(again, Err(pools::keys::KeyError::UnderWay(_))), "{again:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn codes_and_challenges_of_one_node_are_good_on_the_others() {
    let nodes = nodes();
    let pool = nodes[0].pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    for (at, maker) in nodes.iter().enumerate() {
        for (turn, other) in nodes.iter().enumerate() {
            let name = format!("user-{at}-{turn}");
            let address = format!("{name}@example.com");
            client.at(maker).sign_up(&name, &[("email", &address)]).await.ok();
            let code = maker.code_for(&address).await;
            client.at(other).confirm(&name, &code).await.ok();
            let invited = format!("invited-{at}-{turn}");
            pool.at(maker).invited_user(&invited, &[]).await;
            let challenge = client.at(maker).password(&invited, PASSWORD).await.ok();
            let responses = json!({ "USERNAME": invited, "NEW_PASSWORD": "Chosen-Password-1" });
            let session = challenge["Session"].as_str();
            client.at(other).respond("NEW_PASSWORD_REQUIRED", session, responses).await.ok();
        }
    }
}

/// Without a grace period, a token that a faster node retired is reused on a slower one at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_clock_grants_no_grace_period() {
    let nodes = nodes();
    let pool = nodes[0].pool().await;
    pool.confirmed_user("alice").await;
    let client = pool.rotating_client(0).await;
    for maker in &nodes {
        let tokens = client.at(maker).tokens("alice").await;
        Tokens::of(&client.at(maker).get_tokens(&tokens.refresh).await.ok());
        for node in &nodes {
            let late = client.at(node).get_tokens(&tokens.refresh).await;
            late.refused("RefreshTokenReuseException", "Refresh Token has already been used.");
        }
    }
}

/// A lock holds on every node, whichever counted the last failure.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_made_by_a_fast_clock_holds_and_ends_on_every_node() {
    let nodes = nodes();
    let pool = nodes[0].pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    for _ in 0..5 {
        client.at(&nodes[1]).password("alice", "wrong").await.refusal();
    }
    for node in &nodes {
        let answer = client.at(node).password("alice", PASSWORD).await;
        answer.refused("NotAuthorizedException", "Password attempts exceeded");
    }
    for node in &nodes {
        node.advance_seconds(6 + 5);
        client.at(node).password("alice", PASSWORD).await.ok();
    }
}
