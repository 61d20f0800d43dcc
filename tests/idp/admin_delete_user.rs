use serde_json::{Value, json};
use store::{Code, Credential, Family, Lookup, Membership, Prefix};
use testkit::{PASSWORD, TestPool, TestServer};

const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

async fn delete(pool: &TestPool, name: &str) {
    assert_eq!(pool.call("AdminDeleteUser", json!({ "Username": name })).await.ok(), Value::Null);
}

#[tokio::test]
async fn the_user_is_gone_with_its_tokens() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    delete(&pool, "alice").await;
    for name in ["alice", &sub] {
        pool.call("AdminGetUser", json!({ "Username": name })).await.refused(GONE.0, GONE.1);
    }
    client
        .password("alice", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    server.get_user(&tokens.access).await.refused(GONE.0, GONE.1);
    client.refresh(&tokens.refresh).await.refused(GONE.0, GONE.1);
    // GlobalSignOut does not declare UserNotFoundException.
    let answer = server.call("GlobalSignOut", json!({ "AccessToken": tokens.access })).await;
    answer.refused("NotAuthorizedException", "User does not exist.");
    assert_eq!(client.revoke(&tokens.refresh).await.ok(), json!({}));
}

#[tokio::test]
async fn nothing_that_belongs_to_the_user_is_left() {
    let server = TestServer::start();
    let pool = server
        .pool_with(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] }))
        .await;
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    client.confirm("alice", &server.code_for("alice@example.com").await).await.ok();
    client.call("ResendConfirmationCode", json!({ "Username": "alice" })).await.ok();
    let sub = client.sign_up("bob", &[("email", "bob@example.com")]).await.ok();
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": "alice" }))
        .await
        .ok();
    client.revoke(&client.tokens("alice").await.refresh).await.ok();
    delete(&pool, "alice@example.com").await;
    delete(&pool, sub["UserSub"].as_str().unwrap()).await;
    let part = store::placement::parts(&pool.id, 1).next().unwrap();
    let read = (
        Prefix::<Lookup>::in_part(&part),
        Prefix::<Credential>::in_part(&part),
        Prefix::<Membership>::in_part(&part),
        Prefix::<Family>::in_part(&part),
        Prefix::<Code>::in_part(&part),
    );
    let (names, credentials, memberships, families, codes) =
        server.inner().store.read(read).await.unwrap();
    let left = [names.len(), credentials.len(), memberships.len(), families.len(), codes.len()];
    assert_eq!(left, [0; 5]);
    server.deep_doctor().await;
}

#[tokio::test]
async fn the_name_is_free_again() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let client = pool.client().await;
    let first = pool.confirmed_user("alice@example.com").await;
    let tokens = client.tokens("alice@example.com").await;
    delete(&pool, "alice@example.com").await;
    let second = pool.confirmed_user("alice@example.com").await;
    assert_ne!(first, second);
    // The second user gets nothing that the first one had.
    server.get_user(&tokens.access).await.refused(GONE.0, GONE.1);
    client.tokens("alice@example.com").await;
    server.deep_doctor().await;
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.call("AdminDeleteUser", json!({ "Username": "alice" }))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = server.call("AdminDeleteUser", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn a_username_is_required() {
    let pool = TestServer::start().pool().await;
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    pool.call("AdminDeleteUser", json!({})).await.refused("InvalidParameterException", text);
}
