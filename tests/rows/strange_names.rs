//! Names whose case, normal form or length is special: the rows that the API writes for them are
//! the ones that `doctor --deep` expects.

use domain::names::{LookupKind, lookup_value};
use serde_json::{Value, json};
use store::{Batch, Lookup, Pool, Rev, placement};
use testkit::{PASSWORD, TestPool, TestServer};

/// Usernames and preferred usernames. The suffix that makes each unique neither changes its prefix
/// nor follows a final letter with another one.
fn names() -> Vec<String> {
    let hash = "0123456789abcdef".repeat(4);
    let mut names: Vec<String> = [
        // A sigma is written differently at the end of a word.
        "ΣΊΣΥΦΟΣ",
        "σίσυφος",
        "ὈΔΥΣΣΕΎΣ",
        "Σ",
        // The lower case of these has another length, or is not in normal form.
        "İSTANBUL",
        "ISTANBULı",
        "STRAßE",
        "STRAẞE",
        "ǅ",
        "ŉ",
        "ΐ",
        "ᾼ",
        "K",
        "Å",
        "ﬁ",
        "Ⅷ",
        "Ａｌｉｃｅ",
        "Ω",
        "ϓ",
        "ẛ̣",
        // Combining marks, in and out of order.
        "e\u{301}",
        "E\u{301}\u{323}",
        "\u{344}",
        "J\u{30c}",
        "H\u{331}",
        "İ\u{307}",
        "\u{1e9b}\u{323}",
        "가각",
        // What is stored could be taken for something else.
        "sha256:x",
        "SHA256:x",
        "ｓｈａ２５６：x",
        "username:alice",
        ":00",
        // The edges of the surrogates and of the planes.
        "\u{d7fb}",
        "\u{fffd}",
        "\u{fffc}",
        "\u{1f600}",
        "\u{2fa1d}𐐀",
        "%_\\'\"",
        "O'Brien",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    names.push(format!("sha256:{hash}"));
    names.push(format!("Sha256:{hash}"));
    names.push("Σ".repeat(120));
    names.push("\u{1d15e}".repeat(120));
    names.push("ﷺ".repeat(120));
    names.push("İ".repeat(120));
    names.into_iter().enumerate().map(|(at, name)| format!("{name}-{at}")).collect()
}

fn settings(case_sensitive: bool) -> Value {
    json!({
        "AliasAttributes": ["email", "phone_number", "preferred_username"],
        "UsernameConfiguration": { "CaseSensitive": case_sensitive },
    })
}

async fn fill(pool: &TestPool) -> Vec<String> {
    let names = names();
    for (at, name) in names.iter().enumerate() {
        let (email, phone) = (format!("Örjan.ΟΔΟΣ+{at}@EXÄMPLE.com"), format!("+1555000{at:04}"));
        let attributes = [
            ("email", email.as_str()),
            ("email_verified", "true"),
            ("phone_number", &phone),
            ("phone_number_verified", "true"),
            ("name", name),
        ];
        pool.confirmed_user_with(name, &attributes).await;
    }
    names
}

/// Gives each user the name of another as its preferred username, changed so that it is free.
async fn prefer(pool: &TestPool, names: &[String]) {
    for (name, other) in names.iter().zip(names.iter().rev()) {
        let preferred = match other.chars().count() {
            ..120 => format!("{other} preferred Σ"),
            _ => other.chars().skip(1).collect(),
        };
        let attributes = json!([{ "Name": "preferred_username", "Value": preferred }]);
        let body = json!({ "Username": name, "UserAttributes": attributes });
        pool.call("AdminUpdateUserAttributes", body).await.ok();
    }
}

async fn check(case_sensitive: bool) {
    let server = TestServer::start();
    let pool = server.pool_with(settings(case_sensitive)).await;
    let client = pool.client().await;
    let names = fill(&pool).await;
    server.deep_doctor().await;
    prefer(&pool, &names).await;
    server.deep_doctor().await;
    for (at, name) in names.iter().enumerate() {
        assert_eq!(pool.user(name).await["Username"], json!(name));
        client.password(&format!("Örjan.ΟΔΟΣ+{at}@EXÄMPLE.com"), PASSWORD).await.ok();
    }
    for name in &names {
        pool.call("AdminDeleteUser", json!({ "Username": name })).await.ok();
    }
    server.deep_doctor().await;
    fill(&pool).await;
}

#[tokio::test]
async fn the_doctor_knows_strange_names_with_their_case() {
    check(true).await;
}

#[tokio::test]
async fn the_doctor_knows_strange_names_in_any_case() {
    check(false).await;
}

/// Addresses as usernames: the username is a UUID, the address is the name.
#[tokio::test]
async fn the_doctor_knows_strange_addresses() {
    for case_sensitive in [true, false] {
        let server = TestServer::start();
        let settings = json!({
            "UsernameAttributes": ["email", "phone_number"],
            "UsernameConfiguration": { "CaseSensitive": case_sensitive },
        });
        let pool = server.pool_with(settings).await;
        for name in [
            "ΟΔΟΣ@ΟΔΟΣ.GR",
            "İ@İ.com",
            "STRAßE@straße.DE",
            "e\u{301}@E\u{301}.fr",
            "ﬁ@ﬁ.com",
            "sha256@x.com",
            "+15550001234",
            "Alice@Example.COM",
        ] {
            pool.confirmed_user(name).await;
        }
        server.deep_doctor().await;
    }
}

/// Nothing that is missing escapes the check either.
#[tokio::test]
async fn a_missing_name_is_found() {
    for case_sensitive in [true, false] {
        let server = TestServer::start();
        let pool = server.pool_with(settings(case_sensitive)).await;
        for name in ["ΣΊΣΥΦΟΣ", "sha256:x"] {
            let sub = pool.confirmed_user(name).await;
            let key = lookup_value(LookupKind::Username, name, case_sensitive);
            let store = &server.inner().store;
            let row = store.read(Pool::get(&pool.id)).await.unwrap().unwrap();
            let part = placement::lookup_part(&pool.id, row.n_parts, "username", &key);
            let lookup = store.read(Lookup::get(&part, "username", &key)).await.unwrap().unwrap();
            commit(&server, |batch| batch.delete(&lookup)).await;
            let found = pools::doctor::deep(store).await;
            let expected =
                format!("user {sub} has a name of kind username that does not lead to it");
            let found: Vec<_> = found.iter().map(|one| (one.check, one.detail.as_str())).collect();
            assert_eq!(found, [("names", expected.as_str())]);
            commit(&server, |batch| batch.insert(&lookup)).await;
        }
        server.deep_doctor().await;
    }
}

async fn commit(server: &TestServer, fill: impl FnOnce(&mut Batch) -> &mut Batch) {
    let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
    fill(&mut batch);
    server.inner().store.commit(batch).await.unwrap();
}
