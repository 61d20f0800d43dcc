//! Infrastructure tools create a resource, read it, and send back what they read: after that,
//! nothing may differ. Only members that the model knows are sent, as an SDK would.

use serde_json::{Value, json};
use store::{Batch, PoolClient, Rev};
use testkit::{TestPool, TestServer, merged};
use wire::{Kind, Service};

const INVALID: &str = "InvalidParameterException";
const ACCOUNT: &str = "000000000000";

/// A description without the date that every change moves.
fn timeless(mut described: Value) -> Value {
    described.as_object_mut().unwrap().remove("LastModifiedDate");
    described
}

/// What of a description the operation accepts, at the top.
fn accepted(operation: &str, described: &Value) -> Value {
    let Kind::Structure(members) = wire::operation(Service::Idp, operation).unwrap().input.kind
    else {
        panic!("{operation} takes a structure")
    };
    let known = |name: &str| members.iter().any(|member| member.name == name);
    let all = described.as_object().unwrap().iter().filter(|(name, _)| known(name));
    Value::Object(all.map(|(name, value)| (name.clone(), value.clone())).collect())
}

async fn described_client(pool: &TestPool, id: &Value) -> Value {
    let answer = pool.call("DescribeUserPoolClient", json!({ "ClientId": id })).await.ok();
    timeless(answer["UserPoolClient"].clone())
}

fn clients() -> Vec<Value> {
    let role = format!("arn:aws:iam::{ACCOUNT}:role/judge");
    let application = format!("arn:aws:mobiletargeting:eu-west-1:{ACCOUNT}:apps/0123456789abcdef");
    let units = |unit: &str| json!({ "AccessToken": unit, "IdToken": unit, "RefreshToken": unit });
    vec![
        json!({}),
        json!({ "GenerateSecret": true }),
        json!({ "ExplicitAuthFlows": [] }),
        json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
        json!({ "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] }),
        json!({ "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"], "GenerateSecret": true }),
        json!({ "ReadAttributes": ["name", "email", "custom:plan"], "WriteAttributes": ["name", "email"] }),
        json!({ "ReadAttributes": [], "WriteAttributes": ["email"] }),
        json!({ "RefreshTokenValidity": 0 }),
        json!({ "RefreshTokenValidity": 0, "TokenValidityUnits": { "RefreshToken": "minutes" } }),
        json!({ "RefreshTokenValidity": 60, "AccessTokenValidity": 5, "IdTokenValidity": 60, "TokenValidityUnits": units("minutes") }),
        json!({ "RefreshTokenValidity": 3_600, "AccessTokenValidity": 300, "IdTokenValidity": 3_600, "TokenValidityUnits": units("seconds") }),
        json!({ "AccessTokenValidity": 1, "IdTokenValidity": 1, "TokenValidityUnits": { "AccessToken": "days" } }),
        json!({ "TokenValidityUnits": units("hours") }),
        json!({ "PreventUserExistenceErrors": "ENABLED" }),
        json!({ "PreventUserExistenceErrors": "LEGACY" }),
        json!({ "EnableTokenRevocation": true }),
        json!({ "EnableTokenRevocation": false }),
        json!({ "EnablePropagateAdditionalUserContextData": true, "GenerateSecret": true }),
        json!({ "AuthSessionValidity": 15 }),
        json!({ "RefreshTokenRotation": { "Feature": "DISABLED" } }),
        json!({ "RefreshTokenRotation": { "Feature": "ENABLED" } }),
        json!({ "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 60 }, "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] }),
        json!({ "SupportedIdentityProviders": ["COGNITO"] }),
        json!({
            "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["implicit", "code"],
            "AllowedOAuthScopes": ["profile", "openid", "email"],
            "CallbackURLs": ["https://b.example/", "https://a.example/"], "LogoutURLs": ["myapp://out", "https://a.example/"],
            "DefaultRedirectURI": "https://b.example/",
        }),
        json!({ "AllowedOAuthFlows": ["client_credentials"], "GenerateSecret": true }),
        json!({ "CallbackURLs": [], "LogoutURLs": [], "AllowedOAuthFlows": [], "AllowedOAuthScopes": [] }),
        json!({ "AnalyticsConfiguration": { "ApplicationArn": application } }),
        json!({ "AnalyticsConfiguration": { "ApplicationArn": application, "UserDataShared": true } }),
        json!({ "AnalyticsConfiguration": { "ApplicationId": "0123456789abcdef", "ExternalId": "shop", "RoleArn": role } }),
    ]
}

#[tokio::test]
async fn a_client_does_not_drift() {
    let server = TestServer::start();
    let schema = json!([
        { "Name": "email", "AttributeDataType": "String", "Required": true, "Mutable": true },
        { "Name": "plan", "AttributeDataType": "String", "Mutable": true },
    ]);
    let pool = server.pool_with(json!({ "Schema": schema })).await;
    for settings in clients() {
        let body = merged(json!({ "ClientName": "web" }), settings.clone());
        let made = pool.call("CreateUserPoolClient", body).await.ok()["UserPoolClient"].clone();
        server.advance_seconds(1);
        let described = described_client(&pool, &made["ClientId"]).await;
        assert_eq!(described, timeless(made.clone()), "{settings}");
        let back = accepted("UpdateUserPoolClient", &described);
        let updated = pool.call("UpdateUserPoolClient", back).await.ok();
        assert_eq!(timeless(updated["UserPoolClient"].clone()), described, "{settings}");
        assert_eq!(described_client(&pool, &made["ClientId"]).await, described, "{settings}");
    }
    server.deep_doctor().await;
}

/// An earlier version took `openid` for clients without users: such a client is described as it is,
/// can be changed, and its export can be created.
#[tokio::test]
async fn a_client_of_an_earlier_version_can_be_changed_and_exported() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let settings = json!({
        "ClientName": "machine", "GenerateSecret": true, "AllowedOAuthFlowsUserPoolClient": true,
        "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["email"],
    });
    let made = pool.call("CreateUserPoolClient", settings).await.ok();
    let id = made["UserPoolClient"]["ClientId"].as_str().unwrap();
    let store = &server.inner().store;
    let row = store.read(PoolClient::get(&pool.id, id)).await.unwrap().unwrap();
    let mut batch = Batch::new(Rev(1));
    let doc = row.doc.replace(r#"["email"]"#, r#"["openid"]"#);
    assert_ne!(doc, row.doc);
    batch.update(&PoolClient { doc, ..row });
    store.commit(batch).await.unwrap();
    let server = server.restarted().await;
    let pool = pool.at(&server);
    let described = described_client(&pool, &json!(id)).await;
    assert_eq!(described["AllowedOAuthScopes"], json!(["openid"]));
    let exported = operations::export::pool(server.inner(), &pool.id, true).await.unwrap().unwrap();
    let create = exported.into_iter().find(|one| one.operation == "CreateUserPoolClient").unwrap();
    let body = merged(Value::Object(create.input), json!({ "UserPoolId": pool.id }));
    server.call("CreateUserPoolClient", body).await.ok();
    let back = accepted("UpdateUserPoolClient", &described);
    let text = "openid is not supported with client_credentials flow";
    pool.call("UpdateUserPoolClient", back.clone())
        .await
        .refused("InvalidOAuthFlowException", text);
    let changed = merged(back, json!({ "AllowedOAuthScopes": ["email"] }));
    pool.call("UpdateUserPoolClient", changed).await.ok();
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_group_does_not_drift() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let role = format!("arn:aws:iam::{ACCOUNT}:role/judge");
    for (number, settings) in [
        json!({}),
        json!({ "Description": "" }),
        json!({ "Precedence": 0 }),
        json!({ "Description": "who may fix things", "RoleArn": role, "Precedence": 3 }),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("group-{number}");
        let body = merged(json!({ "GroupName": name }), settings.clone());
        let made = pool.call("CreateGroup", body).await.ok()["Group"].clone();
        let get = async || {
            pool.call("GetGroup", json!({ "GroupName": name })).await.ok()["Group"].clone()
        };
        let described = get().await;
        assert_eq!(described, made, "{settings}");
        pool.call("UpdateGroup", accepted("UpdateGroup", &described)).await.ok();
        assert_eq!(timeless(get().await), timeless(described), "{settings}");
    }
}

async fn described_pool(pool: &TestPool) -> Value {
    let answer = pool.call("DescribeUserPool", json!({})).await.ok();
    timeless(answer["UserPool"].clone())
}

/// Settings of a pool, each with what only creation sets.
fn pools() -> Vec<(Value, Value)> {
    let of = |rest: &str| format!("arn:aws:{rest}");
    let lambda = of(&format!("lambda:eu-west-1:{ACCOUNT}:function:judge"));
    let (role, key) = (
        of(&format!("iam::{ACCOUNT}:role/judge")),
        of(&format!("kms:eu-west-1:{ACCOUNT}:key/00000000-0000-4000-8000-000000000000")),
    );
    let sender = json!({ "LambdaVersion": "V1_0", "LambdaArn": lambda });
    let developer = json!({
        "SourceArn": of(&format!("ses:eu-west-1:{ACCOUNT}:identity/example.com")), "ReplyToEmailAddress": "help@example.com",
        "EmailSendingAccount": "DEVELOPER", "From": "Shop <shop@example.com>", "ConfigurationSet": "shop",
    });
    let sms = json!({ "SnsCallerArn": role, "ExternalId": "shop", "SnsRegion": "eu-west-1" });
    let mechanism = |name: &str, priority: i32| json!({ "Name": name, "Priority": priority });
    let alone = |settings: Value| (json!({}), settings);
    vec![
        alone(json!({})),
        alone(
            json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 12, "RequireSymbols": true, "PasswordHistorySize": 3, "TemporaryPasswordValidityDays": 5 } } }),
        ),
        alone(
            json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } } }),
        ),
        alone(json!({ "DeletionProtection": "ACTIVE" })),
        alone(
            json!({ "LambdaConfig": { "PreSignUp": lambda, "CustomMessage": lambda, "PostConfirmation": lambda, "UserMigration": lambda } }),
        ),
        alone(
            json!({ "LambdaConfig": { "PreTokenGenerationConfig": { "LambdaVersion": "V2_0", "LambdaArn": lambda } } }),
        ),
        alone(
            json!({ "LambdaConfig": { "CustomSMSSender": sender, "CustomEmailSender": sender, "KMSKeyID": key } }),
        ),
        alone(
            json!({ "AutoVerifiedAttributes": ["email"], "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }),
        ),
        alone(
            json!({ "EmailVerificationMessage": "Here is your code: {####}", "EmailVerificationSubject": "Your code", "SmsVerificationMessage": "Code {####}." }),
        ),
        alone(
            json!({ "VerificationMessageTemplate": { "DefaultEmailOption": "CONFIRM_WITH_LINK", "EmailMessageByLink": "Press {##here##}.", "EmailSubjectByLink": "Your link" } }),
        ),
        alone(
            json!({ "SmsConfiguration": sms, "AutoVerifiedAttributes": ["phone_number", "email"], "MfaConfiguration": "OPTIONAL", "SmsAuthenticationMessage": "Sign in with {####}." }),
        ),
        alone(
            json!({ "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true, "DeviceOnlyRememberedOnUserPrompt": false } }),
        ),
        alone(json!({ "EmailConfiguration": developer })),
        alone(
            json!({ "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT", "ReplyToEmailAddress": "help@example.com" } }),
        ),
        alone(json!({ "UserPoolTags": { "team": "identity", "stage": "test" } })),
        alone(
            json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true, "InviteMessageTemplate": {
            "SMSMessage": "{username}, {####}", "EmailMessage": "{username}, {####}", "EmailSubject": "Welcome" } } }),
        ),
        alone(
            json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" }, "UserPoolTier": "PLUS" }),
        ),
        alone(
            json!({ "AccountRecoverySetting": { "RecoveryMechanisms": [mechanism("verified_email", 1), mechanism("verified_phone_number", 2)] } }),
        ),
        alone(
            json!({ "AccountRecoverySetting": { "RecoveryMechanisms": [mechanism("admin_only", 1)] } }),
        ),
        alone(json!({ "UserPoolTier": "LITE" })),
        (json!({ "AliasAttributes": ["preferred_username", "email"] }), json!({})),
        (json!({ "UsernameAttributes": ["phone_number", "email"] }), json!({})),
        (json!({ "UsernameConfiguration": { "CaseSensitive": true } }), json!({})),
        (
            json!({ "Schema": [
                { "Name": "email", "AttributeDataType": "String", "Required": true, "Mutable": false },
                { "Name": "level", "AttributeDataType": "Number", "Mutable": true, "NumberAttributeConstraints": { "MinValue": "1", "MaxValue": "9" } },
                { "Name": "tenant", "AttributeDataType": "String", "Mutable": false, "StringAttributeConstraints": { "MinLength": "1", "MaxLength": "40" } },
                { "Name": "since", "AttributeDataType": "DateTime" },
                { "Name": "vip", "AttributeDataType": "Boolean", "DeveloperOnlyAttribute": true },
            ] }),
            json!({}),
        ),
    ]
}

/// Sends back the whole description, and again without the member that the service describes but
/// does not take back.
async fn send_pool_back(pool: &TestPool, described: &Value) {
    let mut back = accepted("UpdateUserPool", described);
    back["PoolName"] = described["Name"].clone();
    let trap = "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays";
    pool.call("UpdateUserPool", back.clone()).await.refused(INVALID, trap);
    back["AdminCreateUserConfig"].as_object_mut().unwrap().remove("UnusedAccountValidityDays");
    pool.call("UpdateUserPool", back).await.ok();
}

#[tokio::test]
async fn a_pool_does_not_drift() {
    let server = TestServer::start();
    for (for_good, settings) in pools() {
        let pool = server.pool_with(merged(for_good.clone(), settings.clone())).await;
        server.advance_seconds(1);
        let described = described_pool(&pool).await;
        send_pool_back(&pool, &described).await;
        assert_eq!(described_pool(&pool).await, described, "{for_good} {settings}");
    }
    server.deep_doctor().await;
}

#[tokio::test]
async fn mfa_does_not_drift() {
    let server = TestServer::start();
    let role = format!("arn:aws:iam::{ACCOUNT}:role/judge");
    let sms = json!({ "SnsCallerArn": role, "ExternalId": "shop", "SnsRegion": "eu-west-1" });
    for settings in [
        json!({ "MfaConfiguration": "OFF" }),
        json!({ "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
        json!({ "MfaConfiguration": "ON", "SmsMfaConfiguration": { "SmsAuthenticationMessage": "Sign in with {####}.", "SmsConfiguration": sms } }),
        json!({ "WebAuthnConfiguration": { "RelyingPartyId": "example.com", "UserVerification": "required" } }),
    ] {
        let pool = server.pool().await;
        pool.call("SetUserPoolMfaConfig", settings.clone()).await.ok();
        let described = pool.call("GetUserPoolMfaConfig", json!({})).await.ok();
        let whole = described_pool(&pool).await;
        pool.call("SetUserPoolMfaConfig", described.clone()).await.ok();
        let again = pool.call("GetUserPoolMfaConfig", json!({})).await.ok();
        assert_eq!(again, described, "{settings}");
        send_pool_back(&pool, &whole).await;
        let again = pool.call("GetUserPoolMfaConfig", json!({})).await.ok();
        assert_eq!(again, described, "{settings}");
        assert_eq!(described_pool(&pool).await, whole, "{settings}");
    }
}

/// A pool may require MFA from an update on, and stop requiring it while it can send SMS.
#[tokio::test]
async fn mfa_can_be_required_later_and_turned_off_again() {
    let server = TestServer::start();
    let sms = json!({ "SnsCallerArn": format!("arn:aws:iam::{ACCOUNT}:role/judge") });
    let settings = json!({ "SmsConfiguration": sms, "AutoVerifiedAttributes": ["phone_number"] });
    let pool = server.pool_with(settings.clone()).await;
    for mode in ["ON", "OPTIONAL", "OFF"] {
        let change = merged(settings.clone(), json!({ "MfaConfiguration": mode }));
        pool.call("UpdateUserPool", change).await.ok();
        let described = described_pool(&pool).await;
        assert_eq!(described["MfaConfiguration"], mode);
        assert_eq!(described["SmsConfiguration"], sms);
    }
}
