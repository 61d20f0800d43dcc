//! The refusal table of challenge sessions and SRP secret blocks.

use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SRP_PRIME, SrpClient, TestClient, TestPool, TestServer};

use super::NOT_AUTHORIZED;

const INVALID: &str = "Invalid session for the user.";
const EXPIRED: &str = "Invalid session for the user, session is expired.";
const SPENT: &str = "Invalid session for the user, session can only be used once.";
const WRONG: &str = "Incorrect username or password.";

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
}

async fn scene() -> Scene {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.invited_user("invited", &[]).await;
    pool.confirmed_user("alice").await;
    Scene { server, pool, client }
}

impl Scene {
    async fn session(&self) -> String {
        self.client.password("invited", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned()
    }

    async fn admin(&self, operation: &str, username: &str) {
        self.pool.call(operation, json!({ "Username": username })).await.ok();
    }

    async fn begun(&self) -> Value {
        let srp = SrpClient::new([6; 32]);
        let challenge = self.client.srp_begin(&srp, "alice").await.ok();
        self.client.srp_responses(&srp, &challenge, PASSWORD)
    }
}

async fn choose(client: &TestClient, session: &str, name: &str) -> Answer {
    let responses = json!({ "USERNAME": name, "NEW_PASSWORD": "Chosen-Password-1" });
    client.respond("NEW_PASSWORD_REQUIRED", Some(session), responses).await
}

async fn prove(client: &TestClient, responses: Value) -> Answer {
    client.respond("PASSWORD_VERIFIER", None, responses).await
}

#[tokio::test]
async fn a_session_is_bound_to_its_user_client_pool_and_challenge() {
    let scene = scene().await;
    let session = scene.session().await;
    choose(&scene.client, &session, "alice").await.refused(NOT_AUTHORIZED, INVALID);
    choose(&scene.client, &session, "nobody").await.refused(NOT_AUTHORIZED, INVALID);
    choose(&scene.pool.client().await, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    let elsewhere = scene.server.pool().await;
    elsewhere.invited_user("invited", &[]).await;
    choose(&elsewhere.client().await, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    let without = json!({ "USERNAME": "invited", "NEW_PASSWORD": "Chosen-Password-1" });
    scene
        .client
        .respond("NEW_PASSWORD_REQUIRED", None, without)
        .await
        .refused(NOT_AUTHORIZED, INVALID);
    choose(&scene.client, &session, "invited").await.ok();
}

#[tokio::test]
async fn anything_but_a_session_is_invalid() {
    let scene = scene().await;
    let session = scene.session().await;
    let mut changed = session.clone().into_bytes();
    let at = changed.len() / 2;
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).unwrap();
    for text in [
        "AYABe-not-a-session-at-all",
        &changed,
        &session[..session.len() - 8],
        &format!("{session}AAAA"),
    ] {
        choose(&scene.client, text, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    }
    choose(&scene.client, &session, "invited").await.ok();
}

#[tokio::test]
async fn a_session_expires_after_three_minutes() {
    let scene = scene().await;
    let (first, second) = (scene.session().await, scene.session().await);
    scene.server.advance_seconds(180);
    choose(&scene.client, &first, "invited").await.refused(NOT_AUTHORIZED, EXPIRED);
    scene.server.advance_seconds(-1);
    choose(&scene.client, &second, "invited").await.ok();
}

#[tokio::test]
async fn a_session_can_be_used_only_once() {
    let scene = scene().await;
    let (first, second) = (scene.session().await, scene.session().await);
    choose(&scene.client, &first, "invited").await.ok();
    choose(&scene.client, &first, "invited").await.refused(NOT_AUTHORIZED, SPENT);
    // The other session depends on the password that was replaced.
    choose(&scene.client, &second, "invited").await.refused(NOT_AUTHORIZED, INVALID);
}

#[tokio::test]
async fn a_changed_password_ends_a_session() {
    for permanent in [true, false] {
        let scene = scene().await;
        let session = scene.session().await;
        let body =
            json!({ "Username": "invited", "Password": "Administrator-1", "Permanent": permanent });
        scene.pool.call("AdminSetUserPassword", body).await.ok();
        choose(&scene.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    }
}

#[tokio::test]
async fn setting_the_same_password_again_ends_a_session() {
    let scene = scene().await;
    let session = scene.session().await;
    let body = json!({ "Username": "invited", "Password": PASSWORD, "Permanent": false });
    scene.pool.call("AdminSetUserPassword", body).await.ok();
    choose(&scene.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
}

#[tokio::test]
async fn a_new_invitation_ends_a_session() {
    let scene = scene().await;
    let session = scene.session().await;
    let body = json!({ "Username": "invited", "MessageAction": "RESEND", "TemporaryPassword": "Resent-Password-1" });
    scene.pool.call("AdminCreateUser", body).await.ok();
    choose(&scene.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
}

#[tokio::test]
async fn disabling_or_deleting_ends_a_session() {
    let disabled = scene().await;
    let session = disabled.session().await;
    disabled.admin("AdminDisableUser", "invited").await;
    choose(&disabled.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    disabled.admin("AdminEnableUser", "invited").await;
    choose(&disabled.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);

    let deleted = scene().await;
    let session = deleted.session().await;
    deleted.admin("AdminDeleteUser", "invited").await;
    choose(&deleted.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
    deleted.pool.invited_user("invited", &[]).await;
    choose(&deleted.client, &session, "invited").await.refused(NOT_AUTHORIZED, INVALID);
}

#[tokio::test]
async fn an_srp_answer_is_bound_to_its_user_client_and_pool() {
    let scene = scene().await;
    let answer = scene.begun().await;
    let other_user = testkit::merged(answer.clone(), json!({ "USERNAME": "invited" }));
    prove(&scene.client, other_user).await.refused(NOT_AUTHORIZED, WRONG);
    prove(&scene.pool.client().await, answer.clone()).await.refused(NOT_AUTHORIZED, WRONG);
    let elsewhere = scene.server.pool().await.client().await;
    prove(&elsewhere, answer.clone()).await.refused(NOT_AUTHORIZED, WRONG);
    prove(&scene.client, answer).await.ok();
}

#[tokio::test]
async fn anything_but_a_secret_block_is_a_wrong_password() {
    let scene = scene().await;
    let answer = scene.begun().await;
    let block = answer["PASSWORD_CLAIM_SECRET_BLOCK"].as_str().unwrap();
    let changed = format!("{}{}", if block.starts_with('B') { "C" } else { "B" }, &block[1..]);
    let session = scene.session().await;
    for text in ["x", "eA==", &changed, &block[4..], &session] {
        let forged =
            testkit::merged(answer.clone(), json!({ "PASSWORD_CLAIM_SECRET_BLOCK": text }));
        prove(&scene.client, forged).await.refused(NOT_AUTHORIZED, WRONG);
    }
    for text in ["x", "eA==", "&&&"] {
        let forged =
            testkit::merged(scene.begun().await, json!({ "PASSWORD_CLAIM_SIGNATURE": text }));
        prove(&scene.client, forged).await.refused(NOT_AUTHORIZED, WRONG);
    }
}

#[tokio::test]
async fn an_srp_answer_gets_only_one_verdict() {
    let scene = scene().await;
    let answer = scene.begun().await;
    let wrong = testkit::merged(answer.clone(), json!({ "PASSWORD_CLAIM_SIGNATURE": "eA==" }));
    prove(&scene.client, wrong).await.refused(NOT_AUTHORIZED, WRONG);
    prove(&scene.client, answer).await.refused(NOT_AUTHORIZED, WRONG);
}

#[tokio::test]
async fn an_srp_answer_must_come_within_a_minute() {
    let scene = scene().await;
    let (late, in_time) = (scene.begun().await, scene.begun().await);
    scene.server.advance_seconds(59);
    prove(&scene.client, in_time).await.ok();
    scene.server.advance_seconds(1);
    prove(&scene.client, late).await.refused(NOT_AUTHORIZED, WRONG);
}

#[tokio::test]
async fn a_changed_password_ends_an_srp_attempt() {
    for password in [PASSWORD, "Another-Password-1"] {
        let scene = scene().await;
        let answer = scene.begun().await;
        scene.pool.set_password("alice", password).await;
        prove(&scene.client, answer).await.refused(NOT_AUTHORIZED, WRONG);
        scene.client.srp("alice", password).await.ok();
    }
}

#[tokio::test]
async fn disabling_or_deleting_ends_an_srp_attempt() {
    let scene = scene().await;
    let (first, second) = (scene.begun().await, scene.begun().await);
    scene.admin("AdminDisableUser", "alice").await;
    prove(&scene.client, first).await.refused(NOT_AUTHORIZED, WRONG);
    scene.admin("AdminEnableUser", "alice").await;
    prove(&scene.client, second).await.refused(NOT_AUTHORIZED, WRONG);
    let third = scene.begun().await;
    scene.admin("AdminDeleteUser", "alice").await;
    prove(&scene.client, third).await.refused(NOT_AUTHORIZED, WRONG);
}

/// A multiple of N as SRP_A would reveal the session key to everybody (RFC 5054 section 2.5.4).
#[tokio::test]
async fn a_degenerate_public_value_is_refused() {
    let scene = scene().await;
    let zeros = "0".repeat(768);
    for public in ["0", "00", &zeros, SRP_PRIME, "xyz", "-1", ""] {
        let answer = scene
            .client
            .initiate("USER_SRP_AUTH", json!({ "USERNAME": "alice", "SRP_A": public }))
            .await;
        assert_eq!(answer.kind(), "InvalidParameterException", "{public}: {answer:?}");
    }
}
