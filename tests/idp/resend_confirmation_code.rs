use serde_json::{Value, json};
use testkit::{Answer, TestClient, TestServer};

const INVALID: &str = "InvalidParameterException";

async fn client_of(settings: Value) -> TestClient {
    TestServer::start().pool_with(settings).await.client().await
}

async fn client() -> TestClient {
    client_of(json!({ "AutoVerifiedAttributes": ["email"] })).await
}

async fn resend(client: &TestClient, name: &str) -> Answer {
    client.call("ResendConfirmationCode", json!({ "Username": name })).await
}

#[tokio::test]
async fn a_new_code_replaces_the_old_one() {
    let client = client().await;
    let server = client.server();
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    let first = server.code_for("alice@example.com").await;
    server.advance_seconds(1);
    let expected = json!({
        "CodeDeliveryDetails": { "AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "a***@e***" },
    });
    assert_eq!(resend(&client, "alice").await.ok(), expected);
    let second = server.code_for("alice@example.com").await;
    assert_ne!(first, second);
    let messages = server.messages().await;
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0].message.subject.as_deref(), Some("Your verification code"));
    assert_eq!(messages[0].message.body, format!("Your verification code is {second}. "));
    let wrong = "Invalid verification code provided, please try again.";
    client.confirm("alice", &first).await.refused("CodeMismatchException", wrong);
    client.confirm("alice", &second).await.ok();
}

#[tokio::test]
async fn a_new_code_is_valid_for_a_full_day() {
    let client = client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    client.server().advance_seconds(86_000);
    resend(&client, "alice").await.ok();
    client.server().advance_seconds(86_000);
    client.confirm("alice", &client.server().code_for("alice@example.com").await).await.ok();
}

#[tokio::test]
async fn a_phone_number_comes_first() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x" });
    let client = client_of(
        json!({ "AutoVerifiedAttributes": ["email", "phone_number"], "SmsConfiguration": sms }),
    )
    .await;
    client
        .sign_up("alice", &[("email", "alice@example.com"), ("phone_number", "+15555551234")])
        .await
        .ok();
    let expected = json!({
        "CodeDeliveryDetails": { "AttributeName": "phone_number", "DeliveryMedium": "SMS", "Destination": "+*******1234" },
    });
    assert_eq!(resend(&client, "alice").await.ok(), expected);
    client.server().code_for("+15555551234").await;
}

#[tokio::test]
async fn a_confirmed_user_needs_no_code() {
    let client = client().await;
    client.pool.confirmed_user_with("alice", &[("email", "alice@example.com")]).await;
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    resend(&legacy, "alice").await.refused(INVALID, "User is already confirmed.");
    // Other clients get what looks like a code.
    resend(&client, "alice").await.ok();
    assert!(client.server().messages().await.is_empty());
}

#[tokio::test]
async fn without_auto_verification_there_are_no_codes() {
    let off = "Cannot resend codes. Auto verification not turned on.";
    let client = client_of(json!({})).await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    resend(&client, "alice").await.refused(INVALID, off);
}

#[tokio::test]
async fn five_codes_are_sent_an_hour() {
    let client = client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    for _ in 0..5 {
        resend(&client, "alice").await.ok();
    }
    let limit = ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    resend(&client, "alice").await.refused(limit.0, limit.1);
    assert_eq!(client.server().messages().await.len(), 6);
    client.server().advance_seconds(3_600);
    resend(&client, "alice").await.ok();
    // Unknown users are limited like known ones.
    for _ in 0..5 {
        resend(&client, "nobody").await.ok();
    }
    resend(&client, "nobody").await.refused(limit.0, limit.1);
}

#[tokio::test]
async fn legacy_clients_report_unknown_and_disabled_users() {
    let client = client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    client.pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    let legacy = client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    resend(&legacy, "nobody")
        .await
        .refused("UserNotFoundException", "Username/client id combination not found.");
    resend(&legacy, "alice").await.refused("NotAuthorizedException", "User is disabled.");
    // Other clients get what looks like a code, for the disabled user too.
    resend(&client, "alice").await.ok();
    assert_eq!(client.server().messages().await.len(), 1);
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let client = client().await.pool.client_with(json!({ "GenerateSecret": true })).await;
    let missing =
        format!("Client {} is configured for secret but secret was not received", client.id);
    resend(&client, "alice").await.refused("NotAuthorizedException", &missing);
    let body = json!({ "Username": "alice", "SecretHash": "d3Jvbmc=" });
    let wrong = format!("Unable to verify secret hash for client {}", client.id);
    client.call("ResendConfirmationCode", body).await.refused("NotAuthorizedException", &wrong);
}

#[tokio::test]
async fn an_unknown_client_is_named() {
    let body = json!({ "ClientId": "unknown", "Username": "alice" });
    let answer = TestServer::start().call("ResendConfirmationCode", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}
