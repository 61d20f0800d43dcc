use serde_json::json;
use testkit::merged;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, NO_CUSTOM_MESSAGE, UNVERIFIED, VERIFIED, aliases,
    custom_message, held_back, list, overtaken_each_time,
};

const INVALID: &str = "InvalidParameterException";
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const TAKEN: (&str, &str) =
    ("AliasExistsException", "An account with the given email already exists.");

#[tokio::test]
async fn sets_and_removes_attributes() {
    let schema = json!([{ "Name": "inner", "AttributeDataType": "String", "Mutable": true, "DeveloperOnlyAttribute": true }]);
    let bearer =
        Bearer::with(json!({ "Schema": schema }), &[EMAIL, ("name", "Alice"), ("locale", "en")])
            .await;
    bearer.server.advance_seconds(59);
    let answer = bearer.admin_update(&[("name", "Ally"), ("locale", ""), ("dev:inner", "1")]).await;
    assert_eq!(answer.ok(), json!({}));
    bearer.require_attributes(&[EMAIL, ("name", "Ally"), ("dev:custom:inner", "1")]).await;
    assert_eq!(bearer.pool.user("alice").await["UserLastModifiedDate"], 1_772_600_827.089);
    bearer.server.deep_doctor().await;
}

/// When the request does not vouch for the address, the rule is that of a change by the user. One that
/// says that the address is not verified takes the mark of the old one too.
#[tokio::test]
async fn a_new_address_must_be_verified() {
    for flag in [None, Some(UNVERIFIED)] {
        let change: Vec<_> = [Some(NEW_EMAIL), flag].into_iter().flatten().collect();
        let at_once = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
        assert_eq!(at_once.admin_update(&change).await.ok(), json!({}));
        at_once.require_attributes(&[NEW_EMAIL, UNVERIFIED]).await;
        assert!(!at_once.signs_in_by(EMAIL.1).await && !at_once.signs_in_by(NEW).await);
        let held = Bearer::with(held_back(), &[EMAIL, VERIFIED]).await;
        held.admin_update(&change).await.ok();
        held.require_attributes(&[EMAIL, flag.unwrap_or(VERIFIED)]).await;
        assert_eq!(held.signs_in_by(EMAIL.1).await, flag.is_none());
        for bearer in [at_once, held] {
            let messages = bearer.server.messages().await;
            assert_eq!(
                (messages.len(), messages[0].message.kind.as_str()),
                (1, "UpdateUserAttribute")
            );
            bearer.verify("email", &bearer.code(NEW).await).await.ok();
            bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
            assert!(bearer.signs_in_by(NEW).await && !bearer.signs_in_by(EMAIL.1).await);
            bearer.server.deep_doctor().await;
        }
    }
}

#[tokio::test]
async fn an_administrator_can_vouch_for_an_address() {
    for settings in [aliases(), held_back()] {
        let bearer = Bearer::with(settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[("email", "other@example.net")]).await.ok();
        let code = bearer.code("other@example.net").await;
        bearer.admin_update(&[NEW_EMAIL, VERIFIED]).await.ok();
        bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
        assert!(bearer.signs_in_by(NEW).await && !bearer.signs_in_by(EMAIL.1).await);
        // The waiting change is forgotten.
        bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
        assert_eq!(bearer.server.messages().await.len(), 1);
        bearer.server.deep_doctor().await;
    }
}

#[tokio::test]
async fn a_flag_alone_moves_the_alias() {
    let bearer = Bearer::with(aliases(), &[EMAIL]).await;
    bearer.admin_update(&[VERIFIED]).await.ok();
    assert!(bearer.signs_in_by(EMAIL.1).await);
    let bob = Bearer::at_client(&bearer.client, "bob", &[EMAIL]).await;
    bob.admin_update(&[VERIFIED, ("name", "Bob")]).await.refused(TAKEN.0, TAKEN.1);
    bob.require_attributes(&[EMAIL]).await;
    bearer.admin_update(&[UNVERIFIED]).await.ok();
    assert!(!bearer.signs_in_by(EMAIL.1).await);
    bob.admin_update(&[VERIFIED]).await.ok();
    assert!(bob.signs_in_by(EMAIL.1).await);
    bearer.admin_update(&[VERIFIED]).await.refused(TAKEN.0, TAKEN.1);
    bearer.server.deep_doctor().await;
}

#[tokio::test]
async fn names_of_other_users_are_refused() {
    let settings = json!({ "AliasAttributes": ["preferred_username"], "UsernameConfiguration": { "CaseSensitive": false } });
    let bearer = Bearer::with(settings, &[]).await;
    let bob = Bearer::at_client(&bearer.client, "bob", &[("preferred_username", "bobby")]).await;
    let taken = "An account with the given preferred_username already exists.";
    for name in ["BOBBY", "Bob", &bob.sub] {
        bearer
            .admin_update(&[("preferred_username", name)])
            .await
            .refused("AliasExistsException", taken);
    }
    bearer.require_attributes(&[]).await;
    let by_name = json!({ "UsernameAttributes": ["email"] });
    let pool = bearer.server.pool_with(by_name).await;
    let client = pool.client().await;
    let alice = Bearer::at_client(&client, EMAIL.1, &[]).await;
    Bearer::at_client(&client, NEW, &[]).await;
    alice.admin_update(&[NEW_EMAIL]).await.refused(TAKEN.0, TAKEN.1);
    alice.admin_update(&[("email", "Other@example.com")]).await.ok();
    assert!(alice.signs_in_by("Other@example.com").await && !alice.signs_in_by(EMAIL.1).await);
    bearer.server.deep_doctor().await;
}

/// The preferred username of a user who never signed in is not a sign-in name yet. It becomes one
/// with the user's first permanent password.
#[tokio::test]
async fn a_preferred_username_waits_for_confirmation() {
    let bearer = Bearer::with(
        json!({ "AliasAttributes": ["preferred_username"] }),
        &[("preferred_username", "ally")],
    )
    .await;
    bearer.pool.invited_user("bob", &[]).await;
    let body =
        json!({ "Username": "bob", "UserAttributes": list(&[("preferred_username", "ally")]) });
    bearer.pool.call("AdminUpdateUserAttributes", body.clone()).await.ok();
    assert!(bearer.signs_in_by("ally").await);
    let password = json!({ "Username": "bob", "Password": testkit::PASSWORD, "Permanent": true });
    bearer.pool.call("AdminSetUserPassword", password.clone()).await.refusal();
    bearer.delete(&["preferred_username"]).await.ok();
    bearer.pool.call("AdminSetUserPassword", password).await.ok();
    bearer.client.password("ally", testkit::PASSWORD).await.ok();
    bearer.server.deep_doctor().await;
}

/// An account that is not confirmed yet: its code was sent to another address.
#[tokio::test]
async fn a_sign_up_code_does_not_verify_another_address() {
    let bearer = Bearer::with(aliases(), &[]).await;
    bearer.client.sign_up("eve", &[EMAIL]).await.ok();
    let code = bearer.code(EMAIL.1).await;
    let body = json!({ "Username": "eve", "UserAttributes": list(&[NEW_EMAIL]) });
    bearer.pool.call("AdminUpdateUserAttributes", body).await.ok();
    let wrong = "Invalid verification code provided, please try again.";
    bearer.client.confirm("eve", &code).await.refused("CodeMismatchException", wrong);
}

#[tokio::test]
async fn changes_that_break_the_rules_are_refused() {
    let schema = json!([
        { "Name": "fixed", "AttributeDataType": "String", "Mutable": false },
        { "Name": "other", "AttributeDataType": "String", "Mutable": false },
        { "Name": "given_name", "AttributeDataType": "String", "Mutable": true, "Required": true },
    ]);
    let own = [("given_name", "Ada"), ("custom:fixed", "1")];
    let bearer = Bearer::with(json!({ "Schema": schema }), &own).await;
    let fixed = |name: &str| {
        format!("user.{name}: Attribute cannot be updated. (changing an immutable attribute)")
    };
    for (change, text) in [
        (vec![("custom:fixed", "2")], fixed("custom:fixed")),
        (
            vec![("custom:fixed", "2"), ("custom:other", "2")],
            format!("{}\n{}\n", fixed("custom:fixed"), fixed("custom:other")),
        ),
        (
            vec![("custom:none", "2")],
            "user.custom:none: Attribute does not exist in the schema.".to_owned(),
        ),
        (vec![("sub", "2")], "Cannot modify the non-mutable attribute sub".to_owned()),
        (vec![VERIFIED], "Email is required to verify/un-verify an email".to_owned()),
        (
            vec![("phone_number_verified", "true")],
            "Phone Number is required to verify/un-verify a phone number".to_owned(),
        ),
        (
            vec![("given_name", "")],
            "Attributes did not conform to the schema: given_name: The attribute is required"
                .to_owned(),
        ),
    ] {
        let change: Vec<_> = change.into_iter().chain([("name", "Eve")]).collect();
        bearer.admin_update(&change).await.refused(INVALID, &text);
    }
    bearer.require_attributes(&own).await;
}

/// Administrators are not limited.
#[tokio::test]
async fn administrators_send_as_many_codes_as_they_like() {
    let bearer = Bearer::with(aliases(), &[]).await;
    for number in 0..8 {
        bearer.admin_update(&[("email", &format!("new-{number}@example.org"))]).await.ok();
    }
    assert_eq!(bearer.server.messages().await.len(), 8);
    bearer.request_code("email").await.ok();
}

#[tokio::test]
async fn a_message_with_a_custom_message_trigger_is_refused() {
    let bearer = Bearer::with(merged(aliases(), custom_message()), &[EMAIL]).await;
    bearer.admin_update(&[NEW_EMAIL]).await.refused("UnexpectedLambdaException", NO_CUSTOM_MESSAGE);
    bearer.require_attributes(&[EMAIL]).await;
    bearer.admin_update(&[NEW_EMAIL, VERIFIED]).await.ok();
    bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
    assert!(bearer.server.messages().await.is_empty());
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let bearer = Bearer::with(json!({}), &[]).await;
    let body = |pool: &str, name: &str| json!({ "UserPoolId": pool, "Username": name, "UserAttributes": [] });
    let call = |body| bearer.server.call("AdminUpdateUserAttributes", body);
    call(body(&bearer.pool.id, "nobody"))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let text = "User pool eu-west-1_Unknown00 does not exist.";
    call(body("eu-west-1_Unknown00", "alice")).await.refused("ResourceNotFoundException", text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer = overtaken_each_time(|bearer| async move {
        bearer.admin_update(&[("name", "Ally"), NEW_EMAIL]).await
    })
    .await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
