//! Every operation that writes: its batch is on disk when the answer arrives.

use std::sync::{Arc, Mutex};

use domain::seal::MasterKeys;
use domain::{Clock, ManualClock, Rng, Time};
use operations::Failure;
use pools::Server;
use serde_json::{Value, json};
use store::{Fault, Faults, Rev};
use testkit::vfs::{Fate, FileKind, Recording};
use testkit::{TempDir, merged};

use crate::in_process;

/// The time at which each test begins.
const START: Time = Time(1_700_000_000_000);
const PASSWORD: &str = "Correct-Horse-1";

/// Records the ids of the batches that the store sends.
#[derive(Default)]
struct Sent(Mutex<Vec<Rev>>);

impl Faults for Sent {
    fn on_send(&self, rev: Rev, _send: u32) -> Fault {
        self.0.lock().expect("the list").push(rev);
        Fault::Deliver
    }
}

/// A server with a watched store and one pool.
struct Scene {
    server: Arc<Server>,
    manual: ManualClock,
    recording: Recording,
    sent: Arc<Sent>,
    pool_id: String,
    client_id: String,
    _dir: TempDir,
}

impl Scene {
    async fn start() -> Self {
        let (recording, dir, sent) =
            (Recording::register(), TempDir::new(), Arc::new(Sent::default()));
        let master = MasterKeys::generate_one(&Rng::system());
        let (clock, manual) = Clock::manual(START);
        let server = in_process::start(dir.path(), &recording, Some(sent.clone()), clock, &master);
        let mut scene = Self {
            server,
            manual,
            recording,
            sent,
            pool_id: String::new(),
            client_id: String::new(),
            _dir: dir,
        };
        let made = scene
            .writes(
                "CreateUserPool",
                json!({ "PoolName": "p", "AutoVerifiedAttributes": ["email"] }),
            )
            .await;
        scene.pool_id = text(&made, "/UserPool/Id");
        let flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];
        let made = scene
            .writes(
                "CreateUserPoolClient",
                json!({ "ClientName": "c", "ExplicitAuthFlows": flows }),
            )
            .await;
        scene.client_id = text(&made, "/UserPoolClient/ClientId");
        scene
    }

    /// Calls an operation that must succeed and write.
    async fn writes(&self, operation: &str, body: Value) -> Value {
        let answer = self.watched(operation, body).await;
        answer.unwrap_or_else(|failure| panic!("{operation}: {failure:?}"))
    }

    /// Calls an operation that must be refused and record that.
    async fn refuses(&self, operation: &str, body: Value) {
        let answer = self.watched(operation, body).await;
        assert!(matches!(answer, Err(Failure::Exception(_))), "{operation}: {answer:?}");
    }

    /// Requires that the call wrote, and that a power loss after its answer would lose none of it.
    async fn watched(&self, operation: &str, body: Value) -> Result<Value, Failure> {
        self.sent.0.lock().expect("the list").clear();
        let then = self.recording.now();
        let answer = self.call(operation, body).await;
        let unsynced = self.recording.unsynced(FileKind::Log);
        let sent = self.sent.0.lock().expect("the list").clone();
        assert_eq!(unsynced, 0, "{operation}: writes to the log that are not on the disk");
        assert!(!sent.is_empty(), "{operation} wrote nothing");
        // Only the last of several batches was committed: the others met a conflict.
        let last = sent.last().expect("a batch");
        assert_eq!(self.recording.fate(then, &last.0.to_be_bytes()), Fate::Synced, "{operation}");
        answer
    }

    /// Calls an operation with the pool's and the client's id; unknown members are ignored.
    async fn call(&self, operation: &str, body: Value) -> Result<Value, Failure> {
        let ids = json!({ "UserPoolId": self.pool_id, "ClientId": self.client_id });
        in_process::dispatch(&self.server, operation, merged(ids, body)).await
    }

    async fn signed_in(&self, name: &str) -> Value {
        self.call("InitiateAuth", password_auth(name, PASSWORD)).await.expect("tokens")["AuthenticationResult"].clone()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_operation_is_synced() {
    let scene = Scene::start().await;
    let ann = |more: Value| merged(json!({ "Username": "ann" }), more);
    let bob = |more: Value| merged(json!({ "Username": "bob" }), more);
    scene.writes("CreateGroup", json!({ "GroupName": "staff" })).await;
    let email = json!([{ "Name": "email", "Value": "ann@example.com" }]);
    scene.writes("SignUp", ann(json!({ "Password": PASSWORD, "UserAttributes": email }))).await;
    scene.refuses("ConfirmSignUp", ann(json!({ "ConfirmationCode": "000000" }))).await;
    scene.writes("ResendConfirmationCode", ann(json!({}))).await;
    scene.writes("ConfirmSignUp", ann(json!({ "ConfirmationCode": "123456" }))).await;
    for _ in 0..5 {
        scene.refuses("InitiateAuth", password_auth("ann", "Wrong-Horse-1")).await;
    }
    // A success after a lockout clears the count.
    scene.manual.advance_seconds(1);
    scene.writes("InitiateAuth", password_auth("ann", PASSWORD)).await;
    scene.writes("AdminAddUserToGroup", ann(json!({ "GroupName": "staff" }))).await;
    scene.writes("AdminRemoveUserFromGroup", ann(json!({ "GroupName": "staff" }))).await;
    scene
        .writes("AdminSetUserPassword", ann(json!({ "Password": PASSWORD, "Permanent": true })))
        .await;
    let tokens = scene.signed_in("ann").await;
    scene.writes("RevokeToken", json!({ "Token": tokens["RefreshToken"] })).await;
    let tokens = scene.signed_in("ann").await;
    scene.writes("GlobalSignOut", json!({ "AccessToken": tokens["AccessToken"] })).await;
    scene.writes("AdminDisableUser", ann(json!({}))).await;
    scene.writes("AdminEnableUser", ann(json!({}))).await;
    scene
        .writes(
            "AdminCreateUser",
            bob(json!({ "TemporaryPassword": PASSWORD, "MessageAction": "SUPPRESS" })),
        )
        .await;
    let asked =
        scene.call("InitiateAuth", password_auth("bob", PASSWORD)).await.expect("a challenge");
    let responses = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Other-Horse-2" });
    let answer = json!({ "ChallengeName": "NEW_PASSWORD_REQUIRED", "Session": asked["Session"], "ChallengeResponses": responses });
    scene.writes("RespondToAuthChallenge", answer).await;
    scene.writes("AdminDeleteUser", bob(json!({}))).await;
    scene.writes("DeleteGroup", json!({ "GroupName": "staff" })).await;
    scene.writes("DeleteUserPool", json!({})).await;
    scene.server.shutdown().await;
}

fn password_auth(name: &str, password: &str) -> Value {
    json!({ "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": { "USERNAME": name, "PASSWORD": password } })
}

fn text(value: &Value, pointer: &str) -> String {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no {pointer} in {value}"))
        .to_owned()
}
