//! A server on a copy of a store, with every row placed afresh.

use std::ops::ControlFlow;

use serde_json::json;
use store::copy::{self, Settings};
use store::{GroupMember, Job, Membership, Options, Pool, Prefix, Rev, Store, User};
use testkit::{Jwt, PASSWORD, SrpClient, TempDir, TestServer, Tokens};
use testpg::Schema;

const INCORRECT: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");
const LOCKED: (&str, &str) = ("NotAuthorizedException", "Password attempts exceeded");
const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");

/// A store to copy to, and the owner of its data.
enum Place {
    Folder(TempDir),
    Schema(Schema),
}

impl Place {
    fn folder() -> Self {
        Self::Folder(TempDir::new())
    }

    fn schema() -> Self {
        Self::Schema(Schema::create(testpg::shared()))
    }

    async fn open(&self) -> Store {
        let options = match self {
            Self::Folder(folder) => Options::sqlite(folder.path()),
            Self::Schema(schema) => Options::postgres(schema.url()),
        };
        store::migrate(&options, 0, "the test").await.unwrap();
        Store::open(options).unwrap()
    }
}

/// Copies a server's store into `n_parts` parts and starts the server on the copy.
async fn start_on_copy(server: &TestServer, to: &Place, n_parts: u32) -> TestServer {
    let to = to.open().await;
    let mut last = i64::from(n_parts) << 32;
    let mut new_rev = || {
        last += 1;
        Rev(last)
    };
    let settings = Settings {
        n_parts: Some(n_parts.into()),
        now: server.now().millis(),
        new_rev: &mut new_rev,
        progress: &mut |_| ControlFlow::Continue(()),
    };
    copy::run(&server.inner().store, &to, settings).await.unwrap();
    let server = server.moved_to(to).await;
    for pool in server.inner().store.read(Pool::page(None, 10)).await.unwrap() {
        assert_eq!(pool.n_parts, i64::from(n_parts));
    }
    server.deep_doctor().await;
    server
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn users_sign_in_by_every_name_and_refresh() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = server
        .pool_with(json!({ "AliasAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }))
        .await;
    let client = pool.client_with(json!({ "GenerateSecret": false })).await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    let mut signed_in = Vec::new();
    for at in 0..20 {
        let (name, email) = (format!("user-{at}"), format!("user-{at}@example.com"));
        let sub =
            pool.confirmed_user_with(&name, &[("email", &email), ("email_verified", "true")]).await;
        pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": name }))
            .await
            .ok();
        signed_in.push((client.tokens(&name).await, [name, email], sub));
    }
    let mut server = server;
    let (database, folder) = (Place::schema(), Place::folder());
    for (to, parts) in [(&database, 16), (&folder, 1)] {
        server = start_on_copy(&server, to, parts).await;
        let (pool, client) = (pool.at(&server), client.at(&server));
        for (tokens, names, sub) in &signed_in {
            for name in names {
                Tokens::of(&client.password(name, PASSWORD).await.ok());
            }
            assert_eq!(pool.user(sub).await["Username"], names[0]);
            let refreshed = Tokens::of(&client.refresh(&tokens.refresh).await.ok());
            assert_eq!(Jwt::decode(&refreshed.access).claims["cognito:groups"], json!(["admins"]));
            server.get_user(&tokens.access).await.ok();
        }
        pool.confirmed_user(&format!("made-over-{parts}")).await;
        assert!(!client.sign_up("user-3", &[]).await.is_ok(), "names are still unique");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_refused_stays_refused() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = server.pool().await;
    let client = pool.client().await;
    for name in ["alice", "bob", "carol"] {
        pool.confirmed_user(name).await;
    }
    // One family is revoked.
    let (revoked, kept) = (client.tokens("alice").await, client.tokens("alice").await);
    client.revoke(&revoked.refresh).await.ok();
    // One failure short of the lock, for a user and for a name that nobody has.
    for name in ["bob", "nobody"] {
        for _ in 0..4 {
            client.password(name, "wrong").await.refused(INCORRECT.0, INCORRECT.1);
        }
    }
    // One challenge is answered, another is still open.
    let srp = SrpClient::new([7; 32]);
    let [spent, open] =
        [client.srp_begin(&srp, "carol").await.ok(), client.srp_begin(&srp, "carol").await.ok()];
    let [spent, open] =
        [spent, open].map(|challenge| client.srp_responses(&srp, &challenge, PASSWORD));
    client.respond("PASSWORD_VERIFIER", None, spent.clone()).await.ok();

    let place = Place::schema();
    let server = start_on_copy(&server, &place, 16).await;
    let client = client.at(&server);
    client.refresh(&revoked.refresh).await.refused(REVOKED.0, REVOKED.1);
    client.refresh(&kept.refresh).await.ok();
    for name in ["bob", "nobody"] {
        client.password(name, "wrong").await.refused(INCORRECT.0, INCORRECT.1);
        client.password(name, PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    }
    client.respond("PASSWORD_VERIFIER", None, spent).await.refused(INCORRECT.0, INCORRECT.1);
    client.respond("PASSWORD_VERIFIER", None, open).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn work_in_progress_continues() {
    let server = TestServer::builder().on_sqlite().start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    for name in ["alice", "bob"] {
        client.sign_up(name, &[("email", &format!("{name}@example.com"))]).await.ok();
    }
    let deleted = server.pool().await;
    deleted.confirmed_user("carol").await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    for at in 0..10 {
        pool.confirmed_user(&format!("user-{at}")).await;
        pool.call(
            "AdminAddUserToGroup",
            json!({ "GroupName": "admins", "Username": format!("user-{at}") }),
        )
        .await
        .ok();
    }
    // Their jobs have not started.
    pool.call("DeleteGroup", json!({ "GroupName": "admins" })).await.ok();
    deleted.call("DeleteUserPool", json!({})).await.ok();

    let place = Place::schema();
    let server = start_on_copy(&server, &place, 16).await;
    let (pool, client) = (pool.at(&server), client.at(&server));
    for name in ["alice", "bob"] {
        client.confirm(name, &server.code_for(&format!("{name}@example.com")).await).await.ok();
        client.tokens(name).await;
    }
    server.advance_seconds(15);
    pools::jobs::run_once(server.inner()).await.unwrap();
    let store = &server.inner().store;
    assert!(
        store.read((Job::of("delete-group"), Job::of("delete-pool"))).await.unwrap()
            == (vec![], vec![])
    );
    for id in [&pool.id, &deleted.id] {
        for part in store::placement::parts(id, 16) {
            let rows = (
                Prefix::<Membership>::in_part(&part),
                Prefix::<GroupMember>::in_part(&part),
                Prefix::<User>::in_part(&part),
            );
            let (memberships, members, users) = store.read(rows).await.unwrap();
            assert!(memberships.is_empty() && members.is_empty(), "{part}");
            assert!(*id == pool.id || users.is_empty(), "{part}");
        }
    }
    server.deep_doctor().await;
}
