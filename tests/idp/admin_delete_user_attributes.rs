use serde_json::json;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, UNVERIFIED, VERIFIED, aliases, held_back, overtaken_each_time,
};

const INVALID: &str = "InvalidParameterException";

#[tokio::test]
async fn removes_attributes_that_no_client_may_write() {
    let schema = json!([{ "Name": "inner", "AttributeDataType": "String", "Mutable": true, "DeveloperOnlyAttribute": true }]);
    let own = [EMAIL, ("dev:custom:inner", "1"), ("name", "Alice")];
    let bearer = Bearer::with(json!({ "Schema": schema }), &own).await;
    bearer.server.advance_seconds(60);
    assert_eq!(bearer.admin_delete(&["dev:inner", "name", "locale"]).await.ok(), json!({}));
    bearer.require_attributes(&[EMAIL]).await;
    assert_eq!(bearer.pool.user("alice").await["UserLastModifiedDate"], 1_772_600_827.089);
    bearer.server.get_user(&bearer.access).await.ok();
}

#[tokio::test]
async fn an_address_is_deleted_with_everything_about_it() {
    for settings in [aliases(), held_back()] {
        let bearer = Bearer::with(settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let code = bearer.code(NEW).await;
        bearer.admin_delete(&["email"]).await.ok();
        bearer.require_attributes(&[]).await;
        assert!(!bearer.signs_in_by(EMAIL.1).await);
        let expired = "Invalid code provided, please request a code again.";
        bearer.verify("email", &code).await.refused("ExpiredCodeException", expired);
        bearer.server.deep_doctor().await;
    }
}

/// Without its flag an address is unverified and does not sign in.
#[tokio::test]
async fn a_flag_can_be_deleted_alone() {
    let bearer = Bearer::with(aliases(), &[EMAIL, VERIFIED]).await;
    bearer.admin_delete(&["email_verified"]).await.ok();
    bearer.require_attributes(&[EMAIL]).await;
    assert!(!bearer.signs_in_by(EMAIL.1).await);
    bearer.server.deep_doctor().await;
    bearer.admin_update(&[UNVERIFIED]).await.ok();
    bearer.require_attributes(&[EMAIL, UNVERIFIED]).await;
}

#[tokio::test]
async fn attributes_that_cannot_be_deleted_are_refused() {
    let schema = json!([
        { "Name": "fixed", "AttributeDataType": "String", "Mutable": false },
        { "Name": "email", "AttributeDataType": "String", "Mutable": true, "Required": true },
    ]);
    let own = [EMAIL, ("custom:fixed", "1")];
    let bearer = Bearer::with(json!({ "Schema": schema }), &own).await;
    let unknown = "Attribute does not exist in the schema.\n";
    let both = format!("Invalid user attributes: user.custom:a: {unknown}user.custom:b: {unknown}");
    bearer.admin_delete(&["custom:a", "custom:b"]).await.refused(INVALID, &both);
    let required = "Invalid user attributes: user.email: Required attributes cannot be deleted.\n";
    bearer.admin_delete(&["email"]).await.refused(INVALID, required);
    let fixed = "Invalid user attributes: user.custom:fixed: Attribute cannot be updated. (changing an immutable attribute)\n";
    bearer.admin_delete(&["custom:fixed"]).await.refused(INVALID, fixed);
    bearer
        .admin_delete(&["sub"])
        .await
        .refused(INVALID, "Cannot modify the non-mutable attribute sub");
    bearer.require_attributes(&own).await;
}

#[tokio::test]
async fn unknown_users_and_pools_are_named() {
    let bearer = Bearer::with(json!({}), &[]).await;
    let body = |pool: &str, name: &str| json!({ "UserPoolId": pool, "Username": name, "UserAttributeNames": ["name"] });
    let call = |body| bearer.server.call("AdminDeleteUserAttributes", body);
    call(body(&bearer.pool.id, "nobody"))
        .await
        .refused("UserNotFoundException", "User does not exist.");
    let text = "User pool eu-west-1_Unknown00 does not exist.";
    call(body("eu-west-1_Unknown00", "alice")).await.refused("ResourceNotFoundException", text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer =
        overtaken_each_time(|bearer| async move { bearer.admin_delete(&["name"]).await }).await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
