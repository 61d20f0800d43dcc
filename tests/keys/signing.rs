//! The life cycle of signing keys.

use std::collections::BTreeSet;

use pools::keys::{KeyError, KeyState, LEAST_LEAD_SECONDS, MOST_LEAD_SECONDS, list, rotate};
use serde_json::{Value, json};
use store::SigningKey;
use testkit::{Jwt, TestServer};

use super::{HOUR, listed, states};

fn kids(jwks: &Value) -> BTreeSet<String> {
    jwks["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["kid"].as_str().unwrap().to_owned())
        .collect()
}

fn all(states: &[KeyState]) -> Vec<(String, KeyState)> {
    let of =
        |purpose: &str| states.iter().map(|state| (purpose.to_owned(), *state)).collect::<Vec<_>>();
    [of("id"), of("access")].concat()
}

fn kid(token: &str) -> String {
    Jwt::decode(token).header["kid"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn new_keys_are_published_then_sign_then_the_old_ones_are_removed() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let before = pool.jwks().await;
    assert_eq!(states(&pool).await, all(&[KeyState::Current]));

    let began = server.now();
    let rotated = rotate(server.inner(), &pool.id, 24 * HOUR).await.unwrap();
    assert_eq!(rotated.signs_from, began.plus_seconds(24 * HOUR));
    assert_eq!(rotated.old_until, began.plus_seconds(49 * HOUR));
    assert_eq!(states(&pool).await, all(&[KeyState::Current, KeyState::Next]));
    let during = pool.jwks().await;
    assert_eq!(kids(&during).len(), 4);
    assert!(kids(&during).is_superset(&kids(&before)));

    // The old keys sign until the last millisecond.
    server.advance_seconds(24 * HOUR - 1);
    let last = client.tokens("alice").await;
    assert!(kids(&before).contains(&kid(&last.id)) && kids(&before).contains(&kid(&last.access)));
    server.advance_seconds(1);
    let first = client.tokens("alice").await;
    for (token, earlier) in [(&first.id, &last.id), (&first.access, &last.access)] {
        assert!(
            !kids(&before).contains(&kid(token)) && kids(&during).contains(&kid(token)),
            "{earlier}"
        );
        assert!(Jwt::decode(token).is_signed_by(&during));
    }
    assert_ne!(kid(&first.id), kid(&first.access));
    assert_eq!(states(&pool).await, all(&[KeyState::Retiring, KeyState::Current]));
    for token in [&last.access, &first.access] {
        server.get_user(token).await.ok();
    }

    server.advance_seconds(25 * HOUR - 1);
    assert_eq!(kids(&pool.jwks().await).len(), 4);
    server.advance_seconds(1);
    assert_eq!(states(&pool).await, all(&[KeyState::Retired, KeyState::Current]));
    assert!(kids(&pool.jwks().await).is_disjoint(&kids(&before)));
    server.deep_doctor().await;

    // The rows are removed a week later.
    pools::jobs::run_once(server.inner()).await.unwrap();
    assert_eq!(listed(&pool).await.len(), 4);
    server.advance_seconds(7 * 24 * HOUR);
    pools::jobs::run_once(server.inner()).await.unwrap();
    assert_eq!(states(&pool).await, all(&[KeyState::Current]));
    Jwt::decode(&client.tokens("alice").await.id).text("sub");
    server.deep_doctor().await;
}

/// An access token lives for at most a day; its key is published until then, whatever else happens.
#[tokio::test]
async fn the_longest_token_of_a_retired_key_is_valid_to_its_end() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "AccessTokenValidity": 24 })).await;
    pool.confirmed_user("alice").await;
    rotate(server.inner(), &pool.id, LEAST_LEAD_SECONDS).await.unwrap();
    server.advance_seconds(LEAST_LEAD_SECONDS - 1);
    let last = client.tokens("alice").await;
    server.advance_seconds(24 * HOUR - 1);
    server.get_user(&last.access).await.ok();
    assert!(Jwt::decode(&last.access).is_signed_by(&pool.jwks().await));
    server.advance_seconds(2);
    server
        .get_user(&last.access)
        .await
        .refused("NotAuthorizedException", "Access Token has expired");
}

/// A wrong clock, or a stolen key with its pool's secrets, gets nowhere with a retired key.
#[tokio::test]
async fn a_retired_key_verifies_nothing() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "AccessTokenValidity": 24 })).await;
    pool.confirmed_user("alice").await;
    let token = client.tokens("alice").await.access;
    server.get_user(&token).await.ok();
    // The row says that the key is retired while the token is still young.
    let rows = server.inner().store.read(SigningKey::of(pool.id.as_str())).await.unwrap();
    let mut batch = store::Batch::new(store::Rev(77));
    for row in rows {
        batch.update(&SigningKey { not_after: Some(server.now().millis() + 10_000), ..row });
    }
    batch.replace(&store::ConfigRev { pool_id: pool.id.clone(), rev: store::Rev(77) });
    server.inner().store.commit(batch).await.unwrap();
    server.advance_seconds(2);
    server.get_user(&token).await.ok();
    server.advance_seconds(8);
    assert!(!server.get_user(&token).await.is_ok());
    assert!(kids(&pool.jwks().await).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invalid_rotations_are_refused() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let refused = |error: KeyError, text: &str| {
        assert!(matches!(&error, KeyError::Refused(found) if found.contains(text)), "{error:?}");
    };
    for unknown in ["eu-west-1_Unknown00", "", "nonsense", "eu-west-1_\0\0\0\0\0\0\0\0\0"] {
        refused(
            rotate(server.inner(), unknown, 24 * HOUR).await.unwrap_err(),
            "there is no user pool",
        );
        refused(list(server.inner(), unknown).await.unwrap_err(), "there is no user pool");
    }
    for lead in [i64::MIN, 0, LEAST_LEAD_SECONDS - 1, MOST_LEAD_SECONDS + 1, i64::MAX] {
        refused(
            rotate(server.inner(), &pool.id, lead).await.unwrap_err(),
            "verifiers may keep the key set for an hour",
        );
    }
    let rotated = rotate(server.inner(), &pool.id, 24 * HOUR).await.unwrap();
    server.advance_seconds(24 * HOUR - 1);
    assert_eq!(
        rotate(server.inner(), &pool.id, 24 * HOUR).await,
        Err(KeyError::UnderWay(rotated.signs_from))
    );
    assert_eq!(listed(&pool).await.len(), 4);
    server.advance_seconds(1);
    rotate(server.inner(), &pool.id, 24 * HOUR).await.unwrap();
    assert_eq!(states(&pool).await, all(&[KeyState::Retiring, KeyState::Current, KeyState::Next]));
    pool.call("DeleteUserPool", json!({})).await.ok();
    refused(
        rotate(server.inner(), &pool.id, 24 * HOUR).await.unwrap_err(),
        "there is no user pool",
    );
}

/// Two operators at once cause one rotation.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_concurrent_rotations_only_one_happens() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let (inner, id) = (server.inner().clone(), pool.id.clone());
    let outcomes = testkit::race(4, move |_| {
        let (inner, id) = (inner.clone(), id.clone());
        async move { rotate(&inner, &id, 24 * HOUR).await }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    for outcome in outcomes {
        assert!(matches!(outcome, Ok(_) | Err(KeyError::UnderWay(_))), "{outcome:?}");
    }
    assert_eq!(states(&pool).await, all(&[KeyState::Current, KeyState::Next]));
    server.deep_doctor().await;
}

/// All nodes switch to the same key at the same time, and publish every key that any of them may
/// sign with.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_switch_keys_together() {
    let first = TestServer::start();
    let second = first.sibling();
    let pool = first.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    client.at(&second).tokens("alice").await;
    rotate(first.inner(), &pool.id, 2 * HOUR).await.unwrap();
    first.advance_seconds(1);
    assert_eq!(pool.at(&second).jwks().await, pool.jwks().await);
    for wait in [2 * HOUR - 2, 1, 1] {
        first.advance_seconds(wait);
        let (one, other) = (client.tokens("alice").await, client.at(&second).tokens("alice").await);
        assert_eq!((kid(&one.id), kid(&one.access)), (kid(&other.id), kid(&other.access)));
    }
}
