use serde_json::{Value, json};
use testkit::{PASSWORD, REGION, TestServer, merged, redacted};
use wire::{Kind, Service, Shape};

/// The pool that results from a request with nothing but a name.
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
        "UserPoolTags": {},
        "AccountRecoverySetting": { "RecoveryMechanisms": [
            { "Name": "verified_email", "Priority": 1 },
            { "Name": "verified_phone_number", "Priority": 2 },
        ] },
        "UserPoolTier": "ESSENTIALS",
        "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY" },
        "IssuerConfiguration": { "Type": "ORIGINAL" },
        "AcrConfiguration": {
            "Level1": { "AcrValue": "urn:cognito:loa:1" },
            "Level2": { "AcrValue": "urn:cognito:loa:2" },
            "Level3": { "AcrValue": "urn:cognito:loa:3" },
            "Level4": { "AcrValue": "urn:cognito:loa:4" },
        },
    })
}

#[tokio::test]
async fn a_pool_without_settings_has_the_service_defaults() {
    let server = TestServer::start();
    let mut pool =
        server.call("CreateUserPool", json!({ "PoolName": "test" })).await.ok()["UserPool"].take();
    let schema = pool["SchemaAttributes"].take();
    let id = pool["Id"].as_str().unwrap().to_owned();
    assert!(
        id.len() == 19
            && id.starts_with("eu-west-1_")
            && id[10..].bytes().all(|c| c.is_ascii_alphanumeric()),
        "{id}"
    );
    assert_eq!(merged(pool, json!({})), untouched(&server, &id));
    let names: Vec<&str> =
        schema.as_array().unwrap().iter().map(|entry| entry["Name"].as_str().unwrap()).collect();
    let expected = "profile address birthdate gender preferred_username updated_at website picture identities sub phone_number \
                    phone_number_verified zoneinfo locale email email_verified given_name family_name middle_name name nickname";
    assert_eq!(names.join(" "), expected);
    let email = json!({
        "Name": "email",
        "AttributeDataType": "String",
        "DeveloperOnlyAttribute": false,
        "Mutable": true,
        "Required": false,
        "StringAttributeConstraints": { "MinLength": "0", "MaxLength": "2048" },
    });
    assert_eq!(schema[14], email);
    server.deep_doctor().await;
}

/// Every setting that a pool can be created with, except those that these exclude.
pub(super) fn every_setting() -> Value {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    let role = "arn:aws:iam::111122223333:role/sms";
    let versioned = json!({ "LambdaVersion": "V1_0", "LambdaArn": arn });
    let level = |name: &str| json!({ "AcrValue": name });
    json!({
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
        "LambdaConfig": {
            "PreSignUp": arn,
            "CustomMessage": arn,
            "PostConfirmation": arn,
            "PreAuthentication": arn,
            "PostAuthentication": arn,
            "DefineAuthChallenge": arn,
            "CreateAuthChallenge": arn,
            "VerifyAuthChallengeResponse": arn,
            "PreTokenGeneration": arn,
            "UserMigration": arn,
            "PreTokenGenerationConfig": { "LambdaVersion": "V3_0", "LambdaArn": arn },
            "CustomSMSSender": versioned,
            "CustomEmailSender": versioned,
            "KMSKeyID": "arn:aws:kms:eu-west-1:111122223333:key/k",
            "InboundFederation": versioned,
        },
        "AutoVerifiedAttributes": ["email", "phone_number"],
        "AliasAttributes": ["email", "preferred_username"],
        "SmsVerificationMessage": "SMS {####}",
        "EmailVerificationMessage": "Code {####}",
        "EmailVerificationSubject": "Subject",
        "VerificationMessageTemplate": {
            "SmsMessage": "SMS {####}",
            "EmailMessage": "Code {####}",
            "EmailSubject": "Subject",
            "EmailSubjectByLink": "Subject of a link",
            "DefaultEmailOption": "CONFIRM_WITH_CODE",
        },
        "SmsAuthenticationMessage": "MFA {####}",
        "MfaConfiguration": "OPTIONAL",
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true, "DeviceOnlyRememberedOnUserPrompt": false },
        "EmailConfiguration": {
            "SourceArn": "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
            "ReplyToEmailAddress": "reply@example.com",
            "EmailSendingAccount": "DEVELOPER",
            "From": "from@example.com",
            "ConfigurationSet": "set",
        },
        "SmsConfiguration": {
            "SnsCallerArn": role,
            "ExternalId": "x",
            "SnsRegion": "eu-west-1",
            "EumsSms": {
                "CallerArn": role,
                "ExternalId": "y",
                "OriginationIdentity": "+15555550100",
                "ConfigurationSetName": "set",
                "InEntityId": "e",
                "InTemplateId": "t",
                "Region": "eu-west-1",
            },
        },
        "UserPoolTags": { "stage": "test" },
        "AdminCreateUserConfig": {
            "AllowAdminCreateUserOnly": true,
            "InviteMessageTemplate": {
                "SMSMessage": "{username} {####}",
                "EmailMessage": "You are {username}: {####}",
                "EmailSubject": "Welcome",
            },
        },
        "Schema": [{
            "Name": "tenant",
            "AttributeDataType": "String",
            "DeveloperOnlyAttribute": false,
            "Mutable": true,
            "Required": false,
            "StringAttributeConstraints": { "MinLength": "1", "MaxLength": "9" },
        }],
        "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED", "AdvancedSecurityAdditionalFlows": { "CustomAuthMode": "AUDIT" } },
        "DcrConfiguration": {
            "EnableStatus": "Enabled",
            "OpenDcrEnabled": true,
            "AuthenticatedGrantTypes": ["code", "client_credentials"],
            "OpenDcrGrantTypes": [],
            "AllowedScopes": ["a/b"],
        },
        "UsernameConfiguration": { "CaseSensitive": false },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
        "UserPoolTier": "PLUS",
        "KeyConfiguration": { "KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": "arn:aws:kms:eu-west-1:111122223333:key/k" },
        "IssuerConfiguration": { "Type": "UPDATED" },
        "AcrConfiguration": { "Level1": level("a"), "Level2": level("b"), "Level3": level("c"), "Level4": level("d") },
    })
}

/// How DescribeUserPool shows these settings.
pub(super) fn described_as(settings: &Value) -> Value {
    let mut shown = settings.clone();
    let members = shown.as_object_mut().unwrap();
    if let Some(name) = members.remove("PoolName") {
        members.insert("Name".to_owned(), name);
    }
    // It is part of the standard attributes.
    members.remove("Schema");
    if let Some(config) = members.get_mut("AdminCreateUserConfig") {
        config["UnusedAccountValidityDays"] =
            settings["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"].clone();
    }
    shown
}

/// Excluded by a setting of [`every_setting`].
const EXCLUDED: [&str; 4] = [
    "UsernameAttributes",
    "EmailMessageByLink",
    "UnusedAccountValidityDays",
    "NumberAttributeConstraints",
];

/// Requires that a value has every member of its shape, so that a member added to the model is not
/// forgotten here.
fn require_complete(shape: &Shape, value: &Value, at: &str) {
    match shape.kind {
        Kind::Structure(members) => {
            for member in members.iter().filter(|member| !EXCLUDED.contains(&member.name)) {
                let at = format!("{at}/{}", member.name);
                let given = value.get(member.name).unwrap_or_else(|| panic!("{at} is not set"));
                require_complete(member.shape, given, &at);
            }
        }
        Kind::List(element) => {
            value.as_array().unwrap().iter().for_each(|one| require_complete(element, one, at));
        }
        Kind::Map(_, element) => {
            value.as_object().unwrap().values().for_each(|one| require_complete(element, one, at));
        }
        _ => {}
    }
}

#[tokio::test]
async fn every_setting_is_described() {
    let server = TestServer::start();
    let settings = every_setting();
    require_complete(wire::operation(Service::Idp, "CreateUserPool").unwrap().input, &settings, "");
    let made = server.call("CreateUserPool", settings.clone()).await.ok();
    let pool = &made["UserPool"];
    for (member, value) in described_as(&settings).as_object().unwrap() {
        assert_eq!(pool[member], *value, "{member}");
    }
    let custom = merged(settings["Schema"][0].clone(), json!({ "Name": "custom:tenant" }));
    assert_eq!(pool["SchemaAttributes"][21], custom);
    let id = pool["Id"].as_str().unwrap();
    assert_eq!(server.call("DescribeUserPool", json!({ "UserPoolId": id })).await.ok(), made);
    assert_eq!(redacted(&made, &[(id, "<pool>")])["UserPool"]["Id"], "<pool>");
    // The settings that exclude those above.
    let others = json!({
        "UsernameAttributes": ["phone_number", "email"],
        "VerificationMessageTemplate": { "EmailMessageByLink": "{##here##}", "DefaultEmailOption": "CONFIRM_WITH_LINK" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false, "UnusedAccountValidityDays": 30 },
    });
    let made = server
        .call("CreateUserPool", merged(json!({ "PoolName": "other" }), others.clone()))
        .await
        .ok();
    for (member, value) in others.as_object().unwrap() {
        assert_eq!(made["UserPool"][member], *value, "{member}");
    }
    assert_eq!(made["UserPool"]["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"], 30);
}

#[tokio::test]
async fn the_pool_is_created_in_the_region_of_the_scope() {
    let server = TestServer::builder().regions(&["eu-west-1", "us-east-1"]).start();
    let made =
        server.call_in("us-east-1", "CreateUserPool", json!({ "PoolName": "test" })).await.ok();
    assert!(made["UserPool"]["Id"].as_str().unwrap().starts_with("us-east-1_"));
    let refused =
        server.call_in("ap-south-1", "CreateUserPool", json!({ "PoolName": "test" })).await;
    refused.refused("InvalidSignatureException", "Credential should be scoped to a valid region. ");
}

#[tokio::test]
async fn invalid_settings_are_refused() {
    let server = TestServer::start();
    let invalid = "InvalidParameterException";
    for (settings, kind) in [
        (json!({ "AliasAttributes": ["email"], "UsernameAttributes": ["email"] }), invalid),
        (json!({ "MfaConfiguration": "ON" }), invalid),
        (json!({ "AutoVerifiedAttributes": ["phone_number"] }), invalid),
        (
            json!({ "Schema": [{ "Name": "x", "AttributeDataType": "String", "Required": true }] }),
            invalid,
        ),
        (
            json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } }),
            "FeatureUnavailableInTierException",
        ),
        (
            json!({ "UserPoolTier": "LITE", "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } } }),
            "FeatureUnavailableInTierException",
        ),
        (json!({ "UserPoolTags": { "aws:x": "y" } }), "UserPoolTaggingException"),
    ] {
        let answer = server
            .call("CreateUserPool", merged(json!({ "PoolName": "test" }), settings.clone()))
            .await;
        assert_eq!(answer.kind(), kind, "{settings}: {answer:?}");
    }
    let listed = server.call("ListUserPools", json!({ "MaxResults": 60 })).await.ok();
    assert_eq!(listed["UserPools"], json!([]));
}

#[tokio::test]
async fn shape_violations_are_reported_together() {
    let server = TestServer::start();
    let answer = server.call("CreateUserPool", json!({})).await;
    let missing = "1 validation error detected: Value null at 'poolName' failed to satisfy constraint: Member must not be null";
    answer.refused("InvalidParameterException", missing);
    let policy = json!({ "PasswordPolicy": { "MinimumLength": 5 } });
    let answer = server
        .call("CreateUserPool", json!({ "PoolName": "", "Policies": policy }))
        .await
        .refusal();
    assert!(answer.message.starts_with("3 validation errors detected: "), "{answer}");
    for part in [
        "Value '' at 'poolName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value '' at 'poolName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+",
        "Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
    ] {
        assert!(answer.message.contains(part), "{part}: {answer}");
    }
}

/// An entry that does not mention `Mutable` makes the attribute immutable: it is given at creation,
/// and nobody changes it afterwards.
#[tokio::test]
async fn an_attribute_is_immutable_unless_its_entry_says_otherwise() {
    let server = TestServer::start();
    let schema = json!([
        { "Name": "email", "Required": true },
        { "Name": "tenant", "AttributeDataType": "String", "StringAttributeConstraints": {} },
        { "Name": "custom:x", "AttributeDataType": "Boolean", "DeveloperOnlyAttribute": false },
    ]);
    let pool = server.pool_with(json!({ "Schema": schema })).await;
    let shown = pool.call("DescribeUserPool", json!({})).await.ok()["UserPool"].take();
    let shown = |at: usize| {
        let entry = &shown["SchemaAttributes"][at];
        (entry["Name"].clone(), entry["AttributeDataType"].clone(), entry["Mutable"].clone())
    };
    assert_eq!(shown(14), (json!("email"), json!("String"), json!(false)));
    assert_eq!(shown(17), (json!("family_name"), json!("String"), json!(true)));
    assert_eq!(shown(21), (json!("custom:tenant"), json!("String"), json!(false)));
    assert_eq!(shown(22), (json!("custom:custom:x"), json!("Boolean"), json!(false)));
    let client = pool.client().await;
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    pool.set_password("alice", PASSWORD).await;
    let access = client.tokens("alice").await.access;
    let invalid = "InvalidParameterException";
    let fixed = "user.email: Attribute cannot be updated. (changing an immutable attribute)";
    let change = json!([{ "Name": "email", "Value": "other@example.com" }]);
    let by_admin = json!({ "Username": "alice", "UserAttributes": change });
    pool.call("AdminUpdateUserAttributes", by_admin).await.refused(invalid, fixed);
    let by_user = json!({ "AccessToken": access, "UserAttributes": change });
    server.call("UpdateUserAttributes", by_user).await.refused(invalid, fixed);
    assert_eq!(pool.user("alice").await["UserAttributes"][1]["Value"], "alice@example.com");
    // The flag is not the address: it can still be verified.
    let flag = json!([{ "Name": "email_verified", "Value": "True" }]);
    let verified = json!({ "Username": "alice", "UserAttributes": flag });
    pool.call("AdminUpdateUserAttributes", verified).await.ok();
    assert_eq!(pool.user("alice").await["UserAttributes"][2], flag[0]);
    let id = testkit::Jwt::decode(&client.tokens("alice").await.id);
    assert_eq!(id.claims["email_verified"], true);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_custom_attribute_needs_a_type() {
    let text =
        "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.";
    let body = json!({ "PoolName": "test", "Schema": [{ "Name": "tenant" }] });
    let answer = TestServer::start().call("CreateUserPool", body).await;
    answer.refused("InvalidParameterException", text);
}

#[tokio::test]
async fn the_schema_takes_names_of_twenty_characters() {
    let body = json!({ "PoolName": "test", "Schema": [{ "Name": "phone_number_verified" }] });
    let text = "1 validation error detected: Value 'phone_number_verified' at 'schema.1.member.name' failed to satisfy \
                constraint: Member must have length less than or equal to 20";
    let answer = TestServer::start().call("CreateUserPool", body).await;
    answer.refused("InvalidParameterException", text);
}

#[tokio::test]
async fn a_link_needs_its_place_in_the_text() {
    let with = |text: &str| json!({ "PoolName": "test", "VerificationMessageTemplate": { "EmailMessageByLink": text } });
    let server = TestServer::start();
    server
        .call("CreateUserPool", with("Please click here."))
        .await
        .refused("InvalidParameterException", "The message is invalid.");
    server.call("CreateUserPool", with("Please {##click here##}.")).await.ok();
}
