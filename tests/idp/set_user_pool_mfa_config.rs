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

/// MFA by email demands a sender of one's own.
fn own_sender() -> Value {
    let source = "arn:aws:ses:eu-west-1:111122223333:identity/example.com";
    json!({ "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER", "SourceArn": source } })
}

#[tokio::test]
async fn a_request_replaces_the_configuration() {
    let server = TestServer::start();
    let pool = server.pool_with(own_sender()).await;
    server.advance_seconds(60);
    assert_eq!(set(&pool, full_configuration()).await.ok(), full_configuration());
    let pool = pool.at(&server.restarted().await);
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), full_configuration());
    // A bare request turns MFA off; the SMS configuration is the pool's own.
    let sms = full_configuration()["SmsMfaConfiguration"].clone();
    let off = json!({ "SmsMfaConfiguration": sms, "MfaConfiguration": "OFF" });
    assert_eq!(set(&pool, json!({})).await.ok(), off);
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), off);
    let plain = pool.server.pool().await;
    assert_eq!(set(&plain, json!({})).await.ok(), json!({ "MfaConfiguration": "OFF" }));
    pool.server.deep_doctor().await;
}

#[tokio::test]
async fn mfa_settings_belong_to_the_pool() {
    let server = TestServer::start();
    let pool = server.pool_with(own_sender()).await;
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
    // An update that names none of them leaves them alone.
    pool.call("UpdateUserPool", json!({})).await.ok();
    assert_eq!(pool.call("GetUserPoolMfaConfig", json!({})).await.ok(), full_configuration());
}

#[tokio::test]
async fn invalid_settings_are_refused_and_change_nothing() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let without = "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.";
    for mode in ["ON", "OPTIONAL"] {
        set(&pool, json!({ "MfaConfiguration": mode })).await.refused(INVALID, without);
    }
    let off = "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";
    let disabled = json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false } });
    set(&pool, disabled.clone()).await.refused(INVALID, off);
    set(&pool, merged(disabled, json!({ "MfaConfiguration": "OFF" }))).await.refused(INVALID, off);
    let sender = "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT";
    let by_email = json!({ "MfaConfiguration": "ON", "EmailMfaConfiguration": {} });
    set(&pool, by_email).await.refused(INVALID, sender);
    let text = "1 validation error detected: Value 'SOMETIMES' at 'mfaConfiguration' failed to satisfy constraint: \
                Member must satisfy enum value set: [OPTIONAL, OFF, ON]";
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
    let text = "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled";
    set(&passwordless, required).await.refused(INVALID, text);
}

#[tokio::test]
async fn the_lite_plan_has_no_email_mfa() {
    let lite = merged(own_sender(), json!({ "UserPoolTier": "LITE" }));
    let pool = TestServer::start().pool_with(lite).await;
    let by_email = json!({ "MfaConfiguration": "ON", "EmailMfaConfiguration": { "Subject": "s" } });
    let answer = set(&pool, by_email).await;
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
