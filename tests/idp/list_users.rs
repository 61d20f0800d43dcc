use std::collections::BTreeSet;

use serde_json::{Value, json};
use store::{AttributeValue, Batch, Job, Prefix, Rev, User, placement};
use testkit::{PASSWORD, TestPool, TestServer, merged};

const INVALID: &str = "InvalidParameterException";
const BAD_TOKEN: &str = "Invalid pagination token.";

const SETTINGS: &str = r#"{ "AliasAttributes": ["email"], "Schema": [
    { "Name": "tenant", "AttributeDataType": "String", "Mutable": true },
    { "Name": "score", "AttributeDataType": "Number", "Mutable": true, "DeveloperOnlyAttribute": true } ] }"#;

async fn pool(server: &TestServer) -> TestPool {
    server.pool_with(serde_json::from_str(SETTINGS).unwrap()).await
}

async fn list(pool: &TestPool, body: Value) -> Value {
    pool.call("ListUsers", body).await.ok()
}

/// The names on a page, sorted.
fn names(page: &Value) -> Vec<String> {
    let mut names: Vec<_> = page["Users"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["Username"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// The names that a filter finds, all on one page.
async fn found(pool: &TestPool, filter: &str) -> Vec<String> {
    let page = list(pool, json!({ "Filter": filter })).await;
    assert!(page.get("PaginationToken").is_none(), "{filter}");
    names(&page)
}

/// All pages of a listing, calling `between` after each.
async fn chain(pool: &TestPool, body: Value, mut between: impl AsyncFnMut(usize)) -> Vec<Value> {
    let mut pages = vec![list(pool, body.clone()).await];
    while let Some(token) = pages[pages.len() - 1].get("PaginationToken").cloned() {
        between(pages.len()).await;
        pages.push(list(pool, merged(body.clone(), json!({ "PaginationToken": token }))).await);
        assert!(pages.len() < 200, "a chain without an end");
    }
    pages
}

/// The names on all pages, each of them listed only once.
fn once(pages: &[Value]) -> BTreeSet<String> {
    let all: Vec<String> = pages.iter().flat_map(names).collect();
    let set: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(set.len(), all.len(), "a user is listed twice");
    set
}

async fn create(pool: &TestPool, name: &str, attributes: &[(&str, &str)]) -> Value {
    let attributes: Value =
        attributes.iter().map(|(name, value)| json!({ "Name": name, "Value": value })).collect();
    let body =
        json!({ "Username": name, "MessageAction": "SUPPRESS", "UserAttributes": attributes });
    pool.call("AdminCreateUser", body).await.ok()["User"].clone()
}

/// Gives a user other attributes, as the update operations do.
async fn change(pool: &TestPool, name: &str, attributes: &[(&str, &str)]) {
    let server = pool.server.inner();
    let sub = attribute(&pool.user(name).await["UserAttributes"], "sub");
    let n_parts = server.store.parts();
    let before = server
        .store
        .read(User::get(&placement::user_part(&pool.id, n_parts, &sub), &sub))
        .await
        .unwrap()
        .unwrap();
    let body: Value = serde_json::from_str(&before.attributes).unwrap();
    let mut changed = body.clone();
    for (name, value) in attributes {
        changed["attributes"][name] = json!(value);
    }
    let after = User {
        attributes: changed.to_string(),
        modified: pool.server.now().millis(),
        ..before.clone()
    };
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.update(&after);
    for (name, value) in attributes {
        if let Some(old) = body["attributes"][name].as_str() {
            batch.remove(AttributeValue::key(&after.part, name, &old.to_lowercase(), &sub));
        }
        batch.insert(&AttributeValue {
            part: after.part.clone(),
            attribute: (*name).to_owned(),
            folded_value: value.to_lowercase(),
            user_id: sub.clone(),
            since: after.modified,
            rev: Rev(0),
        });
    }
    server.store.commit(batch).await.unwrap();
}

fn attribute(list: &Value, name: &str) -> String {
    let found = list.as_array().unwrap().iter().find(|one| one["Name"] == name);
    found.unwrap()["Value"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_page_shows_users_in_full() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    assert_eq!(list(&pool, json!({})).await, json!({ "Users": [] }));
    let alice =
        create(&pool, "alice", &[("email", "alice@example.com"), ("dev:custom:score", "7")]).await;
    let sub = attribute(&alice["Attributes"], "sub");
    server.advance_seconds(2);
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    let now = server.now().millis() as f64 / 1_000.0;
    let shown = |attributes: Value| {
        json!({ "Users": [{
            "Username": "alice",
            "Attributes": attributes,
            "UserCreateDate": now - 2.0,
            "UserLastModifiedDate": now,
            "Enabled": false,
            "UserStatus": "FORCE_CHANGE_PASSWORD",
        }] })
    };
    let of_sub = json!({ "Name": "sub", "Value": sub });
    let email = json!({ "Name": "email", "Value": "alice@example.com" });
    let flag = json!({ "Name": "email_verified", "Value": "false" });
    let score = json!({ "Name": "dev:custom:score", "Value": "7" });
    let all = list(&pool, json!({})).await;
    let rounded = |mut page: Value| {
        let date = page["Users"][0]["UserCreateDate"].as_f64().unwrap();
        page["Users"][0]["UserCreateDate"] = json!((date * 1_000.0).round() / 1_000.0);
        page
    };
    assert_eq!(rounded(all), rounded(shown(json!([of_sub, score, email, flag]))));
    let some = list(&pool, json!({ "AttributesToGet": ["email", "name", "sub"] })).await;
    assert_eq!(rounded(some), rounded(shown(json!([of_sub, email]))));
    let by_other_name =
        list(&pool, json!({ "AttributesToGet": ["dev:score"], "Filter": "dev:score = \"7\"" }))
            .await;
    assert_eq!(rounded(by_other_name), rounded(shown(json!([score]))));
    let none_named = list(&pool, json!({ "AttributesToGet": [], "Limit": 0 })).await;
    assert_eq!(none_named["Users"][0]["Attributes"], json!([of_sub, score, email, flag]));
}

#[tokio::test]
async fn every_kind_of_attribute_is_found_by_both_operators() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    let alice = create(
        &pool,
        "Alice",
        &[
            ("email", "Alice@Example.com"),
            ("phone_number", "+15555550100"),
            ("name", "Alice \"Al\" \\ Liddell"),
            ("given_name", "Élodie"),
            ("family_name", "Straße"),
            ("preferred_username", "Wonder"),
            ("locale", "en-GB"),
            ("custom:tenant", "Oxford"),
            ("email_verified", "true"),
        ],
    )
    .await;
    pool.confirmed_user_with("bob", &[("email", "bob@example.com"), ("name", "Bob")]).await;
    pool.call("AdminDisableUser", json!({ "Username": "bob" })).await.ok();
    let sub = attribute(&alice["Attributes"], "sub");
    let (sub_upper, sub_begins) = (sub.to_uppercase(), &sub[..7]);
    let of_alice = [
        r#"username = "Alice""#.to_owned(),
        r#"username ^= "Al""#.to_owned(),
        r#"username^="Alice""#.to_owned(),
        r#"email = "alice@example.COM""#.to_owned(),
        r#"email ^= "ALICE@""#.to_owned(),
        r#"phone_number="+15555550100""#.to_owned(),
        r#"phone_number ^= "+1555""#.to_owned(),
        r#"  name   =  "alice \"AL\" \\ liddell"  "#.to_owned(),
        r#"name ^= "Alice \"""#.to_owned(),
        r#"name = "Alice \"Al\" \ Liddell""#.to_owned(),
        "given_name = \"e\u{301}LODIE\"".to_owned(),
        "given_name ^= \"\u{c9}l\"".to_owned(),
        r#"family_name ^= "STRA""#.to_owned(),
        r#"preferred_username = "wonder""#.to_owned(),
        r#"locale = "EN-gb""#.to_owned(),
        r#"custom:tenant = "oxford""#.to_owned(),
        r#"custom:tenant ^= "OX""#.to_owned(),
        r#"email_verified = "TRUE""#.to_owned(),
        r#"phone_number_verified = "False""#.to_owned(),
        r#"email_verified ^= "t""#.to_owned(),
        r#"status = "Enabled""#.to_owned(),
        r#"status ^= "En""#.to_owned(),
        r#"cognito:user_status = "force_change_password""#.to_owned(),
        r#"cognito:user_status ^= "FORCE""#.to_owned(),
        format!("sub = \"{sub}\""),
        format!("sub = \"{sub_upper}\""),
        format!("sub ^= \"{sub_upper}\""),
        format!("sub ^= \"{sub_begins}\""),
    ];
    for filter in of_alice {
        assert_eq!(found(&pool, &filter).await, ["Alice"], "{filter}");
    }
    for filter in [
        r#"username = "alice""#,
        r#"username ^= "al""#,
        r#"username ^= "ALICE""#,
        r#"username = "Wonder""#,
        r#"status = "enabled""#,
        r#"status ^= "dis""#,
        r#"email = "alice@example.co""#,
        r#"email ^= "lice""#,
        r#"email = """#,
        r#"nickname ^= """#,
        r#"cognito:user_status = "CONFIRME""#,
        r#"cognito:user_status = "UNCONFIRMED""#,
        r#"sub = "nobody""#,
        r#"sub ^= "z""#,
    ] {
        assert!(found(&pool, filter).await.is_empty(), "{filter}");
    }
    assert!(found(&pool, &format!("sub ^= \"{sub}0\"")).await.is_empty());
    assert_eq!(found(&pool, r#"status = "Disabled""#).await, ["bob"]);
    assert_eq!(found(&pool, r#"cognito:user_status = "CONFIRMED""#).await, ["bob"]);
    for filter in
        ["", "  ", r#"username ^= """#, r#"email ^= """#, r#"sub ^= """#, r#"status ^= """#]
    {
        assert_eq!(found(&pool, filter).await, ["Alice", "bob"], "{filter}");
    }
    server.deep_doctor().await;
}

/// Even where names are case-folded, the filter on usernames is not.
#[tokio::test]
async fn username_filters_are_always_case_sensitive() {
    let server = TestServer::start();
    let pool =
        server.pool_with(json!({ "UsernameConfiguration": { "CaseSensitive": true } })).await;
    for name in ["alice", "ALICE"] {
        create(&pool, name, &[]).await;
    }
    assert_eq!(found(&pool, r#"username = "ALICE""#).await, ["ALICE"]);
    assert_eq!(found(&pool, r#"username ^= "ali""#).await, ["alice"]);
    let folding = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let made = create(&folding, "Carol@example.com", &[]).await;
    let name = made["Username"].as_str().unwrap();
    assert_eq!(found(&folding, &format!("username = \"{name}\"")).await, [name]);
    assert_eq!(found(&folding, r#"email = "carol@EXAMPLE.com""#).await, [name]);
    assert!(found(&folding, r#"username = "Carol@example.com""#).await.is_empty());
}

/// The index holds the first 256 bytes of a value; the rest is compared too.
#[tokio::test]
async fn long_values_are_compared_in_full() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    // A filter has room for about 250 characters; each of these takes two bytes.
    let long = "\u{e9}".repeat(236);
    let (one, two, three) = (format!("{long}one"), format!("{long}two"), "\u{c9}".repeat(127));
    for (name, value) in [("one", &one), ("two", &two), ("three", &three)] {
        create(&pool, name, &[("name", value)]).await;
    }
    assert_eq!(found(&pool, &format!("name = \"{one}\"")).await, ["one"]);
    assert_eq!(found(&pool, &format!("name = \"{two}\"")).await, ["two"]);
    assert!(found(&pool, &format!("name = \"{long}\"")).await.is_empty());
    assert_eq!(found(&pool, &format!("name ^= \"{long}\"")).await, ["one", "two"]);
    assert_eq!(found(&pool, &format!("name ^= \"{long}T\"")).await, ["two"]);
    assert_eq!(found(&pool, &format!("name ^= \"{three}\"")).await, ["one", "three", "two"]);
    assert_eq!(found(&pool, &format!("name = \"{three}\"")).await, ["three"]);
    server.deep_doctor().await;
}

#[tokio::test]
async fn invalid_filters_are_refused() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    for filter in [
        "email",
        "email =",
        r#"email "x""#,
        r#"= "x""#,
        r#"email = x"#,
        r#"email = "x"#,
        r#"email = "x\""#,
        r#"email = "x" and name = "y""#,
        r#"email == "x""#,
        r#"email ^ = "x""#,
        r#"email != "x""#,
        r#""email" = "x""#,
        r#"email = 'x'"#,
        "\u{0}",
    ] {
        let answer = pool.call("ListUsers", json!({ "Filter": filter })).await;
        answer.refused("InvalidParameterException", "Error while parsing filter.");
    }
    for name in ["custom:foo", "Email", "enabled", "user_status", "identity", "dev:foo"] {
        let answer = pool.call("ListUsers", json!({ "Filter": format!("{name} = \"x\"") })).await;
        answer.refused(INVALID, &format!("Invalid search attribute: {name}"));
    }
    let answer =
        pool.call("ListUsers", json!({ "AttributesToGet": ["email", "custom:foo"] })).await;
    answer.refused(INVALID, "One or more requested attributes do not exist.");
    let long = format!("name = \"{}\"", "x".repeat(248));
    pool.call("ListUsers", json!({ "Filter": long })).await.refused(
        INVALID,
        &format!("1 validation error detected: Value '{long}' at 'filter' failed to satisfy constraint: Member must have length less than or equal to 256"),
    );
}

#[tokio::test]
async fn a_deleted_pool_is_not_found() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let sibling = server.sibling();
    list(&pool.at(&sibling), json!({})).await;
    pool.call("DeleteUserPool", json!({})).await.ok();
    // The sibling has the pool in its cache.
    for server in [&server, &sibling] {
        for filter in ["", r#"name = "x""#, r#"username = "x""#] {
            let answer = pool.at(server).call("ListUsers", json!({ "Filter": filter })).await;
            answer.refused(
                "ResourceNotFoundException",
                &format!("User pool {} does not exist.", pool.id),
            );
        }
    }
}

/// 150 users, filters that find all of them, and some that find a part.
#[tokio::test]
async fn a_listing_has_each_user_once() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    let mut subs = Vec::new();
    for at in 0..150 {
        let half = if at % 2 == 0 { "even" } else { "odd" };
        let attributes = [
            ("email", format!("user-{at}@example.com")),
            ("name", half.to_owned()),
            ("locale", "en".to_owned()),
        ];
        let attributes: Vec<_> =
            attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let made = create(&pool, &format!("user-{at}"), &attributes).await;
        subs.push(attribute(&made["Attributes"], "sub"));
    }
    for filter in [
        "",
        r#"username ^= "user-""#,
        r#"sub ^= """#,
        r#"email ^= "USER""#,
        r#"locale = "en""#,
        r#"name ^= """#,
        r#"status = "Enabled""#,
        r#"cognito:user_status ^= "force""#,
        r#"email_verified = "false""#,
    ] {
        for (limit, pages) in [(60, 3), (50, 3), (7, 22), (0, 3)] {
            let chain =
                chain(&pool, json!({ "Filter": filter, "Limit": limit }), async |_| {}).await;
            assert_eq!(chain.len(), pages, "{filter} by {limit}");
            assert_eq!(once(&chain).len(), 150, "{filter} by {limit}");
        }
    }
    let odd = chain(&pool, json!({ "Filter": r#"name = "odd""#, "Limit": 10 }), async |_| {}).await;
    assert_eq!((odd.len(), once(&odd).len()), (8, 75));
    let tens =
        chain(&pool, json!({ "Filter": r#"email ^= "user-1""#, "Limit": 10 }), async |_| {}).await;
    assert_eq!(once(&tens).len(), 61);
    let begins = &subs[0][..1];
    let some =
        chain(&pool, json!({ "Filter": format!("sub ^= \"{begins}\""), "Limit": 2 }), async |_| {})
            .await;
    assert_eq!(once(&some).len(), subs.iter().filter(|sub| sub.starts_with(begins)).count());
}

#[tokio::test]
async fn a_token_is_valid_only_for_its_listing() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    for name in ["alice", "bob", "carol"] {
        create(&pool, name, &[("name", "x")]).await;
    }
    let body = json!({ "Limit": 1, "Filter": r#"name = "x""#, "AttributesToGet": ["name"] });
    let token = list(&pool, body.clone()).await["PaginationToken"].clone();
    let with =
        |over: Value| merged(merged(body.clone(), json!({ "PaginationToken": token })), over);
    for other in [
        json!({ "Filter": r#"name = "y""# }),
        json!({ "Filter": null }),
        json!({ "AttributesToGet": ["email"] }),
        json!({ "AttributesToGet": null }),
        json!({ "PaginationToken": "nonsense" }),
        json!({ "PaginationToken": format!("{}A", token.as_str().unwrap()) }),
    ] {
        pool.call("ListUsers", with(other)).await.refused(INVALID, BAD_TOKEN);
    }
    let another = server.pool_with(serde_json::from_str(SETTINGS).unwrap()).await;
    another.call("ListUsers", with(json!({}))).await.refused(INVALID, BAD_TOKEN);
    assert_eq!(
        list(&pool, with(json!({ "Limit": 2 }))).await["Users"].as_array().unwrap().len(),
        2
    );
    server.advance_seconds(3_599);
    list(&pool, with(json!({}))).await;
    server.advance_seconds(1);
    pool.call("ListUsers", with(json!({}))).await.refused(INVALID, BAD_TOKEN);
}

/// Users move forward, backward and out of the listing, are deleted and created. Nobody is listed
/// twice, and a user who does not change is listed.
#[tokio::test]
async fn users_may_change_during_a_listing() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    for at in 0..60 {
        create(
            &pool,
            &format!("user-{at:02}"),
            &[("name", &format!("x{at:02}")), ("locale", "en")],
        )
        .await;
    }
    // Changed before the listing begins: found where they are now.
    server.advance_seconds(10);
    change(&pool, "user-00", &[("name", "x50.5")]).await;
    change(&pool, "user-59", &[("name", "x05.5")]).await;
    server.advance_seconds(10);
    for filter in ["", r#"name ^= "x""#, r#"locale = "en""#, r#"username ^= "user""#] {
        let mut moved = BTreeSet::new();
        let pages = chain(&pool, json!({ "Filter": filter, "Limit": 10 }), async |page| {
            server.advance_seconds(1);
            // Of every ten users one moves to the end, one to the beginning and one out.
            for (user, name) in [(1, "x99"), (4, "x00"), (7, "away")] {
                let user = format!("user-{:02}", page * 7 % 6 * 10 + user);
                change(&pool, &user, &[("name", &format!("{name}-{page}"))]).await;
                moved.insert(user);
            }
        })
        .await;
        let listed = once(&pages);
        for at in 0..60 {
            let user = format!("user-{at:02}");
            assert!(listed.contains(&user) || moved.contains(&user), "{filter}: {user}");
        }
        if filter.is_empty() || filter.starts_with("locale") || filter.starts_with("username") {
            assert_eq!(listed.len(), 60, "{filter}: no other attribute matters");
        }
        // Back to what they were.
        server.advance_seconds(1);
        for user in moved {
            change(&pool, &user, &[("name", &format!("x{}", &user[5..]))]).await;
        }
        server.advance_seconds(10);
    }
    let pages = chain(&pool, json!({ "Filter": r#"name ^= "x""#, "Limit": 10 }), async |page| {
        pool.call("AdminDeleteUser", json!({ "Username": format!("user-{:02}", 60 - page * 3) }))
            .await
            .ok();
        create(&pool, &format!("new-{page}"), &[("name", &format!("x{}5.5", page % 6))]).await;
    })
    .await;
    let listed = once(&pages);
    assert!((0..40).all(|at| listed.contains(&format!("user-{at:02}"))), "{listed:?}");
    server.deep_doctor().await;
}

#[tokio::test]
async fn changes_are_found_at_once() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com"), ("name", "Alice")]).await.ok();
    assert_eq!(found(&pool, r#"cognito:user_status = "UNCONFIRMED""#).await, ["alice"]);
    pool.set_password("alice", PASSWORD).await;
    assert!(found(&pool, r#"cognito:user_status = "UNCONFIRMED""#).await.is_empty());
    assert_eq!(found(&pool, r#"cognito:user_status = "CONFIRMED""#).await, ["alice"]);
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    assert_eq!(found(&pool, r#"status = "Disabled""#).await, ["alice"]);
    pool.call("AdminEnableUser", json!({ "Username": "alice" })).await.ok();
    assert!(found(&pool, r#"status = "Disabled""#).await.is_empty());
    pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    for filter in ["", r#"name = "Alice""#, r#"username = "alice""#, r#"status ^= """#] {
        assert!(found(&pool, filter).await.is_empty(), "{filter}");
    }
    assert!(entries(&pool).await.is_empty());
}

async fn entries(pool: &TestPool) -> Vec<AttributeValue> {
    let store = &pool.server.inner().store;
    let mut all = Vec::new();
    for part in placement::parts(&pool.id, store.parts()) {
        all.extend(store.read(Prefix::<AttributeValue>::in_part(&part)).await.unwrap());
    }
    all
}

/// Puts the pool into the state right after the migration that added the index: no user is indexed
/// yet, and each pool has a job.
pub(crate) async fn undo_the_index_migration(pool: &TestPool) {
    let server = pool.server.inner();
    let entered = entries(pool).await;
    for rows in entered.chunks(400) {
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        for row in rows {
            batch.remove(AttributeValue::key(
                &row.part,
                &row.attribute,
                &row.folded_value,
                &row.user_id,
            ));
        }
        server.store.commit(batch).await.unwrap();
    }
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.insert(&Job {
        kind: "index-users".to_owned(),
        id: pool.id.clone(),
        doc: r#"{"v":1}"#.to_owned(),
        rev: Rev(0),
    });
    server.store.commit(batch).await.unwrap();
}

#[tokio::test]
async fn users_from_before_the_index_are_found() {
    let server = TestServer::start();
    let (pool, deleted) = (pool(&server).await, server.pool().await);
    for at in 0..130 {
        create(&pool, &format!("user-{at}"), &[("name", &format!("x{at}"))]).await;
    }
    create(&deleted, "gone", &[]).await;
    undo_the_index_migration(&pool).await;
    undo_the_index_migration(&deleted).await;
    deleted.call("DeleteUserPool", json!({})).await.ok();
    server.deep_doctor().await;
    let body = json!({ "Filter": r#"name ^= "x""#, "Limit": 50 });
    // Found by scanning every user; a user written in the meantime is indexed.
    assert_eq!(found(&pool, r#"name = "X77""#).await, ["user-77"]);
    create(&pool, "user-130", &[("name", "x130")]).await;
    pool.call("AdminDisableUser", json!({ "Username": "user-7" })).await.ok();
    assert_eq!(found(&pool, r#"status = "Disabled""#).await, ["user-7"]);
    // A listing continues the way it began.
    let pages = chain(&pool, body.clone(), async |page| {
        if page == 1 {
            pools::jobs::run_once(server.inner()).await.unwrap();
        }
    })
    .await;
    assert_eq!(once(&pages).len(), 131);
    assert_eq!(server.inner().store.read(Job::of("index-users")).await.unwrap(), []);
    assert_eq!(once(&chain(&pool, body, async |_| {}).await).len(), 131);
    assert_eq!(found(&pool, r#"name = "X77""#).await, ["user-77"]);
    assert_eq!(found(&pool, r#"status = "Disabled""#).await, ["user-7"]);
    server.deep_doctor().await;
}

/// Where users are scanned one by one, a page ends after a fixed number of them.
#[tokio::test]
async fn a_page_may_be_short() {
    let server = TestServer::start();
    let pool = pool(&server).await;
    create(&pool, "first", &[]).await;
    let store = &server.inner().store;
    let n = store.parts();
    let made = attribute(&pool.user("first").await["UserAttributes"], "sub");
    let part = placement::user_part(&pool.id, n, &made);
    let model = store.read(User::get(&part, &made)).await.unwrap().unwrap();
    let mut written = 0_usize;
    for slice in 0..5 {
        let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
        for at in 0..500 {
            let user_id = format!("f{slice}{at:06}-0000-4000-8000-000000000000");
            let user_part = placement::user_part(&pool.id, n, &user_id);
            batch.insert(&User {
                part: user_part,
                user_id,
                username: format!("u{slice}-{at}"),
                ..model.clone()
            });
            written += 1;
        }
        store.commit(batch).await.unwrap();
    }
    undo_the_index_migration(&pool).await;
    let pages = chain(&pool, json!({ "Filter": r#"name = "nobody""# }), async |_| {}).await;
    assert_eq!(pages.iter().map(|page| names(page).len()).collect::<Vec<_>>(), [0, 0]);
    let pages = chain(&pool, json!({ "Filter": r#"username ^= "u4-""# }), async |_| {}).await;
    assert_eq!(once(&pages).len(), 500);
    let pages = chain(&pool, json!({ "Filter": r#"status = "Enabled""# }), async |_| {}).await;
    assert_eq!((once(&pages).len(), pages.len()), (written + 1, (written + 1).div_ceil(60)));
}
