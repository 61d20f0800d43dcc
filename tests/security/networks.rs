//! Others' guesses do not keep an owner out who comes back from a network that signed the user in
//! before.

use serde_json::{Value, json};
use store::{Batch, Rev, UserNetworks, placement};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens, race};

use super::NOT_AUTHORIZED;

const CODE: &str = "135790";
const HOME: &str = "198.51.100.7";
/// Another address of the same network.
const NEIGHBOUR: &str = "198.51.100.200";
const ELSEWHERE: &str = "203.0.113.9";
const WRONG: (&str, &str) = (NOT_AUTHORIZED, "Incorrect username or password.");
const LOCKED: (&str, &str) = (NOT_AUTHORIZED, "Password attempts exceeded");
const MISMATCH: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    sub: String,
}

/// `alice` has signed in at home.
async fn scene() -> Scene {
    let server = TestServer::builder().fixed_code(CODE).start();
    let settings = json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let email = [("email", "alice@example.com"), ("email_verified", "true")];
    let sub = pool.confirmed_user_with("alice", &email).await;
    let scene = Scene { server, pool, client, sub };
    scene.from(HOME).tokens("alice").await;
    scene
}

fn from(client: &TestClient, address: &str) -> TestClient {
    client.at(&client.server().called_by("test", address))
}

impl Scene {
    fn from(&self, address: &str) -> TestClient {
        from(&self.client, address)
    }

    /// Five wrong passwords.
    async fn lock_from(&self, address: &str) {
        for _ in 0..5 {
            self.from(address).password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
        }
        self.from(address).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    }

    async fn row(&self) -> Option<UserNetworks> {
        let parts = self.server.inner().store.read(store::Pool::get(&self.pool.id)).await.unwrap();
        let part = placement::user_part(&self.pool.id, parts.unwrap().n_parts, &self.sub);
        self.server.inner().store.read(UserNetworks::get(&part, &self.sub)).await.unwrap()
    }
}

async fn forgot(client: &TestClient) -> Answer {
    client.call("ForgotPassword", json!({ "Username": "alice" })).await
}

async fn reset(client: &TestClient, code: &str, password: &str) -> Answer {
    let body = json!({ "Username": "alice", "ConfirmationCode": code, "Password": password });
    client.call("ConfirmForgotPassword", body).await
}

async fn resend(client: &TestClient, name: &str) -> Answer {
    client.call("ResendConfirmationCode", json!({ "Username": name })).await
}

#[tokio::test]
async fn guesses_from_elsewhere_do_not_lock_a_known_network() {
    let scene = scene().await;
    let access = scene.from(HOME).tokens("alice").await.access;
    scene.lock_from(ELSEWHERE).await;
    // Everybody else shares that lock: servers too, whose address says nothing about the user.
    for other in ["192.0.2.1", "2001:db8::1"] {
        scene.from(other).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    }
    scene.client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    scene.client.srp("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    let admin = json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] });
    let admin = from(&scene.pool.client_with(admin).await, HOME);
    admin.admin_password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);

    for home in [HOME, NEIGHBOUR] {
        scene.from(home).tokens("alice").await;
        Tokens::of(&scene.from(home).srp("alice", PASSWORD).await.ok());
    }
    // Signing in at home lifts nobody else's lock.
    scene.from(ELSEWHERE).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    let body = json!({ "AccessToken": access, "PreviousPassword": PASSWORD, "ProposedPassword": "Another-Horse-2" });
    scene
        .server
        .called_by("test", ELSEWHERE)
        .call("ChangePassword", body.clone())
        .await
        .refused(LOCKED.0, LOCKED.1);
    scene.server.called_by("test", HOME).call("ChangePassword", body).await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_known_network_locks_only_itself() {
    let scene = scene().await;
    scene.lock_from(NEIGHBOUR).await;
    scene.from(HOME).srp("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    scene.from(ELSEWHERE).tokens("alice").await;
    scene.client.tokens("alice").await;
    scene.server.advance_seconds(1);
    scene.from(HOME).tokens("alice").await;
    // The success after the lock has cleared the count.
    scene.lock_from(HOME).await;
}

/// An SRP exchange belongs to the network that answers it.
#[tokio::test]
async fn an_exchange_is_judged_where_it_ends() {
    let scene = scene().await;
    scene.lock_from(ELSEWHERE).await;
    let srp = SrpClient::new([9; 32]);
    let begun = scene.from(ELSEWHERE).srp_begin(&srp, "alice").await.ok();
    let responses = scene.client.srp_responses(&srp, &begun, PASSWORD);
    let respond = async |address: &str| {
        let client = scene.from(address);
        client.respond("PASSWORD_VERIFIER", None, responses.clone()).await
    };
    respond(ELSEWHERE).await.refused(LOCKED.0, LOCKED.1);
    Tokens::of(&respond(HOME).await.ok());
}

/// IPv4-mapped addresses are IPv4 addresses, and IPv6 customers have a /64.
#[tokio::test]
async fn networks_are_24_bits_of_ipv4_and_64_of_ipv6() {
    let scene = scene().await;
    scene.from("2001:db8:1:2::1").tokens("alice").await;
    scene.lock_from(ELSEWHERE).await;
    for known in ["::ffff:198.51.100.9", "2001:db8:1:2:ffff::9"] {
        scene.from(known).tokens("alice").await;
    }
    for unknown in ["198.51.101.7", "::ffff:198.51.101.7", "2001:db8:1:3::1"] {
        scene.from(unknown).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    }
}

/// Counts are decided by the commit: of sixty guesses at three nodes five are heard, for each
/// counter.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_guesses_at_three_nodes_are_heard_five_times_per_counter() {
    let scene = scene().await;
    scene.from("192.0.2.1").tokens("alice").await;
    let nodes = [scene.server.clone(), scene.server.sibling(), scene.server.sibling()];
    let origins = [HOME, "192.0.2.1", ELSEWHERE];
    let mut heard = [0; 3];
    for _ in 0..4 {
        let answers = race(60, |number| {
            let (node, origin) = (&nodes[number % 3], origins[number / 3 % 3]);
            let client = from(&scene.client.at(node), origin);
            async move { client.password("alice", "wrong").await }
        })
        .await;
        for (number, answer) in answers.iter().enumerate() {
            let shown = (answer.kind(), answer.text());
            heard[number / 3 % 3] += usize::from(shown == WRONG);
            let busy = ("TooManyRequestsException", "Too many requests");
            assert!([WRONG, LOCKED, busy].contains(&shown), "{answer:?}");
        }
    }
    assert_eq!(heard, [5, 5, 5]);
    for origin in origins {
        scene.from(origin).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    }
}

/// Only a completed sign-in by the user makes a network known.
#[tokio::test]
async fn only_a_completed_sign_in_makes_a_network_known() {
    let scene = scene().await;
    let before = scene.row().await.expect("the network at home").doc;
    let away = scene.from(ELSEWHERE);
    away.password("alice", "wrong").await.refusal();
    away.srp_begin(&SrpClient::new([9; 32]), "alice").await.ok();
    forgot(&away).await.ok();
    let admin = json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] });
    let admin = from(&scene.pool.client_with(admin).await, ELSEWHERE);
    let body = json!({
        "ClientId": admin.id, "AuthFlow": "ADMIN_USER_PASSWORD_AUTH",
        "AuthParameters": { "USERNAME": "alice", "PASSWORD": PASSWORD },
        "ContextData": { "IpAddress": ELSEWHERE, "ServerName": "s", "ServerPath": "/", "HttpHeaders": [] },
    });
    admin.pool.call("AdminInitiateAuth", body).await.ok();
    assert_eq!(scene.row().await.expect("a row").doc, before);
    // A temporary password completes nothing; the new one does.
    scene.pool.invited_user("bob", &[]).await;
    let challenge = away.password("bob", PASSWORD).await.ok();
    for _ in 0..5 {
        scene.client.password("bob", "wrong").await.refused(WRONG.0, WRONG.1);
    }
    away.password("bob", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    let responses = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Horse-3" });
    let session = challenge["Session"].as_str();
    Tokens::of(&away.respond("NEW_PASSWORD_REQUIRED", session, responses).await.ok());
    Tokens::of(&away.password("bob", "Chosen-Horse-3").await.ok());
    scene.server.deep_doctor().await;
}

/// One commit for a network a day; a session's own one otherwise.
#[tokio::test]
async fn a_network_is_written_once_a_week() {
    let scene = scene().await;
    let commits = async |address: &str| {
        let client = scene.from(address);
        let (answer, work) = scene.server.work_of(client.password("alice", PASSWORD)).await;
        answer.ok();
        work.store.commits
    };
    assert_eq!(commits(HOME).await, 0);
    assert_eq!((commits(ELSEWHERE).await, commits(ELSEWHERE).await), (1, 0));
    scene.server.advance_seconds(6 * 86_400);
    assert_eq!(commits(HOME).await, 0);
    scene.server.advance_seconds(86_400);
    assert_eq!((commits(HOME).await, commits(HOME).await), (1, 0));
    assert_eq!(scene.client.password("alice", PASSWORD).await.kind(), "");
}

#[tokio::test]
async fn a_network_is_forgotten_after_ninety_days_without_a_sign_in() {
    let scene = scene().await;
    scene.from(ELSEWHERE).tokens("alice").await;
    scene.server.advance_seconds(89 * 86_400);
    scene.from(HOME).tokens("alice").await;
    scene.server.advance_seconds(2 * 86_400);
    scene.lock_from("192.0.2.1").await;
    scene.from(HOME).tokens("alice").await;
    scene.from(ELSEWHERE).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    scene.server.advance_seconds(91 * 86_400);
    scene.lock_from("192.0.2.1").await;
    scene.from(HOME).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    let row = scene.row().await.expect("a row");
    assert!(row.expires <= scene.server.now().millis());
    let store = &scene.server.inner().store;
    store.expire(&row.part, scene.server.now().millis(), 100).await.unwrap();
    assert!(scene.row().await.is_none());
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn at_most_eight_networks_are_known() {
    let scene = scene().await;
    for number in 0..8 {
        scene.from(&format!("192.0.{number}.1")).tokens("alice").await;
    }
    scene.lock_from(ELSEWHERE).await;
    scene.from(HOME).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    for number in 0..8 {
        scene.from(&format!("192.0.{number}.1")).tokens("alice").await;
    }
    scene.server.deep_doctor().await;
}

/// Recovery is counted in the same way: those elsewhere cannot use up what an owner at home has.
#[tokio::test]
async fn requests_from_elsewhere_do_not_block_recovery_at_home() {
    let scene = scene().await;
    scene.from("192.0.2.1").tokens("alice").await;
    let away = scene.from(ELSEWHERE);
    // More wrong codes for the address than it allows an hour, in two windows of the account.
    forgot(&away).await.ok();
    scene.server.advance_seconds(3_500);
    for _ in 0..19 {
        reset(&away, "000000", "Another-Horse-2").await.refused(MISMATCH.0, MISMATCH.1);
    }
    scene.server.advance_seconds(100);
    for _ in 0..11 {
        reset(&away, "000000", "Another-Horse-2").await.refused(MISMATCH.0, MISMATCH.1);
    }
    for _ in 0..9 {
        reset(&away, "000000", "Another-Horse-2").await.refused(LIMIT.0, LIMIT.1);
    }
    forgot(&away).await.refused(LIMIT.0, LIMIT.1);
    let home = scene.from(HOME);
    forgot(&home).await.ok();
    reset(&home, "000000", "Another-Horse-2").await.refused(MISMATCH.0, MISMATCH.1);
    scene.lock_from(ELSEWHERE).await;
    reset(&home, CODE, "Another-Horse-2").await.ok();
    // The code lifted the lock. Of the networks only that of its holder is still known.
    for _ in 0..5 {
        away.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    }
    let another = scene.from("192.0.2.1");
    another.password("alice", "Another-Horse-2").await.refused(LOCKED.0, LOCKED.1);
    Tokens::of(&home.password("alice", "Another-Horse-2").await.ok());
    // At home, too, there are twenty an hour.
    for _ in 0..18 {
        reset(&home, "000000", "Another-Horse-3").await.refusal();
    }
    forgot(&home).await.refused(LIMIT.0, LIMIT.1);
    scene.server.deep_doctor().await;
}

/// The network that signed up is the owner's.
#[tokio::test]
async fn guesses_from_elsewhere_do_not_block_a_confirmation() {
    let scene = scene().await;
    let (home, away) = (scene.from(HOME), scene.from(ELSEWHERE));
    home.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    for _ in 0..15 {
        away.confirm("bob", "000000").await.refused(MISMATCH.0, MISMATCH.1);
    }
    away.confirm("bob", CODE).await.refused(LIMIT.0, LIMIT.1);
    for _ in 0..5 {
        resend(&away, "bob").await.ok();
    }
    resend(&away, "bob").await.refused(LIMIT.0, LIMIT.1);
    resend(&home, "bob").await.ok();
    home.confirm("bob", CODE).await.ok();
    scene.server.deep_doctor().await;
}

/// Wrong codes for an address are counted over all accounts, from every network. An account has one
/// guess beyond that limit, and only where it was signed up.
#[tokio::test]
async fn accounts_that_share_an_address_share_its_guesses_from_every_network() {
    let scene = scene().await;
    let (home, away) = (scene.from(HOME), scene.from(ELSEWHERE));
    for name in ["bob", "carol", "dave"] {
        home.sign_up(name, &[("email", "shared@example.com")]).await.ok();
    }
    for (client, name) in [(&home, "bob"), (&away, "bob")] {
        for _ in 0..15 {
            client.confirm(name, "000000").await.refused(MISMATCH.0, MISMATCH.1);
        }
    }
    away.confirm("carol", CODE).await.refused(LIMIT.0, LIMIT.1);
    home.confirm("carol", "000000").await.refused(LIMIT.0, LIMIT.1);
    home.confirm("carol", CODE).await.refused(LIMIT.0, LIMIT.1);
    home.confirm("dave", CODE).await.ok();
}

/// No network is readable in the data, and the same network looks different for each user. The row
/// goes with its user.
#[tokio::test]
async fn networks_are_stored_as_macs_and_deleted_with_the_user() {
    let scene = scene().await;
    scene.pool.confirmed_user("bob").await;
    scene.from(HOME).tokens("bob").await;
    let row = scene.row().await.expect("a row");
    let doc: Value = serde_json::from_str(&row.doc).unwrap();
    let mac = doc["networks"][0]["mac"].as_str().unwrap().to_owned();
    assert_eq!(mac.len(), 64);
    let stolen = scene.server.stolen().await;
    let times = |text: &str| stolen.windows(text.len()).filter(|at| *at == text.as_bytes()).count();
    assert!(times("198.51.100.") == 0 && times(&mac) >= 1);
    let tokens = scene.from(HOME).tokens("alice").await;
    scene.server.call("DeleteUser", json!({ "AccessToken": tokens.access })).await.ok();
    assert!(scene.row().await.is_none());
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn the_doctor_finds_inconsistent_networks() {
    let scene = scene().await;
    let row = scene.row().await.expect("a row");
    let found = async |row: UserNetworks| {
        let mut batch = Batch::new(Rev(scene.server.inner().rng.positive_i63()));
        batch.replace(&row);
        scene.server.inner().store.commit(batch).await.unwrap();
        let found = pools::doctor::deep(&scene.server.inner().store).await;
        let of_networks = found.into_iter().filter(|finding| finding.check == "networks");
        of_networks.map(|finding| finding.detail).collect::<Vec<_>>()
    };
    let faults = |fault: &str| vec![format!("the networks of user {} {fault}", row.user_id)];
    assert_eq!(found(row.clone()).await, Vec::<String>::new());
    let unreadable = UserNetworks { doc: "{}".to_owned(), ..row.clone() };
    assert_eq!(found(unreadable).await, faults("cannot be read"));
    // It is nobody's network then, and the next sign-in replaces it.
    scene.lock_from(ELSEWHERE).await;
    scene.from(HOME).password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    scene.server.advance_seconds(1);
    scene.from(HOME).tokens("alice").await;
    scene.server.deep_doctor().await;
    let misdated = UserNetworks { expires: 1, ..row.clone() };
    assert_eq!(found(misdated).await, faults("expire at a different time than their row"));
    let mut doc: Value = serde_json::from_str(&row.doc).unwrap();
    let one = doc["networks"][0].clone();
    doc["networks"] = json!(vec![one; 9]);
    let many = UserNetworks { doc: doc.to_string(), ..row.clone() };
    assert_eq!(found(many).await, faults("are too many"));
    doc["networks"] = json!([]);
    let empty = UserNetworks { doc: doc.to_string(), expires: 0, ..row.clone() };
    assert_eq!(found(empty).await, faults("are empty"));
}
