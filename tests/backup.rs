//! A server on a restored backup.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use store::{Options, Store};
use testkit::{PASSWORD, TempDir, TestServer, Tokens};

const REVOKED: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");

async fn backed_up(server: &TestServer, folder: &TempDir) {
    let (store, to) = (server.inner().store.clone(), folder.path().join("backup"));
    tokio::task::spawn_blocking(move || store.backup(&to, &|| true)).await.unwrap().unwrap();
}

/// Stops the server and starts it on the backup.
async fn restored(server: &TestServer, folder: &TempDir) -> TestServer {
    let data = folder.path().join("restored");
    store::restore(&folder.path().join("backup"), &data, &|| true).unwrap();
    server.moved_to(Store::open(Options::sqlite(data)).unwrap()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_restores_elsewhere() {
    let (server, folder) = (TestServer::builder().on_sqlite().start(), TempDir::new());
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    let stop = Arc::new(AtomicBool::new(false));
    let (begun, mut is_begun) = tokio::sync::watch::channel(0);
    let load = {
        let (client, stop) = (client.clone(), Arc::clone(&stop));
        tokio::spawn(async move {
            let mut turn = 0;
            while !stop.load(Ordering::Relaxed) {
                client
                    .sign_up(&format!("user-{turn}"), &[("email", "user@example.com")])
                    .await
                    .ok();
                turn += 1;
                let _ = begun.send(turn);
            }
        })
    };
    is_begun.wait_for(|turns| *turns >= 3).await.unwrap();
    backed_up(&server, &folder).await;
    stop.store(true, Ordering::Relaxed);
    load.await.unwrap();

    let server = restored(&server, &folder).await;
    let client = client.at(&server);
    server.deep_doctor().await;
    server.get_user(&tokens.access).await.ok();
    client.refresh(&tokens.refresh).await.ok();
    client.srp("alice", PASSWORD).await.ok();
    client.sign_up("user-0", &[]).await.refused("UsernameExistsException", "User already exists");
    client.sign_up("somebody", &[]).await.ok();
}

/// A restore undoes a sign-out made after the backup, as it must. Signing out again revokes those
/// tokens; tokens issued after the backup are dead before and after.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_out_after_a_restore_revokes_every_old_token() {
    let (server, folder) = (TestServer::builder().on_sqlite().start(), TempDir::new());
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let before = client.tokens("alice").await;
    backed_up(&server, &folder).await;
    server.call("GlobalSignOut", json!({ "AccessToken": before.access })).await.ok();
    let after = client.tokens("alice").await;
    server.get_user(&after.access).await.ok();

    let server = restored(&server, &folder).await;
    let client = client.at(&server);
    server.get_user(&before.access).await.ok();
    client.refresh(&before.refresh).await.ok();
    server.get_user(&after.access).await.refused(REVOKED.0, REVOKED.1);
    assert!(!client.refresh(&after.refresh).await.is_ok());
    server.call("GlobalSignOut", json!({ "AccessToken": before.access })).await.ok();
    for dead in [&before, &after] {
        server.get_user(&dead.access).await.refused(REVOKED.0, REVOKED.1);
        assert!(!client.refresh(&dead.refresh).await.is_ok());
    }
    Tokens::of(&client.password("alice", PASSWORD).await.ok());
    server.deep_doctor().await;
}
