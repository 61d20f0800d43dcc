use serde_json::json;
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer};

const DENIED: &str = "NotAuthorizedException";

async fn client() -> TestClient {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    pool.client().await
}

async fn sign_out(client: &TestClient, name: &str) -> Answer {
    client.pool.call("AdminUserGlobalSignOut", json!({ "Username": name })).await
}

#[tokio::test]
async fn every_token_of_the_user_is_revoked() {
    let client = client().await;
    let server = client.server();
    client.pool.confirmed_user("bob").await;
    let (first, second) =
        (client.tokens("alice").await, client.pool.client().await.tokens("alice").await);
    let others = client.tokens("bob").await;
    let before = client.pool.user("alice").await;
    server.advance_seconds(60);
    assert_eq!(sign_out(&client, "alice").await.ok(), json!({}));
    assert_eq!(client.pool.user("alice").await, before, "the user itself is as it was");
    for tokens in [&first, &second] {
        server.get_user(&tokens.access).await.refused(DENIED, "Access Token has been revoked");
    }
    client.refresh(&first.refresh).await.refused(DENIED, "Refresh Token has been revoked");
    server.get_user(&others.access).await.ok();
    client.refresh(&others.refresh).await.ok();
    // A new sign-in in the same moment is valid.
    let fresh = client.tokens("alice").await;
    server.get_user(&fresh.access).await.ok();
}

/// A sign-in in progress would outlive the sign-out.
#[tokio::test]
async fn challenges_in_progress_end_too() {
    let client = client().await;
    let srp = SrpClient::new([7; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    sign_out(&client, "alice").await.ok();
    client
        .respond("PASSWORD_VERIFIER", None, responses)
        .await
        .refused(DENIED, "Incorrect username or password.");
    client.pool.invited_user("bob", &[]).await;
    let session =
        client.password("bob", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
    sign_out(&client, "bob").await.ok();
    let chosen = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Password-1" });
    let answer = client.respond("NEW_PASSWORD_REQUIRED", Some(&session), chosen).await;
    answer.refused(DENIED, "Invalid session for the user.");
}

#[tokio::test]
async fn any_user_can_be_signed_out_repeatedly() {
    let client = client().await;
    client.sign_up("carol", &[]).await.ok();
    client.pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    for name in ["alice", "alice", "carol"] {
        assert_eq!(sign_out(&client, name).await.ok(), json!({}));
    }
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let client = client().await;
    sign_out(&client, "nobody").await.refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "alice" });
    let answer = client.server().call("AdminUserGlobalSignOut", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    let text = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must not be null";
    client
        .pool
        .call("AdminUserGlobalSignOut", json!({}))
        .await
        .refused("InvalidParameterException", text);
}
