use serde_json::json;
use testkit::{Jwt, PASSWORD, TestServer, Tokens};

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

/// As in the public flow: the name, the account, and the lock once more before a right password
/// counts. Nothing is written.
#[tokio::test]
async fn costs_what_the_public_flow_costs() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client =
        pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] })).await;
    pool.confirmed_user("alice").await;
    client.admin_password("alice", PASSWORD).await.ok();
    let (answer, work) = server.work_of(client.admin_password("alice", PASSWORD)).await;
    assert!(work.store.reads <= 3 && work.store.commits == 0, "{work:?}");
    assert_eq!((work.signatures, work.seals, work.unseals), (2, 1, 1));
    let tokens = Tokens::of(&answer.ok());
    assert_eq!(Jwt::decode(&tokens.access).claims["amr"], json!(["pwd"]));
    // Known and unknown names cost the same reads, writes and work.
    let (of_known, of_unknown) = (
        server.work_of(client.admin_password("alice", "wrong")).await,
        server.work_of(client.admin_password("nobody", "wrong")).await,
    );
    assert_eq!(of_known.1, of_unknown.1);
    of_known.0.refused(WRONG.0, WRONG.1);
    of_unknown.0.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn any_name_of_the_user_works() {
    let pool = TestServer::start().pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let client =
        pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] })).await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("email_verified", "true")])
        .await;
    for name in ["alice", "alice@example.com", &sub] {
        let tokens = Tokens::of(&client.admin_password(name, PASSWORD).await.ok());
        assert_eq!(Jwt::decode(&tokens.access).text("username"), "alice");
    }
}
