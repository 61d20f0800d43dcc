//! Several servers over one store: what is changed on one is honoured on the others.

use serde_json::json;
use testkit::{Jwt, TestClient, TestPool, TestServer, Tokens};

struct Scene {
    nodes: [TestServer; 3],
    pool: TestPool,
    client: TestClient,
}

/// Three nodes that all have the pool, its client and its keys in their caches.
async fn scene() -> Scene {
    let first = TestServer::start();
    let nodes = [first.clone(), first.sibling(), first.sibling()];
    let pool = first.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "Username": "alice", "GroupName": "crew" })).await.ok();
    for node in &nodes {
        client.at(node).tokens("alice").await;
    }
    Scene { nodes, pool, client }
}

fn groups(tokens: &Tokens) -> Option<serde_json::Value> {
    Jwt::decode(&tokens.access).claims.get("cognito:groups").cloned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_is_cut_off_on_one_is_dead_on_all_at_once() {
    let Scene { nodes, client, .. } = scene().await;
    let revoked = client.at(&nodes[0]).tokens("alice").await;
    client.at(&nodes[1]).revoke(&revoked.refresh).await.ok();
    for node in &nodes {
        node.get_user(&revoked.access).await.refused("NotAuthorizedException", "Access Token has been revoked");
        client.at(node).refresh(&revoked.refresh).await.refused("NotAuthorizedException", "Refresh Token has been revoked");
    }
    let signed_out = client.at(&nodes[0]).tokens("alice").await;
    nodes[2].call("GlobalSignOut", json!({ "AccessToken": signed_out.access })).await.ok();
    for node in &nodes {
        node.get_user(&signed_out.access).await.refused("NotAuthorizedException", "Access Token has been revoked");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_token_that_is_retired_on_one_is_retired_on_all_at_once() {
    let Scene { nodes, pool, .. } = scene().await;
    let client = pool.rotating_client(0).await;
    let mut tokens = client.tokens("alice").await;
    for turn in 0..6 {
        let next = Tokens::of(&client.at(&nodes[turn % 3]).get_tokens(&tokens.refresh).await.ok());
        for node in &nodes {
            let late = client.at(node).get_tokens(&tokens.refresh).await;
            late.refused("RefreshTokenReuseException", "Refresh Token has already been used.");
        }
        tokens = next;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_counts_what_every_node_has_heard() {
    let Scene { nodes, client, .. } = scene().await;
    for guess in 0..5 {
        let answer = client.at(&nodes[guess % 3]).password("alice", "wrong").await;
        answer.refused("NotAuthorizedException", "Incorrect username or password.");
    }
    for node in &nodes {
        let answer = client.at(node).password("alice", testkit::PASSWORD).await;
        answer.refused("NotAuthorizedException", "Password attempts exceeded");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn configuration_is_honoured_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    assert_eq!(groups(&client.at(&nodes[1]).tokens("alice").await), Some(json!(["crew"])));
    pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await.ok();
    // At once where it was done.
    assert_eq!(groups(&client.tokens("alice").await), None);
    nodes[0].advance_seconds(1);
    for node in &nodes {
        assert_eq!(groups(&client.at(node).tokens("alice").await), None);
    }
    pool.call("DeleteUserPool", json!({})).await.ok();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let answer = client.at(node).password("alice", testkit::PASSWORD).await;
        answer.refused("ResourceNotFoundException", &format!("User pool client {} does not exist.", client.id));
    }
}

/// Keys are configuration: a node publishes what another one has put in the place of its keys.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_is_retired_on_one_is_retired_on_all_within_a_second() {
    let Scene { nodes, pool, .. } = scene().await;
    let store = &nodes[0].inner().store;
    let keys = store.read(store::SigningKey::of(&pool.id)).await.unwrap();
    let revision = store.read(store::ConfigRev::get(&pool.id)).await.unwrap().unwrap();
    let retired = store::SigningKey { not_after: Some(nodes[0].now().millis() - 1), ..keys[0].clone() };
    let mut batch = store::Batch::new(store::Rev(987_654_321));
    batch.update(&retired).update(&revision);
    store.commit(batch).await.unwrap();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let published = pool.at(node).jwks().await;
        let kids: Vec<&str> = published["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap()).collect();
        assert_eq!(kids.len(), keys.len() - 1);
        assert!(!kids.contains(&retired.kid.as_str()), "{kids:?}");
    }
}
