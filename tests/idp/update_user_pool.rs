use serde_json::{Value, json};
use testkit::{PASSWORD, TestPool, TestServer, merged};

use super::create_user_pool::{described_as, every_setting};

/// Members that UpdateUserPool does not have.
const FIXED: [&str; 4] = ["AliasAttributes", "Schema", "UsernameConfiguration", "PoolName"];

async fn described(pool: &TestPool) -> Value {
    pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"].take()
}

fn without(mut settings: Value, names: &[&str]) -> Value {
    settings.as_object_mut().unwrap().retain(|name, _| !names.contains(&name.as_str()));
    settings
}

#[tokio::test]
async fn every_given_member_is_described() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let before = described(&pool).await;
    server.advance_seconds(60);
    let given = merged(without(every_setting(), &FIXED), json!({ "PoolName": "renamed" }));
    assert_eq!(pool.call("UpdateUserPool", given.clone()).await.ok(), json!({}));
    let after = described(&pool).await;
    assert_eq!(after["Name"], "renamed");
    for (name, value) in described_as(&without(given, &["PoolName"])).as_object().unwrap() {
        assert_eq!(after[name], *value, "{name}");
    }
    for member in ["Id", "Arn", "AliasAttributes", "SchemaAttributes", "CreationDate"] {
        assert_eq!(after[member], before[member], "{member}");
    }
    let now = server.now().millis() as f64 / 1_000.0;
    assert_eq!(after["LastModifiedDate"], json!(now));
    server.deep_doctor().await;
}

#[tokio::test]
async fn omitted_members_stay_except_those_that_the_service_resets() {
    let server = TestServer::start();
    let pool = server.pool_with(merged(every_setting(), json!({ "PoolName": "kept" }))).await;
    let before = described(&pool).await;
    server.advance_seconds(60);
    assert_eq!(pool.call("UpdateUserPool", json!({})).await.ok(), json!({}));
    let plain = described(&server.pool().await).await;
    let mut expected = before;
    for reset in [
        "LambdaConfig",
        "AutoVerifiedAttributes",
        "DeviceConfiguration",
        "UserPoolAddOns",
        "AcrConfiguration",
        "LastModifiedDate",
    ] {
        match plain.get(reset) {
            Some(value) => expected[reset] = value.clone(),
            None => drop(expected.as_object_mut().unwrap().remove(reset)),
        }
    }
    assert_eq!(described(&pool).await, expected);
}

/// A setting that restricts stays until it is named.
#[tokio::test]
async fn an_unrelated_update_opens_nothing() {
    let server = TestServer::start();
    let closed = json!({ "DeletionProtection": "ACTIVE", "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } });
    let pool = server.pool_with(closed).await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let by_app =
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    pool.call("SetUserPoolMfaConfig", by_app.clone()).await.ok();
    pool.call("UpdateUserPool", json!({ "UserPoolTags": { "a": "b" } })).await.ok();
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), by_app);
    let refused = client.password("alice", PASSWORD).await;
    assert_eq!(refused.kind(), "InvalidUserPoolConfigurationException", "{refused:?}");
    client
        .sign_up("bob", &[])
        .await
        .refused("NotAuthorizedException", "SignUp is not permitted for this user pool");
    assert_eq!(pool.call("DeleteUserPool", json!({})).await.kind(), "InvalidParameterException");
}

/// The update changes the stored settings, and this node decides by them from then on.
#[tokio::test]
async fn new_settings_apply_at_once() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    client.sign_up("alice", &[]).await.ok();
    let closed = json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true } });
    pool.call("UpdateUserPool", closed).await.ok();
    client
        .sign_up("bob", &[])
        .await
        .refused("NotAuthorizedException", "SignUp is not permitted for this user pool");
    pool.call(
        "UpdateUserPool",
        json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 40 } },
            "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false } }),
    )
    .await
    .ok();
    let short = "Password did not conform with policy: Password not long enough";
    client.sign_up("bob", &[]).await.refused("InvalidPasswordException", short);
    let server = server.restarted().await;
    client.at(&server).sign_up("bob", &[]).await.refused("InvalidPasswordException", short);
    // Users who already exist are not affected.
    pool.at(&server).set_password("alice", &format!("{PASSWORD}{}", "x".repeat(40))).await;
}

#[tokio::test]
async fn deletion_protection_can_be_turned_on_and_off() {
    let pool = TestServer::start().pool().await;
    pool.call("UpdateUserPool", json!({ "DeletionProtection": "ACTIVE" })).await.ok();
    assert_eq!(pool.call("DeleteUserPool", json!({})).await.kind(), "InvalidParameterException");
    pool.call("UpdateUserPool", json!({ "DeletionProtection": "INACTIVE" })).await.ok();
    pool.call("DeleteUserPool", json!({})).await.ok();
    let gone = format!("User pool {} does not exist.", pool.id);
    pool.call("UpdateUserPool", json!({})).await.refused("ResourceNotFoundException", &gone);
}

#[tokio::test]
async fn invalid_settings_are_refused_and_change_nothing() {
    let server = TestServer::start();
    let pool = server
        .pool_with(json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 3 } } }))
        .await;
    let before = described(&pool).await;
    server.advance_seconds(60);
    let disable = |tier: &str, features: &str| {
        format!(
            "The following features need to be disabled for the {tier} pricing tier configured: {features}"
        )
    };
    for (settings, kind, text) in [
        (
            json!({ "AutoVerifiedAttributes": ["phone_number"] }),
            "InvalidParameterException",
            "SMS configuration is required when phone_number is selected for auto verification".to_owned(),
        ),
        (
            json!({ "MfaConfiguration": "ON" }),
            "InvalidParameterException",
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional".to_owned(),
        ),
        (
            json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } }),
            "FeatureUnavailableInTierException",
            disable("ESSENTIALS", "Threat Protection"),
        ),
        (json!({ "UserPoolTier": "LITE" }), "TierChangeNotAllowedException", disable("LITE", "Password History")),
        (
            json!({ "UserPoolTags": { "aws:x": "y" } }),
            "UserPoolTaggingException",
            "aws: prefixed tag key names are not allowed for external use.".to_owned(),
        ),
    ] {
        pool.call("UpdateUserPool", settings).await.refused(kind, &text);
    }
    assert_eq!(described(&pool).await, before);
}

#[tokio::test]
async fn shape_violations_are_reported() {
    let server = TestServer::start();
    let missing = "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null";
    server.call("UpdateUserPool", json!({})).await.refused("InvalidParameterException", missing);
    let text = "1 validation error detected: Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: \
                Member must satisfy enum value set: [OPTIONAL, OFF, ON]";
    let pool = server.pool().await;
    pool.call("UpdateUserPool", json!({ "MfaConfiguration": "MAYBE" }))
        .await
        .refused("InvalidParameterException", text);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("UpdateUserPool", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
