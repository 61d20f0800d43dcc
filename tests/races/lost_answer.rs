//! A commit whose answer is lost is decided by sending it again: it happens once, and the caller
//! learns that it did.

use std::sync::Arc;

use serde_json::json;
use store::Fault;
use testkit::{Losing, PASSWORD, TestClient, TestPool, TestServer, Tokens};

pub(super) const FAULTS: [Fault; 3] = [Fault::LoseRequest, Fault::LoseAnswer, Fault::Late];

struct Scene {
    losing: Arc<Losing>,
    server: TestServer,
    pool: TestPool,
    client: TestClient,
}

async fn scene() -> Scene {
    let losing = Arc::new(Losing::default());
    let server = TestServer::builder().faults(losing.clone()).fixed_code("135790").start();
    let pool = server
        .pool_with(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    pool.invited_user("invited", &[]).await;
    client.sign_up("unconfirmed", &[("email", "unconfirmed@example.com")]).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    Scene { losing, server, pool, client }
}

impl Scene {
    /// Loses the first copy of the next commit, and checks that the commit happened and left sound
    /// rows.
    async fn losing<T>(&self, fault: Fault, request: impl Future<Output = T>) -> T {
        self.losing.lose_next(fault);
        let done = request.await;
        assert!(self.losing.is_done(), "the request has committed");
        self.server.deep_doctor().await;
        done
    }
}

#[tokio::test]
async fn creations_happen_once() {
    for fault in FAULTS {
        let scene = scene().await;
        let (pool, client) = (&scene.pool, &scene.client);
        let messages = scene.server.messages().await.len();
        scene.losing(fault, client.sign_up("bob", &[("email", "bob@example.com")])).await.ok();
        assert_eq!(scene.server.messages().await.len(), messages + 1, "one message");
        client.sign_up("bob", &[]).await.refused("UsernameExistsException", "User already exists");
        scene.losing(fault, client.confirm("bob", "135790")).await.ok();
        client.password("bob@example.com", PASSWORD).await.ok();
        let invite = json!({ "Username": "carol", "TemporaryPassword": PASSWORD, "MessageAction": "SUPPRESS" });
        scene.losing(fault, pool.call("AdminCreateUser", invite)).await.ok();
        scene.losing(fault, pool.call("CreateGroup", json!({ "GroupName": "other" }))).await.ok();
        scene.losing(fault, pool.client()).await.password("bob", PASSWORD).await.ok();
        scene.losing(fault, scene.server.pool()).await;
        let crew = json!({ "GroupName": "crew", "Username": "alice" });
        scene.losing(fault, pool.call("AdminAddUserToGroup", crew.clone())).await.ok();
        scene.losing(fault, pool.call("AdminRemoveUserFromGroup", crew)).await.ok();
        let confidential = pool.client_with(json!({ "GenerateSecret": true })).await;
        let of_client = json!({ "ClientId": confidential.id });
        scene.losing(fault, pool.call("AddUserPoolClientSecret", of_client.clone())).await.ok();
        let listed = pool.call("ListUserPoolClientSecrets", of_client.clone()).await.ok();
        assert_eq!(listed["ClientSecrets"].as_array().map(Vec::len), Some(2), "one was added");
        let oldest = json!({ "ClientSecretId": listed["ClientSecrets"][0]["ClientSecretId"] });
        let delete =
            pool.call("DeleteUserPoolClientSecret", testkit::merged(of_client.clone(), oldest));
        scene.losing(fault, delete).await.ok();
        scene.losing(fault, pool.call("DeleteUserPoolClient", of_client)).await.ok();
    }
}

#[tokio::test]
async fn changes_happen_once() {
    for fault in FAULTS {
        let scene = scene().await;
        let (pool, client) = (&scene.pool, &scene.client);
        let session =
            client.password("invited", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
        let responses = json!({ "USERNAME": "invited", "NEW_PASSWORD": "Chosen-Password-1" });
        let chosen = scene
            .losing(fault, client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses))
            .await;
        Tokens::of(&chosen.ok());
        client.password("invited", "Chosen-Password-1").await.ok();
        Tokens::of(&scene.losing(fault, client.srp("alice", PASSWORD)).await.ok());
        let tokens = client.tokens("alice").await;
        scene.losing(fault, client.revoke(&tokens.refresh)).await.ok();
        client
            .refresh(&tokens.refresh)
            .await
            .refused("NotAuthorizedException", "Refresh Token has been revoked");
        let tokens = client.tokens("alice").await;
        let sign_out = scene.server.call("GlobalSignOut", json!({ "AccessToken": tokens.access }));
        scene.losing(fault, sign_out).await.ok();
        scene.losing(fault, pool.set_password("alice", "Another-Password-1")).await;
        let alice = json!({ "Username": "alice" });
        scene.losing(fault, pool.call("AdminDisableUser", alice.clone())).await.ok();
        scene.losing(fault, pool.call("AdminEnableUser", alice.clone())).await.ok();
        client.password("alice", "Another-Password-1").await.ok();
        scene.losing(fault, pool.call("AdminDeleteUser", alice)).await.ok();
        scene
            .losing(
                fault,
                pool.call("UpdateGroup", json!({ "GroupName": "crew", "Precedence": 1 })),
            )
            .await
            .ok();
        let update = json!({ "ClientId": client.id, "ClientName": "renamed" });
        let updated = scene.losing(fault, pool.call("UpdateUserPoolClient", update)).await.ok();
        assert_eq!(
            pool.call("DescribeUserPoolClient", json!({ "ClientId": client.id })).await.ok(),
            updated
        );
        scene.losing(fault, pool.call("DeleteGroup", json!({ "GroupName": "crew" }))).await.ok();
        scene.losing(fault, pool.call("DeleteUserPool", json!({}))).await.ok();
    }
}

/// A failure is counted once, however often it is sent.
#[tokio::test]
async fn a_failure_is_counted_once() {
    for fault in FAULTS {
        let scene = scene().await;
        for _ in 0..5 {
            let answer = scene.losing(fault, scene.client.password("alice", "wrong")).await;
            answer.refused("NotAuthorizedException", "Incorrect username or password.");
        }
        scene
            .client
            .password("alice", PASSWORD)
            .await
            .refused("NotAuthorizedException", "Password attempts exceeded");
        scene.server.advance_seconds(1);
        Tokens::of(&scene.losing(fault, scene.client.password("alice", PASSWORD)).await.ok());
        for _ in 0..4 {
            scene
                .client
                .password("alice", "wrong")
                .await
                .refused("NotAuthorizedException", "Incorrect username or password.");
        }
        scene.client.password("alice", PASSWORD).await.ok();
    }
}
