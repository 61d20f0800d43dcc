use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{PASSWORD, TestClient, TestServer, redacted};

use crate::bearer::every_attribute;

const INVALID: &str = "InvalidParameterException";

async fn client_of(settings: Value) -> TestClient {
    TestServer::start().pool_with(settings).await.client().await
}

#[tokio::test]
async fn answers_with_the_sub_and_no_code_without_auto_verification() {
    let client = client_of(json!({})).await;
    let answer = client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    assert_eq!(redacted(&answer, &[]), json!({ "UserConfirmed": false, "UserSub": "<uuid>" }));
    let user = client.pool.user("alice").await;
    let now = 1_772_600_767.089;
    let expected = json!({
        "Username": "alice",
        "UserAttributes": [
            { "Name": "sub", "Value": answer["UserSub"] },
            { "Name": "email", "Value": "alice@example.com" },
            { "Name": "email_verified", "Value": "false" },
        ],
        "UserCreateDate": now,
        "UserLastModifiedDate": now,
        "Enabled": true,
        "UserStatus": "UNCONFIRMED",
    });
    assert_eq!(user, expected);
    client.server().deep_doctor().await;
}

/// Also the address that is the name, and one beside it.
#[tokio::test]
async fn every_address_is_unverified_at_first() {
    let client = client_of(json!({ "UsernameAttributes": ["email", "phone_number"] })).await;
    let phone = ("phone_number", "+15555550100");
    let answer = client.sign_up("alice@example.com", &[phone]).await.ok();
    let expected = json!([
        { "Name": "sub", "Value": answer["UserSub"] },
        { "Name": "email", "Value": "alice@example.com" },
        { "Name": "email_verified", "Value": "false" },
        { "Name": "phone_number", "Value": "+15555550100" },
        { "Name": "phone_number_verified", "Value": "false" },
    ]);
    assert_eq!(client.pool.user("alice@example.com").await["UserAttributes"], expected);
}

#[tokio::test]
async fn a_code_goes_to_the_verified_attribute() {
    let client = client_of(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let answer = client.sign_up("alice", &[("email", "fixture@example.com")]).await.ok();
    let expected = json!({
        "UserConfirmed": false,
        "UserSub": "<uuid>",
        "CodeDeliveryDetails": { "AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "f***@e***" },
    });
    assert_eq!(redacted(&answer, &[]), expected);
    let messages = client.server().messages().await;
    assert_eq!(messages.len(), 1);
    let (message, code) =
        (&messages[0].message, client.server().code_for("fixture@example.com").await);
    assert!(code.len() == 6 && code.bytes().all(|c| c.is_ascii_digit()), "{code}");
    assert_eq!(message.body, format!("Your verification code is {code}. "));
    assert_eq!(message.subject.as_deref(), Some("Your verification code"));
    // Without the attribute there is nowhere to send a code.
    let answer = client.sign_up("bob", &[]).await.ok();
    assert_eq!(redacted(&answer, &[]), json!({ "UserConfirmed": false, "UserSub": "<uuid>" }));
}

#[tokio::test]
async fn the_phone_number_comes_first() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" });
    let client = client_of(
        json!({ "AutoVerifiedAttributes": ["email", "phone_number"], "SmsConfiguration": sms }),
    )
    .await;
    let answer = client
        .sign_up("alice", &[("email", "alice@example.com"), ("phone_number", "+15555551234")])
        .await
        .ok();
    let expected = json!({ "AttributeName": "phone_number", "DeliveryMedium": "SMS", "Destination": "+*******1234" });
    assert_eq!(answer["CodeDeliveryDetails"], expected);
    assert_eq!(client.server().messages().await.len(), 1);
}

#[tokio::test]
async fn a_name_can_be_taken_only_once() {
    let client = client_of(json!({})).await;
    client.sign_up("alice", &[]).await.ok();
    client.sign_up("alice", &[]).await.refused("UsernameExistsException", "User already exists");
    client.sign_up("Alice", &[]).await.ok();
    let insensitive =
        client_of(json!({ "UsernameConfiguration": { "CaseSensitive": false } })).await;
    insensitive.sign_up("alice", &[]).await.ok();
    insensitive
        .sign_up("ALICE", &[])
        .await
        .refused("UsernameExistsException", "User already exists");
}

#[tokio::test]
async fn an_address_used_as_a_name_can_be_taken_only_once() {
    let client = client_of(json!({ "UsernameAttributes": ["email", "phone_number"] })).await;
    let answer = client.sign_up("alice@example.com", &[]).await.ok();
    let user = client.pool.user("alice@example.com").await;
    assert_eq!(user["Username"], answer["UserSub"]);
    assert_eq!(user["UserAttributes"][1], json!({ "Name": "email", "Value": "alice@example.com" }));
    let taken = "An account with the given email already exists.";
    client.sign_up("alice@example.com", &[]).await.refused("UsernameExistsException", taken);
    let other = client.sign_up("+15555551234", &[("email", "alice@example.com")]).await;
    other.refused("UsernameExistsException", taken);
    client.sign_up("+15555551234", &[]).await.ok();
    let taken = "An account with the given phone_number already exists.";
    client.sign_up("+15555551234", &[]).await.refused("UsernameExistsException", taken);
}

#[tokio::test]
async fn names_must_be_well_formed() {
    let client = client_of(json!({ "AliasAttributes": ["email", "phone_number"] })).await;
    let text = "Username cannot be of email format, since user pool is configured for email alias.";
    client.sign_up("alice@example.com", &[]).await.refused(INVALID, text);
    let text = "Username cannot be of phone_number format, since user pool is configured for phone_number alias.";
    client.sign_up("+15555551234", &[]).await.refused(INVALID, text);
    for (allowed, text) in [
        (json!(["email", "phone_number"]), "Username should be either an email or a phone number."),
        (json!(["email"]), "Username should be an email."),
        (json!(["phone_number"]), "Username should be a phone number."),
    ] {
        let client = client_of(json!({ "UsernameAttributes": allowed })).await;
        client.sign_up("alice", &[]).await.refused(INVALID, text);
    }
}

#[tokio::test]
async fn the_first_broken_password_rule_is_reported() {
    let client = client_of(json!({})).await;
    for (password, rule) in [
        ("Ab1!", "Password not long enough"),
        ("abcdef1!", "Password must have uppercase characters"),
        ("ABCDEF1!", "Password must have lowercase characters"),
        ("Abcdefg!", "Password must have numeric characters"),
        ("Abcdefg1", "Password must have symbol characters"),
    ] {
        let answer =
            client.call("SignUp", json!({ "Username": "alice", "Password": password })).await;
        answer.refused(
            "InvalidPasswordException",
            &format!("Password did not conform with policy: {rule}"),
        );
    }
    let without = client.call("SignUp", json!({ "Username": "alice" })).await;
    assert_eq!(without.kind(), "InvalidPasswordException", "{without:?}");
    client.call("SignUp", json!({ "Username": "alice", "Password": "With space 1" })).await.ok();
}

#[tokio::test]
async fn attributes_must_conform_to_the_schema() {
    let schema = json!([
        { "Name": "email", "AttributeDataType": "String", "Required": true },
        { "Name": "name", "AttributeDataType": "String", "Required": true },
        { "Name": "level", "AttributeDataType": "Number", "Mutable": true, "NumberAttributeConstraints": { "MaxValue": "9" } },
    ]);
    let pool = every_attribute().pool_with(json!({ "Schema": schema })).await;
    let client = pool.client().await;
    let required = [("email", "alice@example.com"), ("name", "Alice")];
    let with = |more: (&'static str, &'static str)| {
        client_sign_up(&client, [&required[..], &[more]].concat())
    };
    with(("custom:level", "9")).await.ok();
    for (attribute, text) in [
        (
            ("custom:none", "x"),
            "Attributes did not conform to the schema: Type for attribute {custom:none} could not be determined",
        ),
        (("email", "nonsense"), "Invalid email address format."),
        (("phone_number", "12"), "Invalid phone number format."),
    ] {
        with(attribute).await.refused(INVALID, text);
    }
    for attribute in
        [("custom:level", "10"), ("custom:level", "x"), ("birthdate", "1"), ("updated_at", "x")]
    {
        assert_eq!(with(attribute).await.kind(), INVALID, "{attribute:?}");
    }
    let one = "Attributes did not conform to the schema: email: The attribute is required";
    let refusal = client.sign_up("bob", &[("name", "Bob")]).await;
    refusal.refused(INVALID, one);
    let name = "Attributes did not conform to the schema: name.formatted: The attribute name.formatted is required";
    client.sign_up("bob", &[("email", "bob@example.com")]).await.refused(INVALID, name);
    let both = "Attributes did not conform to the schema: email: The attribute is required name: The attribute is required";
    client.sign_up("bob", &[]).await.refused(INVALID, both);
}

async fn client_sign_up(client: &TestClient, attributes: Vec<(&str, &str)>) -> testkit::Answer {
    client.sign_up("alice", &attributes).await
}

#[tokio::test]
async fn a_client_writes_only_what_it_is_allowed_to() {
    let pool = TestServer::start().pool().await;
    let client = pool.client_with(json!({ "WriteAttributes": ["email"] })).await;
    let text = "A client attempted to write unauthorized attribute";
    client.sign_up("alice", &[("name", "Alice")]).await.refused("NotAuthorizedException", text);
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    // Even a client that may write everything cannot write what only an administrator vouches for.
    let client = pool.client().await;
    for attribute in [
        ("sub", "x"),
        ("email_verified", "true"),
        ("phone_number_verified", "true"),
        ("identities", "[]"),
    ] {
        let answer = client
            .sign_up(
                "bob",
                &[("email", "bob@example.com"), ("phone_number", "+15555551234"), attribute],
            )
            .await;
        assert!(
            ["NotAuthorizedException", INVALID].contains(&answer.kind()),
            "{attribute:?}: {answer:?}"
        );
    }
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool().await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let text = format!("Client {} is configured for secret but secret was not received", client.id);
    client.sign_up("alice", &[]).await.refused("NotAuthorizedException", &text);
    let body = json!({ "Username": "alice", "Password": PASSWORD, "SecretHash": "wrong" });
    let text = format!("Unable to verify secret hash for client {}", client.id);
    client.call("SignUp", body.clone()).await.refused("NotAuthorizedException", &text);
    let hash = client.secret_hash("alice");
    client.call("SignUp", testkit::merged(body, json!({ "SecretHash": hash }))).await.ok();
}

#[tokio::test]
async fn an_unknown_client_is_not_found() {
    let server = TestServer::start();
    let body = json!({ "ClientId": "1example23456789abcdefghij", "Username": "alice", "Password": PASSWORD });
    let answer = server.call("SignUp", body).await;
    answer.refused(
        "ResourceNotFoundException",
        "User pool client 1example23456789abcdefghij does not exist.",
    );
}

#[tokio::test]
async fn violations_do_not_quote_secrets() {
    let client = client_of(json!({})).await;
    let answer = client
        .call("SignUp", json!({ "Username": "with space", "Password": "p".repeat(257) }))
        .await
        .refusal();
    assert_eq!(answer.kind, INVALID);
    assert!(answer.message.starts_with("2 validation errors detected: "), "{answer}");
    let pattern = "Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: \
                   [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";
    assert!(answer.message.contains(pattern), "{answer}");
    assert!(!answer.message.contains("ppp") && !answer.message.contains("with space"), "{answer}");
}

#[tokio::test]
async fn with_argon2id_no_verifier_is_stored() {
    let server = TestServer::builder().at_rest(AtRest::Argon2id).start();
    let client = server.pool().await.client().await;
    let (answer, work) = server.work_of(client.sign_up("alice", &[])).await;
    answer.ok();
    assert_eq!((work.argon2, work.powers), (1, 0));
}
