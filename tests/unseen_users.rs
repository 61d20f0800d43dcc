//! A sharded engine may show a name some milliseconds before its user. Here the user's row is
//! removed and put back by hand.

use std::pin::{Pin, pin};
use std::task::{Context, Waker};

use serde_json::{Value, json};
use store::{Batch, Lookup, Rev, User};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens};

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const UNKNOWN: (&str, &str) = ("UserNotFoundException", "User does not exist.");

/// Reads before a name that leads to a user is given up as unknown: one at once, and one after each
/// pause.
const READS: u64 = 8;

/// A pool in which alice can sign in by two names.
struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    alice: User,
}

async fn scene() -> Scene {
    let server = TestServer::builder().on_sqlite().fixed_code("135790").start();
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("email_verified", "true")])
        .await;
    client.password("alice", PASSWORD).await.ok();
    let alice = user(&pool, &sub).await;
    Scene { server, pool, client, alice }
}

async fn user(pool: &TestPool, sub: &str) -> User {
    pool.server
        .inner()
        .store
        .read(User::get(&format!("{}:00", pool.id), sub))
        .await
        .unwrap()
        .unwrap()
}

impl Scene {
    fn batch(&self) -> Batch {
        Batch::new(Rev(self.server.inner().rng.positive_i63()))
    }

    async fn commit(&self, batch: Batch) {
        self.server.inner().store.commit(batch).await.unwrap();
    }

    /// Removes the user's row, and nothing else.
    async fn hide(&self, user: &User) {
        let mut batch = self.batch();
        batch.remove(User::key(&user.part, &user.user_id));
        self.commit(batch).await;
    }

    async fn show(&self, user: &User) {
        let mut batch = self.batch();
        batch.insert(user);
        self.commit(batch).await;
    }

    /// The answer to a request that finds a name without its user, and then the user.
    async fn meanwhile_shown(&self, user: &User, request: impl Future<Output = Answer>) -> Answer {
        self.hide(user).await;
        let mut request = pin!(request);
        // The embedded store reads on the calling thread, so the request has gone as far as it can:
        // it is waiting to read again.
        self.require_waiting(request.as_mut());
        self.show(user).await;
        request.await
    }

    #[track_caller]
    fn require_waiting(&self, request: Pin<&mut impl Future<Output = Answer>>) {
        let answer = request.poll(&mut Context::from_waker(Waker::noop()));
        assert!(answer.is_pending(), "{answer:?}");
    }

    /// Requires that no user is found, after this many reads.
    async fn unknown(
        &self,
        request: impl Future<Output = Answer>,
        expected: (&str, &str),
        reads: u64,
    ) {
        let (answer, work) = self.server.work_of(request).await;
        assert_eq!(work.store.reads, reads, "{answer:?}");
        answer.refused(expected.0, expected.1);
    }
}

#[tokio::test]
async fn a_user_who_appears_late_signs_in() {
    let scene = scene().await;
    for name in ["alice", "alice@example.com"] {
        let answer =
            scene.meanwhile_shown(&scene.alice, scene.client.password(name, PASSWORD)).await;
        Tokens::of(&answer.ok());
        let srp = SrpClient::new([9; 32]);
        let begun =
            scene.meanwhile_shown(&scene.alice, scene.client.srp_begin(&srp, name)).await.ok();
        let responses = scene.client.srp_responses(&srp, &begun, PASSWORD);
        Tokens::of(&scene.client.respond("PASSWORD_VERIFIER", None, responses).await.ok());
    }
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_user_who_appears_late_can_be_administered() {
    let scene = scene().await;
    scene.pool.call("CreateGroup", json!({ "GroupName": "crew" })).await.ok();
    let requests: [(&str, Value); 9] = [
        ("AdminGetUser", json!({})),
        ("AdminUserGlobalSignOut", json!({})),
        ("AdminResetUserPassword", json!({})),
        ("AdminSetUserPassword", json!({ "Password": "Another-Password-1" })),
        ("AdminAddUserToGroup", json!({ "GroupName": "crew" })),
        ("AdminRemoveUserFromGroup", json!({ "GroupName": "crew" })),
        (
            "AdminCreateUser",
            json!({ "MessageAction": "RESEND", "TemporaryPassword": "Temporary-Password-1" }),
        ),
        ("AdminDisableUser", json!({})),
        ("AdminDeleteUser", json!({})),
    ];
    for (operation, body) in requests {
        let alice = user(&scene.pool, &scene.alice.user_id).await;
        let request =
            scene.pool.call(operation, testkit::merged(json!({ "Username": "alice" }), body));
        scene.meanwhile_shown(&alice, request).await.ok();
        scene.server.deep_doctor().await;
    }
}

#[tokio::test]
async fn a_user_who_appears_late_confirms() {
    let scene = scene().await;
    let made = scene.client.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    let bob = user(&scene.pool, made["UserSub"].as_str().unwrap()).await;
    let resend = scene.client.call("ResendConfirmationCode", json!({ "Username": "bob" }));
    scene.meanwhile_shown(&bob, resend).await.ok();
    scene.meanwhile_shown(&bob, scene.client.confirm("bob", "135790")).await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_user_who_appears_late_recovers() {
    let scene = scene().await;
    let forgot = scene.client.call("ForgotPassword", json!({ "Username": "alice" }));
    scene.meanwhile_shown(&scene.alice, forgot).await.ok();
    let alice = user(&scene.pool, &scene.alice.user_id).await;
    let body = json!({ "Username": "alice@example.com", "ConfirmationCode": "135790", "Password": "Another-Password-1" });
    scene.meanwhile_shown(&alice, scene.client.call("ConfirmForgotPassword", body)).await.ok();
    scene.client.password("alice", "Another-Password-1").await.ok();
    scene.server.deep_doctor().await;
}

/// The attributes of a user who loses an address to another must show it.
#[tokio::test]
async fn a_user_who_appears_late_loses_the_address() {
    let scene = scene().await;
    scene.client.sign_up("bob", &[("email", "alice@example.com")]).await.ok();
    let body =
        json!({ "Username": "bob", "ConfirmationCode": "135790", "ForceAliasCreation": true });
    scene.meanwhile_shown(&scene.alice, scene.client.call("ConfirmSignUp", body)).await.ok();
    scene.server.deep_doctor().await;
    assert_eq!(scene.pool.user("alice@example.com").await["Username"], "bob");
}

#[tokio::test]
async fn a_name_without_a_user_is_unknown() {
    let scene = scene().await;
    let legacy = scene.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    // Both clients are in the cache.
    for client in [&legacy, &scene.client] {
        client.password("alice", PASSWORD).await.ok();
    }
    scene.hide(&scene.alice).await;
    for name in ["alice", "alice@example.com"] {
        // One more read, as for any unknown name.
        scene.unknown(scene.client.password(name, PASSWORD), WRONG, READS + 1).await;
        scene.unknown(legacy.password(name, PASSWORD), UNKNOWN, READS + 1).await;
        scene
            .unknown(scene.pool.call("AdminGetUser", json!({ "Username": name })), UNKNOWN, READS)
            .await;
    }
    let mismatch =
        ("CodeMismatchException", "Invalid verification code provided, please try again.");
    scene.unknown(scene.client.confirm("alice", "135790"), mismatch, READS + 2).await;
    // Only a name that was found is worth waiting for.
    scene.unknown(scene.client.password("nobody", PASSWORD), WRONG, 2).await;
    scene.unknown(scene.client.password(&scene.alice.user_id, PASSWORD), WRONG, 2).await;
    scene
        .unknown(scene.pool.call("AdminGetUser", json!({ "Username": "nobody" })), UNKNOWN, 1)
        .await;
}

#[tokio::test]
async fn a_name_that_its_user_does_not_have_is_not_followed() {
    let scene = scene().await;
    let part = &scene.alice.part;
    let stale = Lookup {
        part: part.clone(),
        kind: "email".to_owned(),
        value: "earlier@example.com".to_owned(),
        user_id: scene.alice.user_id.clone(),
        user_part: part.clone(),
        state: "active".to_owned(),
        rev: Rev(0),
    };
    let mut batch = scene.batch();
    batch.insert(&stale);
    batch.insert(&Lookup { kind: "username".to_owned(), value: "earlier".to_owned(), ..stale });
    scene.commit(batch).await;
    for name in ["earlier", "earlier@example.com"] {
        scene
            .unknown(scene.pool.call("AdminGetUser", json!({ "Username": name })), UNKNOWN, READS)
            .await;
        scene.unknown(scene.client.password(name, PASSWORD), WRONG, READS + 1).await;
    }
    Tokens::of(&scene.client.password("alice", PASSWORD).await.ok());
}
