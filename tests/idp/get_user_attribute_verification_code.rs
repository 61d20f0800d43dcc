use serde_json::json;
use testkit::merged;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, NO_CUSTOM_MESSAGE, VERIFIED, aliases, custom_message, emailed,
    held_back, overtaken_each_time, require_token_errors,
};

const INVALID: &str = "InvalidParameterException";

#[tokio::test]
async fn sends_a_code_that_replaces_an_earlier_one() {
    let phone = "+15555550123";
    // It makes no difference whether the pool sends codes by itself.
    for settings in [json!({}), aliases()] {
        let bearer = Bearer::with(settings, &[EMAIL, ("phone_number", phone)]).await;
        let expected = json!({ "CodeDeliveryDetails": emailed("a***@e***") });
        assert_eq!(bearer.request_code("email").await.ok(), expected);
        let first = bearer.code(EMAIL.1).await;
        assert_eq!(bearer.request_code("email").await.ok(), expected);
        let messages = bearer.server.messages().await;
        let second = messages[0].message.code.clone().unwrap();
        assert_eq!((messages.len(), messages[0].message.kind.as_str()), (2, "VerifyUserAttribute"));
        assert_eq!(messages[0].message.body, format!("Your verification code is {second}. "));
        let expected = json!({ "AttributeName": "phone_number", "DeliveryMedium": "SMS", "Destination": "+*******0123" });
        assert_eq!(
            bearer.request_code("phone_number").await.ok(),
            json!({ "CodeDeliveryDetails": expected })
        );
        if first != second {
            let wrong = "Invalid verification code provided, please try again.";
            bearer.verify("email", &first).await.refused("CodeMismatchException", wrong);
        }
        bearer.verify("email", &second).await.ok();
        bearer.verify("phone_number", &bearer.code(phone).await).await.ok();
        bearer
            .require_attributes(&[
                EMAIL,
                VERIFIED,
                ("phone_number", phone),
                ("phone_number_verified", "true"),
            ])
            .await;
        bearer.server.deep_doctor().await;
    }
}

#[tokio::test]
async fn a_verified_address_may_be_verified_again() {
    let bearer = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
    bearer.request_code("email").await.ok();
    bearer.require_attributes(&[EMAIL, VERIFIED]).await;
    bearer.verify("email", &bearer.code(EMAIL.1).await).await.ok();
    assert!(bearer.signs_in_by(EMAIL.1).await);
}

/// The waiting address is the one to verify, and keeps waiting.
#[tokio::test]
async fn the_code_goes_to_the_waiting_address() {
    for own in [vec![EMAIL, VERIFIED], vec![]] {
        let bearer = Bearer::with(held_back(), &own).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let first = bearer.code(NEW).await;
        assert_eq!(
            bearer.request_code("email").await.ok(),
            json!({ "CodeDeliveryDetails": emailed("n***@e***") })
        );
        let second = bearer.code(NEW).await;
        assert_ne!(first, second);
        bearer.require_attributes(&own).await;
        bearer.verify("email", &second).await.ok();
        bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
        assert_eq!(bearer.server.messages().await.len(), 2);
    }
}

#[tokio::test]
async fn attributes_that_cannot_be_verified_are_refused() {
    let bearer = Bearer::with(aliases(), &[EMAIL, ("name", "Alice")]).await;
    for name in ["name", "sub", "preferred_username", "email_verified", "EMAIL", "custom:other"] {
        bearer
            .request_code(name)
            .await
            .refused(INVALID, "Only the attributes email and phone_number can be verified.");
    }
    let none = "User has no phone_number that a verification code could be sent to.";
    bearer.request_code("phone_number").await.refused(INVALID, none);
    assert!(bearer.server.messages().await.is_empty());
}

#[tokio::test]
async fn five_codes_are_sent_an_hour() {
    let mut bearer = Bearer::with(aliases(), &[EMAIL]).await;
    for _ in 0..5 {
        bearer.request_code("email").await.ok();
    }
    let limit = ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    bearer.request_code("email").await.refused(limit.0, limit.1);
    assert_eq!(bearer.server.messages().await.len(), 5);
    // The last code stays valid.
    bearer.server.advance_seconds(3_594);
    bearer.sign_in_again().await;
    bearer.request_code("email").await.ok();
    // Other users are not affected by the limit.
    let bob = Bearer::at_client(&bearer.client, "bob", &[EMAIL]).await;
    bob.request_code("email").await.ok();
}

#[tokio::test]
async fn a_message_with_a_custom_message_trigger_is_refused() {
    let bearer = Bearer::with(merged(aliases(), custom_message()), &[EMAIL]).await;
    bearer.request_code("email").await.refused("UnexpectedLambdaException", NO_CUSTOM_MESSAGE);
    assert!(bearer.server.messages().await.is_empty());
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
    require_token_errors(
        "GetUserAttributeVerificationCode",
        json!({ "AttributeName": "email" }),
        kinds,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer =
        overtaken_each_time(|bearer| async move { bearer.request_code("email").await }).await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
