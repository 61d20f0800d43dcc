//! Several servers on one store: a change made on one is honoured by the others.

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
    pool.call("AdminAddUserToGroup", json!({ "Username": "alice", "GroupName": "crew" }))
        .await
        .ok();
    for node in &nodes {
        client.at(node).tokens("alice").await;
    }
    Scene { nodes, pool, client }
}

fn groups(tokens: &Tokens) -> Option<serde_json::Value> {
    Jwt::decode(&tokens.access).claims.get("cognito:groups").cloned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_revoked_on_one_node_is_dead_on_all_at_once() {
    let Scene { nodes, client, .. } = scene().await;
    let revoked = client.at(&nodes[0]).tokens("alice").await;
    client.at(&nodes[1]).revoke(&revoked.refresh).await.ok();
    for node in &nodes {
        node.get_user(&revoked.access)
            .await
            .refused("NotAuthorizedException", "Access Token has been revoked");
        client
            .at(node)
            .refresh(&revoked.refresh)
            .await
            .refused("NotAuthorizedException", "Refresh Token has been revoked");
    }
    let signed_out = client.at(&nodes[0]).tokens("alice").await;
    nodes[2].call("GlobalSignOut", json!({ "AccessToken": signed_out.access })).await.ok();
    for node in &nodes {
        node.get_user(&signed_out.access)
            .await
            .refused("NotAuthorizedException", "Access Token has been revoked");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refresh_token_retired_on_one_node_is_retired_on_all_at_once() {
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

/// The node with the right clock, one that is behind, and one that is ahead.
async fn nodes_with_clocks() -> ([TestServer; 3], TestPool) {
    let right = TestServer::start();
    let nodes = [right.clone(), right.sibling_off_by(-5), right.sibling_off_by(5)];
    let pool = right.pool().await;
    pool.confirmed_user("alice").await;
    // A key signs from the moment in which it was made.
    for node in &nodes {
        node.advance_seconds(60);
    }
    (nodes, pool)
}

const REUSED: (&str, &str) = ("RefreshTokenReuseException", "Refresh Token has already been used.");
const TOO_MANY: (&str, &str) = ("TooManyRequestsException", "Too many requests");

/// Which request retires a token is decided by the store, whatever the nodes take the time to be.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_many_rotations_wins_whatever_the_clocks_say() {
    let (nodes, pool) = nodes_with_clocks().await;
    let client = pool.rotating_client(0).await;
    let mut tokens = client.tokens("alice").await;
    for _round in 0..6 {
        let answers = testkit::race(24, |number| {
            let (client, token) = (client.at(&nodes[number % 3]), tokens.refresh.clone());
            async move { client.get_tokens(&token).await }
        })
        .await;
        let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(testkit::Answer::is_ok);
        assert_eq!(won.len(), 1, "{won:#?}");
        for answer in lost {
            assert!([REUSED, TOO_MANY].contains(&(answer.kind(), answer.text())), "{answer:?}");
        }
        tokens = Tokens::of(&won[0].result.clone().unwrap());
    }
    // The losers have not ended the family.
    nodes[2].get_user(&tokens.access).await.ok();
    client.at(&nodes[1]).get_tokens(&tokens.refresh).await.ok();
}

/// At once it is refused, and nothing more; later it ends the family: on every node, whichever node
/// retired the token.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reused_token_is_refused_whatever_the_clocks_say() {
    let (nodes, pool) = nodes_with_clocks().await;
    let client = pool.rotating_client(0).await;
    for rotating in &nodes {
        for reusing in &nodes {
            let first = client.tokens("alice").await;
            let second = Tokens::of(&client.at(rotating).get_tokens(&first.refresh).await.ok());
            let (rotating, reusing) = (client.at(rotating), client.at(reusing));
            reusing.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
            let third = Tokens::of(&reusing.get_tokens(&second.refresh).await.ok());
            for node in &nodes {
                node.advance_seconds(21);
            }
            rotating.get_tokens(&second.refresh).await.refused(REUSED.0, REUSED.1);
            for node in &nodes {
                let revoked = ("NotAuthorizedException", "Refresh Token has been revoked");
                client.at(node).get_tokens(&third.refresh).await.refused(revoked.0, revoked.1);
            }
            nodes[0]
                .get_user(&third.access)
                .await
                .refused("NotAuthorizedException", "Access Token has been revoked");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_counts_failures_on_every_node() {
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
async fn deletions_are_honoured_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    assert_eq!(groups(&client.at(&nodes[1]).tokens("alice").await), Some(json!(["crew"])));
    pool.call("DeleteGroup", json!({ "GroupName": "crew" })).await.ok();
    // At once on the node that made the change.
    assert_eq!(groups(&client.tokens("alice").await), None);
    nodes[0].advance_seconds(1);
    for node in &nodes {
        assert_eq!(groups(&client.at(node).tokens("alice").await), None);
    }
    pool.call("DeleteUserPool", json!({})).await.ok();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let answer = client.at(node).password("alice", testkit::PASSWORD).await;
        answer.refused(
            "ResourceNotFoundException",
            &format!("User pool client {} does not exist.", client.id),
        );
    }
}

/// Restrictive settings are honoured by every node that has the pool in its cache.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changed_settings_are_honoured_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    client.at(&nodes[1]).sign_up("before", &[]).await.ok();
    pool.call(
        "UpdateUserPool",
        json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } }),
    )
    .await
    .ok();
    // At once on the node that made the change.
    let closed = ("NotAuthorizedException", "SignUp is not permitted for this user pool");
    client.sign_up("after-0", &[]).await.refused(closed.0, closed.1);
    nodes[0].advance_seconds(1);
    for (number, node) in nodes.iter().enumerate() {
        client.at(node).sign_up(&format!("later-{number}"), &[]).await.refused(closed.0, closed.1);
    }
    let required =
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    pool.at(&nodes[2]).call("SetUserPoolMfaConfig", required).await.ok();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let answer = client.at(node).password("alice", testkit::PASSWORD).await;
        assert_eq!(answer.kind(), "InvalidUserPoolConfigurationException", "{answer:?}");
    }
}

/// A write is decided on the stored settings, even when another node has just changed them: a
/// sign-up guards them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_up_is_not_committed_on_outdated_settings() {
    let Scene { nodes, pool, client } = scene().await;
    client.at(&nodes[1]).sign_up("before", &[]).await.ok();
    pool.call(
        "UpdateUserPool",
        json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } }),
    )
    .await
    .ok();
    let answer = client.at(&nodes[1]).sign_up("after", &[]).await;
    answer.refused("NotAuthorizedException", "SignUp is not permitted for this user pool");
}

/// The old settings, then the new ones, and nothing else: the second node has the client in its
/// cache.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_client_is_honoured_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    let tokens = client.tokens("alice").await;
    let body = json!({
        "ClientId": client.id,
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "AccessTokenValidity": 10,
        "TokenValidityUnits": { "AccessToken": "minutes" },
    });
    pool.call("UpdateUserPoolClient", body).await.ok();
    let refused =
        ("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client");
    // At once on the node that made the change.
    client.password("alice", testkit::PASSWORD).await.refused(refused.0, refused.1);
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let client = client.at(node);
        client.password("alice", testkit::PASSWORD).await.refused(refused.0, refused.1);
        assert_eq!(
            client.refresh(&tokens.refresh).await.ok()["AuthenticationResult"]["ExpiresIn"],
            600
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn secrets_are_accepted_and_refused_on_all_nodes_within_a_second() {
    let Scene { nodes, pool, .. } = scene().await;
    let old = pool.client_with(json!({ "GenerateSecret": true })).await;
    let sign_in = async |client: &TestClient, node: &TestServer| {
        let hash = client.secret_hash("alice");
        let parameters =
            json!({ "USERNAME": "alice", "PASSWORD": testkit::PASSWORD, "SECRET_HASH": hash });
        client.at(node).initiate("USER_PASSWORD_AUTH", parameters).await
    };
    for node in &nodes {
        sign_in(&old, node).await.ok();
    }
    let added = pool.call("AddUserPoolClientSecret", json!({ "ClientId": old.id })).await.ok();
    let secret = added["ClientSecretDescriptor"]["ClientSecretValue"].as_str().unwrap().to_owned();
    let new = TestClient { secret: Some(secret), ..old.clone() };
    nodes[0].advance_seconds(1);
    for node in &nodes {
        sign_in(&old, node).await.ok();
        sign_in(&new, node).await.ok();
    }
    let listed = pool
        .at(&nodes[1])
        .call("ListUserPoolClientSecrets", json!({ "ClientId": old.id }))
        .await
        .ok();
    let id = &listed["ClientSecrets"][0]["ClientSecretId"];
    pool.call("DeleteUserPoolClientSecret", json!({ "ClientId": old.id, "ClientSecretId": id }))
        .await
        .ok();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        sign_in(&new, node).await.ok();
        assert_eq!(sign_in(&old, node).await.kind(), "NotAuthorizedException");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_client_is_gone_on_all_nodes_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    let tokens = client.tokens("alice").await;
    pool.call("DeleteUserPoolClient", json!({ "ClientId": client.id })).await.ok();
    let gone = format!("User pool client {} does not exist.", client.id);
    let gone = ("ResourceNotFoundException", gone.as_str());
    client.password("alice", testkit::PASSWORD).await.refused(gone.0, gone.1);
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let client = client.at(node);
        client.password("alice", testkit::PASSWORD).await.refused(gone.0, gone.1);
        client.refresh(&tokens.refresh).await.refused(gone.0, gone.1);
        client.revoke(&tokens.refresh).await.refused("UnauthorizedException", "Unauthorized");
        node.get_user(&tokens.access).await.refused(gone.0, gone.1);
        // A later request does not find it either.
        client.password("alice", testkit::PASSWORD).await.refused(gone.0, gone.1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_group_is_honoured_within_a_second() {
    let Scene { nodes, pool, client } = scene().await;
    pool.call("CreateGroup", json!({ "GroupName": "band", "Precedence": 5 })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "Username": "alice", "GroupName": "band" }))
        .await
        .ok();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        assert_eq!(groups(&client.at(node).tokens("alice").await), Some(json!(["band", "crew"])));
    }
    pool.call("UpdateGroup", json!({ "GroupName": "crew", "Precedence": 1 })).await.ok();
    assert_eq!(groups(&client.tokens("alice").await), Some(json!(["crew", "band"])));
    nodes[0].advance_seconds(1);
    for node in &nodes {
        assert_eq!(groups(&client.at(node).tokens("alice").await), Some(json!(["crew", "band"])));
    }
}

/// Keys are configuration: a node publishes the keys that another node has put in place.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_retired_on_one_node_is_retired_on_all_within_a_second() {
    let Scene { nodes, pool, .. } = scene().await;
    let store = &nodes[0].inner().store;
    let keys = store.read(store::SigningKey::of(&pool.id)).await.unwrap();
    let revision = store.read(store::ConfigRev::get(&pool.id)).await.unwrap().unwrap();
    let retired =
        store::SigningKey { not_after: Some(nodes[0].now().millis() - 1), ..keys[0].clone() };
    let mut batch = store::Batch::new(store::Rev(987_654_321));
    batch.update(&retired).update(&revision);
    store.commit(batch).await.unwrap();
    nodes[0].advance_seconds(1);
    for node in &nodes {
        let published = pool.at(node).jwks().await;
        let kids: Vec<&str> = published["keys"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key["kid"].as_str().unwrap())
            .collect();
        assert_eq!(kids.len(), keys.len() - 1);
        assert!(!kids.contains(&retired.kid.as_str()), "{kids:?}");
    }
}
