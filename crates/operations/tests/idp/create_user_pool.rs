use serde_json::{Value, json};
use testkit::{REGION, TestServer, redacted};

/// The pool of a request that sets nothing but the name.
fn untouched(server: &TestServer, id: &str) -> Value {
    let now = server.now().millis() as f64 / 1_000.0;
    json!({
        "Id": id,
        "Name": "test",
        "Arn": format!("arn:aws:cognito-idp:{REGION}:111122223333:userpool/{id}"),
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 8,
                "RequireUppercase": true,
                "RequireLowercase": true,
                "RequireNumbers": true,
                "RequireSymbols": true,
                "TemporaryPasswordValidityDays": 7,
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] },
        },
        "DeletionProtection": "INACTIVE",
        "LambdaConfig": {},
        "CreationDate": now,
        "LastModifiedDate": now,
        "VerificationMessageTemplate": { "DefaultEmailOption": "CONFIRM_WITH_CODE" },
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": [] },
        "MfaConfiguration": "OFF",
        "EstimatedNumberOfUsers": 0,
        "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false, "UnusedAccountValidityDays": 7 },
        "UserPoolTier": "ESSENTIALS",
        "AcrConfiguration": {
            "Level1": { "AcrValue": "urn:cognito:loa:1" },
            "Level2": { "AcrValue": "urn:cognito:loa:2" },
            "Level3": { "AcrValue": "urn:cognito:loa:3" },
            "Level4": { "AcrValue": "urn:cognito:loa:4" },
        },
    })
}

#[tokio::test]
async fn an_untouched_pool_has_the_service_defaults() {
    let server = TestServer::start();
    let mut pool = server.call("CreateUserPool", json!({ "PoolName": "test" })).await.ok()["UserPool"].take();
    let schema = pool["SchemaAttributes"].take();
    let id = pool["Id"].as_str().unwrap().to_owned();
    assert!(id.len() == 19 && id.starts_with("eu-west-1_") && id[10..].bytes().all(|c| c.is_ascii_alphanumeric()), "{id}");
    assert_eq!(testkit::merged(pool, json!({})), untouched(&server, &id));
    let names: Vec<&str> = schema.as_array().unwrap().iter().map(|entry| entry["Name"].as_str().unwrap()).collect();
    let expected = "sub name given_name family_name middle_name nickname preferred_username profile picture website email \
                    email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address updated_at identities";
    assert_eq!(names.join(" "), expected);
    let email = json!({
        "Name": "email",
        "AttributeDataType": "String",
        "DeveloperOnlyAttribute": false,
        "Mutable": true,
        "Required": false,
        "StringAttributeConstraints": { "MinLength": "0", "MaxLength": "2048" },
    });
    assert_eq!(schema[10], email);
    server.deep_doctor().await;
}

#[tokio::test]
async fn what_is_set_is_described() {
    let server = TestServer::start();
    let settings = json!({
        "PoolName": "full",
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 12,
                "RequireUppercase": false,
                "RequireLowercase": true,
                "RequireNumbers": false,
                "RequireSymbols": false,
                "PasswordHistorySize": 2,
                "TemporaryPasswordValidityDays": 3,
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] },
        },
        "DeletionProtection": "ACTIVE",
        "LambdaConfig": { "PreSignUp": "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        "AutoVerifiedAttributes": ["email"],
        "AliasAttributes": ["email", "preferred_username"],
        "VerificationMessageTemplate": {
            "DefaultEmailOption": "CONFIRM_WITH_CODE",
            "EmailMessage": "Code {####}",
            "EmailSubject": "Subject",
        },
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "UserPoolTags": { "stage": "test" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
        "UsernameConfiguration": { "CaseSensitive": false },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true, "DeviceOnlyRememberedOnUserPrompt": false },
        "Schema": [{ "Name": "tenant", "AttributeDataType": "String", "Mutable": true }],
        "UserPoolTier": "PLUS",
    });
    let made = server.call("CreateUserPool", settings.clone()).await.ok();
    let pool = &made["UserPool"];
    for (member, value) in settings.as_object().unwrap() {
        match member.as_str() {
            "PoolName" => assert_eq!(pool["Name"], *value),
            "Schema" => {
                let custom = pool["SchemaAttributes"].as_array().unwrap().last().unwrap();
                assert_eq!((&custom["Name"], &custom["Mutable"]), (&json!("custom:tenant"), &json!(true)));
            }
            "AdminCreateUserConfig" => {
                assert_eq!(pool[member], json!({ "AllowAdminCreateUserOnly": true, "UnusedAccountValidityDays": 3 }));
            }
            _ => assert_eq!(pool[member], *value, "{member}"),
        }
    }
    let id = pool["Id"].as_str().unwrap();
    assert_eq!(server.call("DescribeUserPool", json!({ "UserPoolId": id })).await.ok(), made);
    assert_eq!(redacted(&made, &[(id, "<pool>")])["UserPool"]["Id"], "<pool>");
}

#[tokio::test]
async fn the_pool_is_in_the_region_of_the_scope() {
    let server = TestServer::builder().regions(&["eu-west-1", "us-east-1"]).start();
    let made = server.call_in("us-east-1", "CreateUserPool", json!({ "PoolName": "test" })).await.ok();
    assert!(made["UserPool"]["Id"].as_str().unwrap().starts_with("us-east-1_"));
    let refused = server.call_in("ap-south-1", "CreateUserPool", json!({ "PoolName": "test" })).await;
    refused.refused("InvalidSignatureException", "Credential should be scoped to a valid region. ");
}

#[tokio::test]
async fn settings_that_do_not_fit_are_refused() {
    let server = TestServer::start();
    let invalid = "InvalidParameterException";
    for (settings, kind) in [
        (json!({ "AliasAttributes": ["email"], "UsernameAttributes": ["email"] }), invalid),
        (json!({ "MfaConfiguration": "ON" }), invalid),
        (json!({ "AutoVerifiedAttributes": ["phone_number"] }), invalid),
        (json!({ "Schema": [{ "Name": "x", "AttributeDataType": "String", "Required": true }] }), invalid),
        (json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } }), "FeatureUnavailableInTierException"),
        (
            json!({ "UserPoolTier": "LITE", "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } } }),
            "FeatureUnavailableInTierException",
        ),
        (json!({ "UserPoolTags": { "aws:x": "y" } }), "UserPoolTaggingException"),
    ] {
        let answer = server.call("CreateUserPool", testkit::merged(json!({ "PoolName": "test" }), settings.clone())).await;
        assert_eq!(answer.kind(), kind, "{settings}: {answer:?}");
    }
    let listed = server.call("ListUserPools", json!({ "MaxResults": 60 })).await.ok();
    assert_eq!(listed["UserPools"], json!([]));
}

#[tokio::test]
async fn shape_violations_are_told_together() {
    let server = TestServer::start();
    let answer = server.call("CreateUserPool", json!({})).await;
    let missing = "1 validation error detected: Value at 'poolName' failed to satisfy constraint: Member must not be null";
    answer.refused("InvalidParameterException", missing);
    let policy = json!({ "PasswordPolicy": { "MinimumLength": 5 } });
    let answer = server.call("CreateUserPool", json!({ "PoolName": "", "Policies": policy })).await.refusal();
    assert!(answer.message.starts_with("3 validation errors detected: "), "{answer}");
    for part in [
        "Value '' at 'poolName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value '' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+",
        "Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
    ] {
        assert!(answer.message.contains(part), "{part}: {answer}");
    }
}
