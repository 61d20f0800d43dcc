use serde_json::json;
use testkit::TestServer;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, VERIFIED, aliases, every_attribute, held_back,
    overtaken_each_time, require_token_errors,
};

const INVALID: &str = "InvalidParameterException";
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");

#[tokio::test]
async fn removes_attributes() {
    let bearer = Bearer::with(json!({}), &[EMAIL, ("name", "Alice"), ("locale", "en")]).await;
    let before = bearer.client.tokens("alice").await;
    bearer.server.advance_seconds(60);
    // Naming an attribute that the user does not have is not an error.
    assert_eq!(bearer.delete(&["name", "locale", "nickname"]).await.ok(), json!({}));
    bearer.require_attributes(&[EMAIL]).await;
    assert_eq!(bearer.pool.user("alice").await["UserLastModifiedDate"], 1_772_600_827.089);
    assert_eq!(bearer.delete(&[]).await.ok(), json!({}));
    // Tokens already issued stay valid; the next one lacks the attribute.
    bearer.server.get_user(&before.access).await.ok();
    let claims = testkit::Jwt::decode(&bearer.client.tokens("alice").await.id).claims;
    assert!(claims.get("name").is_none() && claims.get("email").is_some());
}

/// Deleting an address also deletes its verified flag, its alias and every code sent to it.
#[tokio::test]
async fn an_address_is_deleted_with_everything_about_it() {
    for settings in [aliases(), held_back()] {
        let bearer = Bearer::with(settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let code = bearer.code(NEW).await;
        bearer.delete(&["email"]).await.ok();
        bearer.require_attributes(&[]).await;
        assert!(!bearer.signs_in_by(EMAIL.1).await && !bearer.signs_in_by(NEW).await);
        bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
        bearer.update(&[NEW_EMAIL]).await.ok();
        bearer.verify("email", &bearer.code(NEW).await).await.ok();
        bearer.server.deep_doctor().await;
    }
}

/// A waiting change is dropped even when there is nothing else to delete.
#[tokio::test]
async fn a_waiting_address_is_deleted_too() {
    let bearer = Bearer::with(held_back(), &[]).await;
    bearer.update(&[NEW_EMAIL]).await.ok();
    bearer.delete(&["email"]).await.ok();
    bearer.verify("email", &bearer.code(NEW).await).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.require_attributes(&[]).await;
}

#[tokio::test]
async fn a_preferred_username_is_released() {
    let settings = json!({ "AliasAttributes": ["preferred_username"] });
    let bearer = Bearer::with(settings, &[("preferred_username", "ally")]).await;
    bearer.delete(&["preferred_username"]).await.ok();
    assert!(!bearer.signs_in_by("ally").await && bearer.signs_in_by("alice").await);
    bearer.server.deep_doctor().await;
    bearer.client.sign_up("ally", &[]).await.ok();
}

#[tokio::test]
async fn attributes_that_the_user_may_not_delete_are_refused() {
    let schema = json!([
        { "Name": "fixed", "AttributeDataType": "String", "Mutable": false },
        { "Name": "inner", "AttributeDataType": "String", "Mutable": true, "DeveloperOnlyAttribute": true },
        { "Name": "email", "AttributeDataType": "String", "Mutable": true, "Required": true },
    ]);
    let own = [EMAIL, ("custom:fixed", "1"), ("dev:custom:inner", "2"), ("name", "Alice")];
    let bearer = Bearer::at(&every_attribute(), json!({ "Schema": schema }), &own).await;
    let of = |name: &str, text: &str| format!("Invalid user attributes: user.{name}: {text}\n");
    let fixed =
        of("custom:fixed", "Attribute cannot be updated. (changing an immutable attribute)");
    for (name, text) in [
        ("custom:other", of("custom:other", "Attribute does not exist in the schema.")),
        ("email", of("email", "Required attributes cannot be deleted.")),
        ("custom:fixed", fixed),
        ("sub", "Cannot modify the non-mutable attribute sub".to_owned()),
        ("email_verified", "Cannot modify the non-mutable attribute email_verified".to_owned()),
    ] {
        bearer.delete(&["name", name]).await.refused(INVALID, &text);
    }
    let unauthorized =
        ("NotAuthorizedException", "A client attempted to write unauthorized attribute");
    bearer.delete(&["dev:custom:inner"]).await.refused(unauthorized.0, unauthorized.1);
    let some = bearer.pool.client_with(json!({ "WriteAttributes": ["locale", "email"] })).await;
    let bearer = Bearer { access: some.tokens("alice").await.access, ..bearer };
    bearer.delete(&["name"]).await.refused(unauthorized.0, unauthorized.1);
    bearer.require_attributes(&own).await;
}

/// The user would have no name left that they know, and could not recover the password.
#[tokio::test]
async fn the_last_attribute_to_sign_in_with_stays() {
    let settings = json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] });
    let pool = TestServer::start().pool_with(settings).await;
    pool.confirmed_user(EMAIL.1).await;
    let client = pool.client().await;
    let access = client.tokens(EMAIL.1).await.access;
    let body = json!({ "AccessToken": access, "UserAttributeNames": ["email"] });
    let emptied = json!([{ "Name": "email", "Value": "" }]);
    let change = json!({ "AccessToken": access, "UserAttributes": emptied });
    let text = "The last attribute that the user signs in with cannot be deleted.";
    pool.server.call("DeleteUserAttributes", body).await.refused(INVALID, text);
    pool.server.call("UpdateUserAttributes", change).await.refused(INVALID, text);
    client.tokens(EMAIL.1).await;
    // An administrator may release the address, and the user still has the `sub`.
    let body = json!({ "Username": EMAIL.1, "UserAttributeNames": ["email"] });
    pool.call("AdminDeleteUserAttributes", body).await.ok();
    pool.server.deep_doctor().await;
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
    require_token_errors("DeleteUserAttributes", json!({ "UserAttributeNames": [] }), kinds).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer = overtaken_each_time(|bearer| async move { bearer.delete(&["name"]).await }).await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
