use serde_json::{Value, json};
use testkit::{Answer, TestPool, TestServer, merged};

const INVALID: &str = "InvalidParameterException";

async fn set(pool: &TestPool, settings: Value) -> Answer {
    pool.call("SetUserPoolMfaConfig", settings).await
}

fn full_configuration() -> Value {
    json!({
        "SmsMfaConfiguration": {
            "SmsAuthenticationMessage": "M {####}",
            "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "x", "SnsRegion": "eu-west-1" },
        },
        "SoftwareTokenMfaConfiguration": { "Enabled": true },
        "EmailMfaConfiguration": { "Message": "E {####}", "Subject": "s" },
        "MfaConfiguration": "OPTIONAL",
        "WebAuthnConfiguration": {
            "RelyingPartyId": "auth.example.com",
            "UserVerification": "required",
            "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION",
        },
    })
}

#[tokio::test]
async fn settings_are_returned_and_kept() {
    let server = TestServer::start();
    let pool = server.pool().await;
    server.advance_seconds(60);
    assert_eq!(set(&pool, full_configuration()).await.ok(), full_configuration());
    let pool = pool.at(&server.restarted().await);
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), full_configuration());
    // An empty request changes nothing.
    assert_eq!(set(&pool, json!({})).await.ok(), full_configuration());
    let off = merged(full_configuration(), json!({ "MfaConfiguration": "OFF" }));
    assert_eq!(set(&pool, json!({ "MfaConfiguration": "OFF" })).await.ok(), off);
    pool.server.deep_doctor().await;
}

#[tokio::test]
async fn mfa_settings_belong_to_the_pool() {
    let server = TestServer::start();
    let pool = server.pool().await;
    server.advance_seconds(60);
    set(&pool, full_configuration()).await.ok();
    let described = pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"].take();
    assert_eq!(described["MfaConfiguration"], "OPTIONAL");
    assert_eq!(
        described["SmsConfiguration"],
        full_configuration()["SmsMfaConfiguration"]["SmsConfiguration"]
    );
    assert_eq!(described["SmsAuthenticationMessage"], "M {####}");
    assert_eq!(described["LastModifiedDate"], json!(server.now().millis() as f64 / 1_000.0));
    // UpdateUserPool resets the members it has itself, and leaves the rest.
    pool.call("UpdateUserPool", json!({})).await.ok();
    let left = merged(
        full_configuration(),
        json!({ "SmsMfaConfiguration": null, "MfaConfiguration": "OFF" }),
    );
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), left);
}

#[tokio::test]
async fn invalid_settings_are_refused_and_change_nothing() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let invalid =
        "Invalid MFA configuration given, can't turn on MFA and configure an MFA together.";
    for mode in ["ON", "OPTIONAL"] {
        set(&pool, json!({ "MfaConfiguration": mode })).await.refused(INVALID, invalid);
        let disabled = json!({ "MfaConfiguration": mode, "SoftwareTokenMfaConfiguration": { "Enabled": false } });
        set(&pool, disabled).await.refused(INVALID, invalid);
    }
    let text = "1 validation error detected: Value 'SOMETIMES' at 'mfaConfiguration' failed to satisfy constraint: \
                Member must satisfy enum value set: [OFF, ON, OPTIONAL]";
    set(&pool, json!({ "MfaConfiguration": "SOMETIMES" })).await.refused(INVALID, text);
    assert_eq!(
        pool.call("GetUserPoolMfaConfig", json!({})).await.ok(),
        json!({ "MfaConfiguration": "OFF" })
    );
    let factors =
        json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } });
    let passwordless = server.pool_with(json!({ "Policies": factors })).await;
    let required =
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    let text = "MFA cannot be required when first auth factors other than PASSWORD are allowed.";
    set(&passwordless, required).await.refused(INVALID, text);
}

#[tokio::test]
async fn the_lite_plan_has_no_email_mfa() {
    let pool = TestServer::start().pool_with(json!({ "UserPoolTier": "LITE" })).await;
    let answer = set(&pool, json!({ "EmailMfaConfiguration": { "Subject": "s" } })).await;
    let text = "The following features need to be disabled for the LITE pricing tier configured: Email MFA";
    answer.refused("FeatureUnavailableInTierException", text);
    set(
        &pool,
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true }, "MfaConfiguration": "ON" }),
    )
    .await
    .ok();
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("SetUserPoolMfaConfig", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
