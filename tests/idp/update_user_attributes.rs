use serde_json::{Value, json};
use testkit::TestServer;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, NO_CUSTOM_MESSAGE, UNVERIFIED, VERIFIED, aliases,
    custom_message, emailed, every_attribute, held_back, list, overtaken_each_time,
    require_token_errors,
};

const OPERATION: &str = "UpdateUserAttributes";
const INVALID: &str = "InvalidParameterException";
const PHONE: &str = "+15555550123";
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const TAKEN: (&str, &str) =
    ("AliasExistsException", "An account with the given email already exists.");

fn sent(details: &[Value]) -> Value {
    json!({ "CodeDeliveryDetailsList": details })
}

#[tokio::test]
async fn sets_and_removes_attributes() {
    let schema = json!([{ "Name": "team", "AttributeDataType": "String", "Mutable": true }]);
    let bearer = Bearer::at(
        &every_attribute(),
        json!({ "Schema": schema }),
        &[EMAIL, ("name", "Alice"), ("locale", "en")],
    )
    .await;
    bearer.server.advance_seconds(59);
    let answer =
        bearer.update(&[("name", "Ally"), ("locale", ""), ("custom:team", "red"), EMAIL]).await;
    assert_eq!(answer.ok(), sent(&[]));
    bearer.require_attributes(&[EMAIL, ("name", "Ally"), ("custom:team", "red")]).await;
    assert_eq!(bearer.pool.user("alice").await["UserLastModifiedDate"], 1_772_600_827.089);
    assert_eq!(bearer.update(&[]).await.ok(), sent(&[]));
    let id = testkit::Jwt::decode(&bearer.client.tokens("alice").await.id);
    assert_eq!(id.text("name"), "Ally");
    bearer.server.deep_doctor().await;
}

/// The user has the new address at once, but it is unverified and does not sign in until its code
/// comes back.
#[tokio::test]
async fn a_new_address_is_stored_and_sent_a_code() {
    let bearer = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
    assert!(bearer.signs_in_by(EMAIL.1).await);
    assert_eq!(bearer.update(&[NEW_EMAIL]).await.ok(), sent(&[emailed("n***@e***")]));
    bearer.require_attributes(&[NEW_EMAIL, UNVERIFIED]).await;
    assert!(!bearer.signs_in_by(EMAIL.1).await && !bearer.signs_in_by(NEW).await);
    let messages = bearer.server.messages().await;
    let message = &messages[0].message;
    assert_eq!(
        (messages.len(), message.kind.as_str(), message.destination.as_str()),
        (1, "UpdateUserAttribute", NEW)
    );
    bearer.server.deep_doctor().await;
    bearer.verify("email", &bearer.code(NEW).await).await.ok();
    bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
    assert!(!bearer.signs_in_by(EMAIL.1).await && bearer.signs_in_by(NEW).await);
    bearer.server.deep_doctor().await;
}

#[tokio::test]
async fn an_address_that_the_pool_does_not_verify_is_sent_no_code() {
    let bearer = Bearer::with(json!({ "AliasAttributes": ["email"] }), &[EMAIL, VERIFIED]).await;
    assert_eq!(bearer.update(&[NEW_EMAIL]).await.ok(), sent(&[]));
    bearer.require_attributes(&[NEW_EMAIL, UNVERIFIED]).await;
    assert!(bearer.server.messages().await.is_empty());
    bearer.server.deep_doctor().await;
}

/// Where a new address must be verified first, the old one stays verified and in use.
#[tokio::test]
async fn a_held_address_waits_for_its_code() {
    let bearer = Bearer::with(held_back(), &[EMAIL, VERIFIED]).await;
    let answer = bearer.update(&[NEW_EMAIL, ("name", "Ally")]).await;
    assert_eq!(answer.ok(), sent(&[emailed("n***@e***")]));
    bearer.require_attributes(&[EMAIL, VERIFIED, ("name", "Ally")]).await;
    assert!(bearer.signs_in_by(EMAIL.1).await && !bearer.signs_in_by(NEW).await);
    bearer.server.deep_doctor().await;
    bearer.verify("email", &bearer.code(NEW).await).await.ok();
    bearer.require_attributes(&[NEW_EMAIL, VERIFIED, ("name", "Ally")]).await;
    assert!(!bearer.signs_in_by(EMAIL.1).await && bearer.signs_in_by(NEW).await);
    bearer.server.deep_doctor().await;
    // The old address is released: others can have it.
    Bearer::at_client(&bearer.client, "bob", &[EMAIL, VERIFIED]).await;
}

/// A waiting address can be read only in the message sent to it.
#[tokio::test]
async fn a_held_address_is_sealed() {
    let bearer = Bearer::with(held_back(), &[EMAIL, VERIFIED]).await;
    bearer.update(&[NEW_EMAIL]).await.ok();
    let stolen = bearer.server.stolen().await;
    let holds = |text: &str| stolen.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(EMAIL.1) && !holds(NEW));
}

#[tokio::test]
async fn a_later_change_replaces_the_waiting_one() {
    let other = ("email", "other@example.net");
    for settings in [held_back(), aliases()] {
        let bearer = Bearer::with(settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let first = bearer.code(NEW).await;
        bearer.update(&[other]).await.ok();
        bearer.verify("email", &first).await.refused(WRONG.0, WRONG.1);
        let second = bearer.code(other.1).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        bearer.verify("email", &second).await.refused(WRONG.0, WRONG.1);
        // The address is the same as before, its code is not.
        bearer.verify("email", &first).await.refused(WRONG.0, WRONG.1);
        bearer.verify("email", &bearer.code(NEW).await).await.ok();
        bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
        bearer.server.deep_doctor().await;
    }
}

/// A profile is often sent as a whole: the same address again is not a change, and a code already
/// sent stays valid.
#[tokio::test]
async fn the_same_address_changes_nothing() {
    let bearer = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
    assert_eq!(bearer.update(&[EMAIL]).await.ok(), sent(&[]));
    bearer.require_attributes(&[EMAIL, VERIFIED]).await;
    bearer.update(&[NEW_EMAIL]).await.ok();
    assert_eq!(bearer.update(&[NEW_EMAIL, ("name", "Ally")]).await.ok(), sent(&[]));
    bearer.verify("email", &bearer.code(NEW).await).await.ok();
    bearer.require_attributes(&[NEW_EMAIL, VERIFIED, ("name", "Ally")]).await;
}

/// Setting the current address again cancels the waiting change.
#[tokio::test]
async fn a_waiting_change_can_be_cancelled() {
    let bearer = Bearer::with(held_back(), &[EMAIL, VERIFIED]).await;
    bearer.update(&[NEW_EMAIL]).await.ok();
    let code = bearer.code(NEW).await;
    assert_eq!(bearer.update(&[EMAIL]).await.ok(), sent(&[]));
    bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.require_attributes(&[EMAIL, VERIFIED]).await;
}

/// Access to the phone must not also verify the email address.
#[tokio::test]
async fn each_address_has_its_own_code() {
    let bearer = Bearer::with(held_back(), &[]).await;
    let by_sms = json!({ "AttributeName": "phone_number", "DeliveryMedium": "SMS", "Destination": "+*******0123" });
    let answer = bearer.update(&[NEW_EMAIL, ("phone_number", PHONE)]).await.ok();
    assert_eq!(answer, sent(&[by_sms, emailed("n***@e***")]));
    bearer.require_attributes(&[]).await;
    let (phone_code, code) = (bearer.code(PHONE).await, bearer.code(NEW).await);
    assert_ne!(phone_code, code);
    bearer.verify("email", &phone_code).await.refused(WRONG.0, WRONG.1);
    bearer.verify("phone_number", &phone_code).await.ok();
    bearer.require_attributes(&[("phone_number", PHONE), ("phone_number_verified", "true")]).await;
    bearer.verify("email", &code).await.ok();
    assert!(bearer.signs_in_by(PHONE).await && bearer.signs_in_by(NEW).await);
    bearer.server.deep_doctor().await;
}

#[tokio::test]
async fn attributes_that_the_user_may_not_write_are_refused() {
    let schema = json!([
        { "Name": "fixed", "AttributeDataType": "String", "Mutable": false },
        { "Name": "inner", "AttributeDataType": "String", "Mutable": true, "DeveloperOnlyAttribute": true },
        { "Name": "email", "AttributeDataType": "String", "Mutable": true, "Required": true },
    ]);
    let bearer = Bearer::at(
        &every_attribute(),
        json!({ "Schema": schema }),
        &[EMAIL, ("dev:custom:inner", "1")],
    )
    .await;
    for name in ["sub", "email_verified", "phone_number_verified", "identities"] {
        bearer
            .update(&[(name, "true")])
            .await
            .refused(INVALID, &format!("Cannot modify the non-mutable attribute {name}"));
    }
    let fixed = "user.custom:fixed: Attribute cannot be updated. (changing an immutable attribute)";
    let required = "Attributes did not conform to the schema: email: The attribute is required";
    for (name, value, text) in [
        ("custom:fixed", "x", fixed),
        ("custom:other", "x", "user.custom:other: Attribute does not exist in the schema."),
        ("email", "x", "Invalid email address format."),
        ("phone_number", "1", "Invalid phone number format."),
        ("email", "", required),
        ("updated_at", "x", "user.updated_at: Attribute value is not a number."),
    ] {
        bearer.update(&[("name", "Eve"), (name, value)]).await.refused(INVALID, text);
    }
    let null = bearer.call(OPERATION, json!({ "UserAttributes": [{ "Name": "name" }] })).await;
    null.refused(INVALID, "Attribute value for name must not be null");
    let unauthorized =
        ("NotAuthorizedException", "A client attempted to write unauthorized attribute");
    for name in ["dev:custom:inner", "dev:inner"] {
        bearer.update(&[(name, "2")]).await.refused(unauthorized.0, unauthorized.1);
    }
    let some = bearer.pool.client_with(json!({ "WriteAttributes": ["name", "email"] })).await;
    let body = |name: &str| json!({ "UserAttributes": list(&[("name", "Ally"), (name, "x")]) });
    let bearer = Bearer { access: some.tokens("alice").await.access, ..bearer };
    bearer.call(OPERATION, body("locale")).await.refused(unauthorized.0, unauthorized.1);
    bearer.require_attributes(&[EMAIL, ("dev:custom:inner", "1")]).await;
    bearer.call(OPERATION, body("name")).await.ok();
    bearer.require_attributes(&[EMAIL, ("dev:custom:inner", "1"), ("name", "x")]).await;
}

#[tokio::test]
async fn a_preferred_username_can_be_changed() {
    let server = TestServer::start();
    let settings = json!({ "AliasAttributes": ["email", "preferred_username"] });
    let bearer = Bearer::at(&server, settings, &[("preferred_username", "ally")]).await;
    let bob = Bearer::at_client(&bearer.client, "bob", &[("preferred_username", "bobby")]).await;
    bearer.update(&[("preferred_username", "al")]).await.ok();
    assert!(bearer.signs_in_by("al").await && !bearer.signs_in_by("ally").await);
    let taken =
        ("AliasExistsException", "An account with the given preferred_username already exists.");
    for name in ["bobby", "bob", &bob.sub, &bob.sub.to_uppercase()] {
        bearer
            .update(&[("preferred_username", name), ("name", "Eve")])
            .await
            .refused(taken.0, taken.1);
    }
    let form = "Username cannot be of email format, since user pool is configured for email alias.";
    bearer.update(&[("preferred_username", "bob@example.com")]).await.refused(INVALID, form);
    bearer.require_attributes(&[("preferred_username", "al")]).await;
    // A released name is free, and the user's own names are no obstacle.
    bob.update(&[("preferred_username", "ally")]).await.ok();
    assert!(bob.signs_in_by("ally").await && !bob.signs_in_by("bobby").await);
    bearer.update(&[("preferred_username", "alice")]).await.ok();
    bearer.update(&[("preferred_username", &bearer.sub)]).await.ok();
    bearer.update(&[("preferred_username", "")]).await.ok();
    assert!(bearer.signs_in_by("alice").await && !bearer.signs_in_by("al").await);
    server.deep_doctor().await;
}

/// Where the address is the username, the new one signs in at once and nobody else can hold it.
#[tokio::test]
async fn a_username_attribute_changes_at_once() {
    let settings = json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let server = TestServer::start();
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let bearer = Bearer::at_client(&client, EMAIL.1, &[]).await;
    Bearer::at_client(&client, "bob@example.com", &[]).await;
    bearer.update(&[("email", "bob@example.com")]).await.refused(TAKEN.0, TAKEN.1);
    bearer.require_attributes(&[EMAIL]).await;
    assert_eq!(bearer.update(&[NEW_EMAIL]).await.ok(), sent(&[emailed("n***@e***")]));
    bearer.require_attributes(&[NEW_EMAIL, UNVERIFIED]).await;
    assert!(bearer.signs_in_by(NEW).await && !bearer.signs_in_by(EMAIL.1).await);
    server.deep_doctor().await;
    client.sign_up(EMAIL.1, &[]).await.ok();
}

/// Where it must be verified first, nobody is sent a code for another user's name.
#[tokio::test]
async fn a_held_username_attribute_must_not_be_another_users() {
    let held = json!({ "AttributesRequireVerificationBeforeUpdate": ["email"] });
    let settings = json!({
        "UsernameAttributes": ["email"],
        "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": held,
    });
    let server = TestServer::start();
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let bearer = Bearer::at_client(&client, EMAIL.1, &[]).await;
    Bearer::at_client(&client, "bob@example.com", &[]).await;
    bearer.update(&[("email", "bob@example.com")]).await.refused(TAKEN.0, TAKEN.1);
    assert!(server.messages().await.is_empty());
    bearer.update(&[NEW_EMAIL]).await.ok();
    assert!(bearer.signs_in_by(EMAIL.1).await && !bearer.signs_in_by(NEW).await);
    // It is free until it is verified: here another user is faster.
    client.sign_up(NEW, &[]).await.ok();
    bearer.verify("email", &bearer.code(NEW).await).await.refusal();
    bearer.require_attributes(&[EMAIL]).await;
    server.deep_doctor().await;
}

/// Each new address is sent a code: five an hour, together with those that the user asks for.
/// Changes without a code are not counted.
#[tokio::test]
async fn five_codes_are_sent_an_hour() {
    let mut bearer = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
    for number in 0..2 {
        bearer.update(&[("email", &format!("new-{number}@example.org"))]).await.ok();
    }
    bearer.request_code("email").await.ok();
    let too_many =
        ("TooManyRequestsException", "Attempt limit exceeded, please try after some time.");
    bearer.update(&[NEW_EMAIL, ("phone_number", PHONE)]).await.ok();
    bearer
        .update(&[("email", "more@example.org"), ("name", "Ally")])
        .await
        .refused(too_many.0, too_many.1);
    bearer
        .require_attributes(&[
            NEW_EMAIL,
            UNVERIFIED,
            ("phone_number", PHONE),
            ("phone_number_verified", "false"),
        ])
        .await;
    assert_eq!(bearer.server.messages().await.len(), 5);
    for number in 0..10 {
        bearer.update(&[("name", &format!("Ally {number}"))]).await.ok();
    }
    bearer.server.advance_seconds(3_600);
    bearer.sign_in_again().await;
    bearer.update(&[("email", "more@example.org")]).await.ok();
}

#[tokio::test]
async fn a_message_with_a_custom_message_trigger_is_refused() {
    for settings in [aliases(), held_back()] {
        let bearer =
            Bearer::with(testkit::merged(settings, custom_message()), &[EMAIL, VERIFIED]).await;
        let answer = bearer.update(&[NEW_EMAIL, ("name", "Ally")]).await;
        answer.refused("UnexpectedLambdaException", NO_CUSTOM_MESSAGE);
        bearer.require_attributes(&[EMAIL, VERIFIED]).await;
        assert!(bearer.server.messages().await.is_empty());
        // The trigger has no say where no message is sent.
        bearer.update(&[("name", "Ally")]).await.ok();
    }
}

#[tokio::test]
async fn the_token_is_checked() {
    let kinds = [
        "NotAuthorizedException",
        "UserNotConfirmedException",
        "PasswordResetRequiredException",
        "ResourceNotFoundException",
        "UserNotFoundException",
    ];
    require_token_errors(OPERATION, json!({ "UserAttributes": [] }), kinds).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer =
        overtaken_each_time(
            |bearer| async move { bearer.update(&[("name", "Ally"), NEW_EMAIL]).await },
        )
        .await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
