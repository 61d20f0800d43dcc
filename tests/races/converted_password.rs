//! A sign-in that converts the stored password, overtaken by a change of it: the old password does
//! not come back.

use domain::credential::AtRest;
use serde_json::json;
use testkit::{PASSWORD, TestClient, TestServer};

use super::Held;

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const NEW: &str = "Another-Passw0rd";

/// alice, whose password is an SRP verifier, and a client of a server that stores argon2id hashes.
async fn scene() -> (Held, TestServer, TestClient) {
    let held = Held::start();
    let client = held.server.pool().await.client().await;
    client.pool.confirmed_user("alice").await;
    let server = held.server.sibling_as(|choices| choices.at_rest(AtRest::Argon2id));
    (held, server.clone(), client.at(&server))
}

async fn sign_in(client: TestClient) -> testkit::Answer {
    client.password("alice", PASSWORD).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_conversion_overtaken_by_a_new_password_is_refused() {
    let (held, server, client) = scene().await;
    let set = client.pool.set_password("alice", NEW);
    held.overtaken(sign_in(client.clone()), set).await.refused(WRONG.0, WRONG.1);
    client.password("alice", PASSWORD).await.refused(WRONG.0, WRONG.1);
    client.password("alice", NEW).await.ok();
    let forms = server.password_forms().await;
    assert_eq!((forms.srp, forms.argon2id), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_new_password_overtaken_by_a_conversion_is_set() {
    let (held, _, client) = scene().await;
    let pool = client.pool.clone();
    let set = async move {
        let body = json!({ "Username": "alice", "Password": NEW, "Permanent": true });
        pool.call("AdminSetUserPassword", body).await
    };
    let convert = async { drop(sign_in(client.clone()).await.ok()) };
    held.overtaken(set, convert).await.ok();
    client.password("alice", PASSWORD).await.refused(WRONG.0, WRONG.1);
    client.password("alice", NEW).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_conversion_overtaken_by_another_succeeds() {
    let (held, server, client) = scene().await;
    let other = async { drop(sign_in(client.clone()).await.ok()) };
    held.overtaken(sign_in(client.clone()), other).await.ok();
    let forms = server.password_forms().await;
    assert_eq!((forms.srp, forms.argon2id), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_conversion_overtaken_by_deletion_leaves_nothing() {
    let (held, server, client) = scene().await;
    let delete = async {
        client.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    };
    held.overtaken(sign_in(client.clone()), delete).await.refused(WRONG.0, WRONG.1);
    let forms = server.password_forms().await;
    assert_eq!((forms.srp, forms.argon2id), (0, 0));
}
