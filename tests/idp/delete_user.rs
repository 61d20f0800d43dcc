use serde_json::{Value, json};
use store::{Batch, Code, Credential, Family, GroupMember, Lookup, Membership, Prefix, Rev, User};
use testkit::{Answer, Jwt, PASSWORD, TestServer, Tokens, forge, key_pairs, rs256};

const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

async fn delete(server: &TestServer, token: &str) -> Answer {
    server.call("DeleteUser", json!({ "AccessToken": token })).await
}

#[tokio::test]
async fn the_user_is_gone_with_its_tokens() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool.confirmed_user("alice").await;
    pool.confirmed_user("bob").await;
    let (tokens, others) = (client.tokens("alice").await, client.tokens("bob").await);
    assert_eq!(delete(&server, &tokens.access).await.ok(), Value::Null);
    for name in ["alice", &sub] {
        pool.call("AdminGetUser", json!({ "Username": name })).await.refused(GONE.0, GONE.1);
    }
    client
        .password("alice", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    server.get_user(&tokens.access).await.refused(GONE.0, GONE.1);
    delete(&server, &tokens.access).await.refused(GONE.0, GONE.1);
    client.refresh(&tokens.refresh).await.refused(GONE.0, GONE.1);
    server.get_user(&others.access).await.ok();
    // The name is free again, and its next user gets nothing that the first one had.
    pool.confirmed_user("alice").await;
    delete(&server, &tokens.access).await.refused(GONE.0, GONE.1);
    client.tokens("alice").await;
}

#[tokio::test]
async fn nothing_that_belongs_to_the_user_is_left() {
    let server = TestServer::builder().parts(1).start();
    let settings = json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": "alice" }))
        .await
        .ok();
    client.call("ForgotPassword", json!({ "Username": "alice" })).await.ok();
    client.revoke(&client.tokens("alice").await.refresh).await.ok();
    delete(&server, &client.tokens("alice").await.access).await.ok();
    let part = store::placement::parts(&pool.id, 1).next().unwrap();
    let read = (
        Prefix::<Lookup>::in_part(&part),
        Prefix::<Credential>::in_part(&part),
        (Prefix::<Membership>::in_part(&part), Prefix::<GroupMember>::in_part(&part)),
        Prefix::<Family>::in_part(&part),
        Prefix::<Code>::in_part(&part),
    );
    let (names, credentials, (memberships, members), families, codes) =
        server.inner().store.read(read).await.unwrap();
    let left = [
        names.len(),
        credentials.len(),
        memberships.len(),
        members.len(),
        families.len(),
        codes.len(),
    ];
    assert_eq!(left, [0; 6]);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_bad_token_deletes_nobody() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let Tokens { id, access, refresh } = client.tokens("alice").await;
    let denied = "NotAuthorizedException";
    for token in [id.as_str(), refresh.as_str(), "made-up"] {
        delete(&server, token).await.refused(denied, "Invalid Access Token");
    }
    pool.call("AdminUserGlobalSignOut", json!({ "Username": "alice" })).await.ok();
    delete(&server, &access).await.refused(denied, "Access Token has been revoked");
    let late = client.tokens("alice").await;
    server.advance_seconds(3_600);
    delete(&server, &late.access).await.refused(denied, "Access Token has expired");
    pool.user("alice").await;
}

#[tokio::test]
async fn the_state_of_the_user_and_a_missing_client_are_reported() {
    let server = TestServer::builder().parts(1).start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    let tokens = client.tokens("alice").await;
    pool.call("AdminResetUserPassword", json!({ "Username": "alice" })).await.ok();
    let text = "Password reset required for the user";
    delete(&server, &tokens.access).await.refused("PasswordResetRequiredException", text);
    let place = (format!("{}:00", pool.id), Jwt::decode(&tokens.access).text("sub").to_owned());
    let row = server.inner().store.read(User::get(&place.0, &place.1)).await.unwrap().unwrap();
    let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
    // No operation undoes a confirmation.
    batch.update(&User { status: "UNCONFIRMED".to_owned(), ..row });
    server.inner().store.commit(batch).await.unwrap();
    delete(&server, &tokens.access)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    let token = Jwt::decode(&tokens.access);
    let pair = key_pairs().into_iter().find(|pair| token.header["kid"] == pair.kid()).unwrap();
    let claims =
        testkit::merged(token.claims.clone(), json!({ "client_id": "1example23456789abcdefghij" }));
    let gone = "User pool client 1example23456789abcdefghij does not exist.";
    delete(&server, &forge(&token.header, &claims, rs256(&pair)))
        .await
        .refused("ResourceNotFoundException", gone);
    pool.user("alice").await;
}

#[tokio::test]
async fn a_token_is_required() {
    let server = TestServer::start();
    let at = "1 validation error detected: Value at 'accessToken' failed to satisfy constraint: Member must";
    let none = server.call("DeleteUser", json!({})).await;
    none.refused("InvalidParameterException", &format!("{at} not be null"));
    let pattern = format!("{at} satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
    delete(&server, "not a token").await.refused("InvalidParameterException", &pattern);
}

#[tokio::test]
async fn the_token_of_a_deleted_pool_is_invalid() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let tokens = pool.client().await.tokens("alice").await;
    pool.call("DeleteUserPool", json!({})).await.ok();
    delete(&server, &tokens.access).await.refused("NotAuthorizedException", "Invalid Access Token");
}
