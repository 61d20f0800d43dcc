//! Addresses are flagged as not verified from the moment they exist.

use serde_json::{Value, json};
use store::{AttributeValue, Batch, Rev, User, placement};
use testkit::{TestPool, TestServer};

async fn found(pool: &TestPool, filter: &str) -> Vec<String> {
    let page = pool.call("ListUsers", json!({ "Filter": filter })).await.ok();
    let users = page["Users"].as_array().unwrap();
    users.iter().map(|user| user["Username"].as_str().unwrap().to_owned()).collect()
}

/// Earlier versions stored no flag for an address that was never verified, and no index entry.
#[tokio::test]
async fn addresses_without_a_stored_flag_are_unverified() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    let email = [("email", "alice@example.com"), ("name", "Alice")];
    let sub = pool.confirmed_user_with("alice", &email).await;
    pool.confirmed_user("bob").await;
    let store = &server.inner().store;
    let part = placement::user_part(&pool.id, store.parts(), &sub);
    let user = store.read(User::get(&part, &sub)).await.unwrap().unwrap();
    let older = user.attributes.replace(r#""email_verified":"false","#, "");
    assert_ne!(older, user.attributes);
    let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
    batch.update(&User { attributes: older, ..user });
    batch.remove(AttributeValue::key(&part, "email_verified", "false", &sub));
    store.commit(batch).await.unwrap();
    server.deep_doctor().await;
    let flag = json!({ "Name": "email_verified", "Value": "false" });
    let has_flag = |attributes: &Value| attributes.as_array().unwrap().contains(&flag);
    assert!(has_flag(&pool.user("alice").await["UserAttributes"]));
    let unverified = r#"email_verified = "false""#;
    let listed = pool.call("ListUsers", json!({ "Filter": unverified })).await.ok();
    assert_eq!(listed["Users"].as_array().unwrap().len(), 1);
    assert!(has_flag(&listed["Users"][0]["Attributes"]));
    assert!(found(&pool, r#"email_verified = "true""#).await.is_empty());
    let tokens = client.tokens("alice").await;
    assert_eq!(testkit::Jwt::decode(&tokens.id).claims["email_verified"], false);
    // Whether or not it is stored, the flag is changed, found and deleted like any other value.
    let update = async |name: &str, value: &str| {
        let attributes = json!([{ "Name": name, "Value": value }]);
        let body = json!({ "Username": "alice", "UserAttributes": attributes });
        pool.call("AdminUpdateUserAttributes", body).await.ok();
    };
    update("name", "Ally").await;
    assert_eq!(found(&pool, unverified).await, ["alice"]);
    update("email_verified", "True").await;
    assert!(found(&pool, unverified).await.is_empty());
    assert_eq!(found(&pool, r#"email_verified = "true""#).await, ["alice"]);
    server.deep_doctor().await;
    pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    server.deep_doctor().await;
}
