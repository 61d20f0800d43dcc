use domain::code::Medium;
use domain::message::MessageKind;
use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestServer};

const INVALID: &str = "InvalidParameterException";
const DENIED: &str = "NotAuthorizedException";
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const NOWHERE: &str =
    "Cannot reset password for the user as there is no registered/verified email or phone_number";
const WRONG_STATE: &str = "User password cannot be reset in the current state.";
const EMAIL: &[(&str, &str)] = &[("email", "alice@example.com"), ("email_verified", "true")];
const BOTH: &[(&str, &str)] = &[
    ("email", "alice@example.com"),
    ("email_verified", "true"),
    ("phone_number", "+15555551234"),
    ("phone_number_verified", "true"),
];

async fn client_of(settings: Value) -> TestClient {
    TestServer::start().pool_with(settings).await.client().await
}

async fn legacy(client: &TestClient) -> TestClient {
    client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await
}

async fn forgot(client: &TestClient, name: &str) -> Answer {
    client.call("ForgotPassword", json!({ "Username": name, "ClientMetadata": { "a": "b" } })).await
}

async fn confirm(client: &TestClient, name: &str, code: &str) -> Answer {
    let body = json!({ "Username": name, "ConfirmationCode": code, "Password": "Another-Horse-2" });
    client.call("ConfirmForgotPassword", body).await
}

fn by_email(destination: &str) -> Value {
    json!({ "CodeDeliveryDetails": { "AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": destination } })
}

fn by_sms(destination: &str) -> Value {
    json!({ "CodeDeliveryDetails": { "AttributeName": "phone_number", "DeliveryMedium": "SMS", "Destination": destination } })
}

fn recovery(mechanisms: &[&str]) -> Value {
    let list: Vec<Value> = mechanisms
        .iter()
        .zip(1..)
        .map(|(name, priority)| json!({ "Name": name, "Priority": priority }))
        .collect();
    json!({ "AccountRecoverySetting": { "RecoveryMechanisms": list } })
}

#[tokio::test]
async fn a_code_goes_to_a_verified_address() {
    let client = client_of(json!({ "AliasAttributes": ["email"] })).await;
    let server = client.server();
    let sub = client.pool.confirmed_user_with("alice", EMAIL).await;
    for name in ["alice", &sub, "alice@example.com"] {
        server.advance_seconds(1);
        assert_eq!(forgot(&client, name).await.ok(), by_email("a***@e***"));
    }
    let sent = server.messages().await;
    assert_eq!(sent.len(), 3);
    let last = &sent[0].message;
    let code = last.code.clone().unwrap();
    assert_eq!(
        (last.kind, last.medium, last.username.as_str()),
        (MessageKind::ForgotPassword, Medium::Email, "alice")
    );
    assert_eq!(last.body, format!("Your verification code is {code}. "));
    // The password keeps working until the code is used.
    client.tokens("alice").await;
    assert_eq!(client.pool.user("alice").await["UserStatus"], "CONFIRMED");
    server.deep_doctor().await;
}

#[tokio::test]
async fn the_setting_decides_where_a_code_goes() {
    for (settings, attributes, expected) in [
        (json!({}), BOTH, by_email("a***@e***")),
        (json!({}), &BOTH[2..], by_sms("+*******1234")),
        (json!({}), EMAIL, by_email("a***@e***")),
        (json!({}), &BOTH[..3], by_email("a***@e***")),
        (recovery(&["verified_email", "verified_phone_number"]), BOTH, by_email("a***@e***")),
        (recovery(&["verified_phone_number", "verified_email"]), BOTH, by_sms("+*******1234")),
        (recovery(&["verified_phone_number", "verified_email"]), EMAIL, by_email("a***@e***")),
    ] {
        let client = client_of(settings.clone()).await;
        client.pool.confirmed_user_with("alice", attributes).await;
        assert_eq!(forgot(&client, "alice").await.ok(), expected, "{settings} {attributes:?}");
        assert_eq!(client.server().messages().await.len(), 1);
    }
    // Listed in the opposite order of their priorities.
    let listed = json!([{ "Name": "verified_phone_number", "Priority": 2 }, { "Name": "verified_email", "Priority": 1 }]);
    let client =
        client_of(json!({ "AccountRecoverySetting": { "RecoveryMechanisms": listed } })).await;
    client.pool.confirmed_user_with("alice", BOTH).await;
    assert_eq!(forgot(&client, "alice").await.ok(), by_email("a***@e***"));
}

#[tokio::test]
async fn without_a_verified_address_there_is_nowhere_to_send() {
    for (settings, attributes) in [
        (json!({}), &EMAIL[..1]),
        (json!({}), &[]),
        (recovery(&["verified_phone_number"]), EMAIL),
        (recovery(&["verified_email"]), &BOTH[2..]),
    ] {
        let client = client_of(settings).await;
        client.pool.confirmed_user_with("alice", attributes).await;
        forgot(&legacy(&client).await, "alice").await.refused(INVALID, NOWHERE);
        // Other clients are given a destination that does not exist.
        forgot(&client, "alice").await.ok();
        assert!(client.server().messages().await.is_empty());
    }
}

#[tokio::test]
async fn legacy_clients_report_why_no_code_is_sent() {
    let client = client_of(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let (pool, legacy) = (&client.pool, legacy(&client).await);
    pool.confirmed_user_with("disabled", EMAIL).await;
    pool.call("AdminDisableUser", json!({ "Username": "disabled" })).await.ok();
    pool.invited_user("invited", EMAIL).await;
    pool.call("AdminDisableUser", json!({ "Username": "invited" })).await.ok();
    client.sign_up("unconfirmed", &EMAIL[..1]).await.ok();
    let sent = client.server().messages().await.len();
    forgot(&legacy, "nobody")
        .await
        .refused("UserNotFoundException", "Username/client id combination not found.");
    forgot(&legacy, "disabled").await.refused(DENIED, "User is disabled.");
    forgot(&legacy, "invited").await.refused(DENIED, "User is disabled.");
    pool.call("AdminEnableUser", json!({ "Username": "invited" })).await.ok();
    forgot(&legacy, "invited").await.refused(DENIED, WRONG_STATE);
    forgot(&legacy, "unconfirmed").await.refused(INVALID, NOWHERE);
    assert_eq!(client.server().messages().await.len(), sent);
}

/// Whoever gets no code is answered like an unknown user, and always the same way.
#[tokio::test]
async fn other_clients_get_a_simulated_destination() {
    let client =
        client_of(json!({ "AutoVerifiedAttributes": ["email"], "AliasAttributes": ["email"] }))
            .await;
    let pool = &client.pool;
    pool.confirmed_user_with("disabled", EMAIL).await;
    pool.call("AdminDisableUser", json!({ "Username": "disabled" })).await.ok();
    pool.invited_user("invited", &[("email", "invited@example.com"), ("email_verified", "true")])
        .await;
    pool.confirmed_user("unreachable").await;
    client.sign_up("unconfirmed", &EMAIL[..1]).await.ok();
    let sent = client.server().messages().await.len();
    for name in ["nobody", "disabled", "invited", "unreachable", "unconfirmed"] {
        let answer = forgot(&client, name).await.ok();
        let details = &answer["CodeDeliveryDetails"];
        assert_eq!(
            (&details["DeliveryMedium"], &details["AttributeName"]),
            (&json!("EMAIL"), &json!("email"))
        );
        let destination = details["Destination"].as_str().unwrap();
        assert!(destination.len() == 9 && destination.contains("***@"), "{destination}");
        assert_eq!(forgot(&client, name).await.ok(), answer, "{name}");
    }
    assert_eq!(forgot(&client, "nobody@example.com").await.ok(), by_email("n***@e***"));
    assert_eq!(forgot(&client, "+15555550100").await.ok(), by_sms("+*******0100"));
    assert_eq!(client.server().messages().await.len(), sent);
    client.server().deep_doctor().await;
}

/// A simulated destination is one that the pool could have sent to.
#[tokio::test]
async fn a_simulated_destination_follows_the_recovery_setting() {
    let client = client_of(recovery(&["verified_email"])).await;
    let by_phone = client_of(recovery(&["verified_phone_number"])).await;
    for name in ["nobody", "+15555550100", "nobody@example.com"] {
        assert_eq!(
            forgot(&client, name).await.ok()["CodeDeliveryDetails"]["DeliveryMedium"],
            "EMAIL",
            "{name}"
        );
        let answer = forgot(&by_phone, name).await.ok();
        assert_eq!(answer["CodeDeliveryDetails"]["DeliveryMedium"], "SMS", "{name}");
        let destination = answer["CodeDeliveryDetails"]["Destination"].as_str().unwrap();
        assert!(destination.len() == 12 && destination.starts_with("+*******"), "{destination}");
    }
}

/// By default both kinds of address recover an account; a made-up destination is of the kind that
/// users of the pool usually have.
#[tokio::test]
async fn a_simulated_destination_is_of_the_kind_that_is_verified() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" });
    let phones = json!({ "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": sms });
    let both =
        json!({ "AutoVerifiedAttributes": ["phone_number", "email"], "SmsConfiguration": sms });
    for (settings, medium) in [(json!({}), "EMAIL"), (phones, "SMS"), (both, "EMAIL")] {
        let answer = forgot(&client_of(settings.clone()).await, "nobody").await.ok();
        assert_eq!(answer["CodeDeliveryDetails"]["DeliveryMedium"], medium, "{settings}");
    }
}

#[tokio::test]
async fn with_recovery_by_administrators_only_no_user_gets_a_code() {
    let client = client_of(recovery(&["admin_only"])).await;
    client.pool.confirmed_user_with("alice", EMAIL).await;
    for client in [&client, &legacy(&client).await] {
        for name in ["alice", "nobody"] {
            forgot(client, name).await.refused(DENIED, "Contact administrator to reset password.");
        }
    }
    assert!(client.server().messages().await.is_empty());
}

#[tokio::test]
async fn a_new_code_replaces_the_old_one() {
    let client = client_of(json!({})).await;
    let server = client.server();
    client.pool.confirmed_user_with("alice", EMAIL).await;
    forgot(&client, "alice").await.ok();
    let first = server.code_for("alice@example.com").await;
    server.advance_seconds(3_000);
    forgot(&client, "alice").await.ok();
    let second = server.code_for("alice@example.com").await;
    assert_ne!(first, second);
    // The hour starts again.
    server.advance_seconds(3_000);
    let wrong = "Invalid verification code provided, please try again.";
    confirm(&client, "alice", &first).await.refused("CodeMismatchException", wrong);
    confirm(&client, "alice", &second).await.ok();
}

/// Requests for codes and attempts at them are counted together, for unknown users as for known
/// ones.
#[tokio::test]
async fn twenty_calls_are_allowed_an_hour() {
    let client = client_of(json!({ "AliasAttributes": ["email"] })).await;
    let sub = client.pool.confirmed_user_with("alice", EMAIL).await;
    for names in [["alice", "alice@example.com", &sub], ["nobody"; 3]] {
        for number in 0..10 {
            forgot(&client, names[number % 3]).await.ok();
            assert_eq!(
                confirm(&client, names[number % 3], "000000").await.kind(),
                "CodeMismatchException"
            );
        }
        for name in names {
            forgot(&client, name).await.refused(LIMIT.0, LIMIT.1);
            confirm(&client, name, "000000").await.refused(LIMIT.0, LIMIT.1);
        }
    }
    assert_eq!(client.server().messages().await.len(), 10);
    client.server().advance_seconds(3_600);
    forgot(&client, "alice").await.ok();
    forgot(&client, "nobody").await.ok();
}

#[tokio::test]
async fn a_trigger_that_cannot_run_sends_nothing() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let client = client_of(json!({ "LambdaConfig": { "CustomMessage": arn } })).await;
    client.pool.confirmed_user_with("alice", EMAIL).await;
    let text = "CustomMessage invocation failed due to error not supported by this server.";
    for name in ["alice", "nobody"] {
        forgot(&client, name).await.refused("UnexpectedLambdaException", text);
    }
    assert!(client.server().messages().await.is_empty());
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let client =
        client_of(json!({})).await.pool.client_with(json!({ "GenerateSecret": true })).await;
    client.pool.confirmed_user_with("alice", EMAIL).await;
    let missing =
        format!("Client {} is configured for secret but secret was not received", client.id);
    forgot(&client, "alice").await.refused(DENIED, &missing);
    let ask = |hash: String| {
        client.call("ForgotPassword", json!({ "Username": "alice", "SecretHash": hash }))
    };
    let wrong = format!("Unable to verify secret hash for client {}", client.id);
    ask(client.secret_hash("bob")).await.refused(DENIED, &wrong);
    ask(client.secret_hash("alice")).await.ok();
    client.password("alice", PASSWORD).await.refused(DENIED, &missing);
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = client_of(json!({})).await;
    let at = "1 validation error detected: Value at 'username' failed to satisfy constraint: Member must";
    client.call("ForgotPassword", json!({})).await.refused(INVALID, &format!("{at} not be null"));
    forgot(&client, &"a".repeat(128)).await.ok();
    let long = format!("{at} have length less than or equal to 128");
    forgot(&client, &"a".repeat(129)).await.refused(INVALID, &long);
    let body = json!({ "ClientId": "unknown", "Username": "alice" });
    let answer = client.server().call("ForgotPassword", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}
