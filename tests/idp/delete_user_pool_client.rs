use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer};

async fn delete(client: &TestClient) -> Answer {
    client.pool.call("DeleteUserPoolClient", json!({ "ClientId": client.id })).await
}

fn unknown(client: &TestClient) -> String {
    format!("User pool client {} does not exist.", client.id)
}

#[tokio::test]
async fn nothing_of_a_deleted_client_works() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let (client, other) = (pool.client().await, pool.client().await);
    pool.confirmed_user("alice").await;
    pool.invited_user("bob", &[]).await;
    let (tokens, kept) = (client.tokens("alice").await, other.tokens("alice").await);
    let session =
        client.password("bob", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
    let srp = SrpClient::new([9; 32]);
    let begun = client.srp_begin(&srp, "alice").await.ok();
    assert_eq!(delete(&client).await.ok(), Value::Null);
    let gone = unknown(&client);
    let refused = |answer: Answer| answer.refused("ResourceNotFoundException", &gone);
    refused(client.password("alice", PASSWORD).await);
    refused(client.srp_begin(&srp, "alice").await);
    refused(
        client
            .respond("PASSWORD_VERIFIER", None, client.srp_responses(&srp, &begun, PASSWORD))
            .await,
    );
    let responses = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Password-1" });
    refused(client.respond("NEW_PASSWORD_REQUIRED", Some(&session), responses).await);
    refused(client.refresh(&tokens.refresh).await);
    refused(client.sign_up("carol", &[]).await);
    refused(client.confirm("carol", "123456").await);
    refused(client.call("ResendConfirmationCode", json!({ "Username": "carol" })).await);
    refused(server.get_user(&tokens.access).await);
    refused(server.call("GlobalSignOut", json!({ "AccessToken": tokens.access })).await);
    // RevokeToken does not declare ResourceNotFoundException.
    client.revoke(&tokens.refresh).await.refused("UnauthorizedException", "Unauthorized");
    refused(pool.call("DescribeUserPoolClient", json!({ "ClientId": client.id })).await);
    let listed = pool.call("ListUserPoolClients", json!({})).await.ok();
    assert_eq!(
        listed["UserPoolClients"],
        json!([{ "ClientId": other.id, "UserPoolId": pool.id, "ClientName": "test" }])
    );
    // Its tokens do not work for another client, and the other client's own are unaffected.
    other
        .refresh(&tokens.refresh)
        .await
        .refused("NotAuthorizedException", "Invalid Refresh Token.");
    other.refresh(&kept.refresh).await.ok();
    server.get_user(&kept.access).await.ok();
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_deleted_client_is_unknown() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let body = json!({ "ClientId": client.id });
    let elsewhere = server.pool().await.call("DeleteUserPoolClient", body).await;
    elsewhere.refused("ResourceNotFoundException", &unknown(&client));
    delete(&client).await.ok();
    delete(&client).await.refused("ResourceNotFoundException", &unknown(&client));
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": client.id });
    let answer = server.call("DeleteUserPoolClient", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let pool = TestServer::start().pool().await;
    let text = "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member must not be null";
    pool.call("DeleteUserPoolClient", json!({})).await.refused("InvalidParameterException", text);
}
