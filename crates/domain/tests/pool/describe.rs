use domain::pool::UserPool;
use serde_json::{Value, json};

use crate::fixture::{ACCOUNT, NOW, POOL_ID, encoded, pool};

/// The whole description of a pool with only a name.
fn untouched() -> Value {
    json!({
        "Id": "eu-west-1_Ab12Cd34E", "Name": "p",
        "Arn": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab12Cd34E",
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 8, "RequireUppercase": true, "RequireLowercase": true, "RequireNumbers": true,
                "RequireSymbols": true, "TemporaryPasswordValidityDays": 7,
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] },
        },
        "DeletionProtection": "INACTIVE", "LambdaConfig": {},
        "LastModifiedDate": 1_767_225_600.123, "CreationDate": 1_767_225_600.123,
        "VerificationMessageTemplate": { "DefaultEmailOption": "CONFIRM_WITH_CODE" },
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": [] },
        "MfaConfiguration": "OFF", "EstimatedNumberOfUsers": 0,
        "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false, "UnusedAccountValidityDays": 7 },
        "UserPoolTags": {},
        "AccountRecoverySetting": { "RecoveryMechanisms": [
            { "Priority": 1, "Name": "verified_email" }, { "Priority": 2, "Name": "verified_phone_number" } ] },
        "UserPoolTier": "ESSENTIALS",
        "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY" },
        "IssuerConfiguration": { "Type": "ORIGINAL" },
        "AcrConfiguration": {
            "Level1": { "AcrValue": "urn:cognito:loa:1" }, "Level2": { "AcrValue": "urn:cognito:loa:2" },
            "Level3": { "AcrValue": "urn:cognito:loa:3" }, "Level4": { "AcrValue": "urn:cognito:loa:4" },
        },
    })
}

fn described(pool: &UserPool) -> Value {
    let mut shown = encoded(&pool.describe(ACCOUNT, 0));
    let schema = shown.as_object_mut().unwrap().remove("SchemaAttributes").unwrap();
    assert_eq!(schema.as_array().unwrap().len(), pool.schema().iter().count());
    shown
}

#[test]
fn an_unconfigured_pool_shows_the_defaults_and_nothing_else() {
    assert_eq!(described(&pool(&json!({}))), untouched());
}

#[test]
fn settings_are_shown_as_given() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    let members = json!({
        "Policies": {
            "PasswordPolicy": {
                "MinimumLength": 12, "RequireUppercase": false, "RequireLowercase": true, "RequireNumbers": false,
                "RequireSymbols": false, "TemporaryPasswordValidityDays": 3, "PasswordHistorySize": 5,
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] },
        },
        "DeletionProtection": "ACTIVE",
        "LambdaConfig": { "PreSignUp": arn, "PreTokenGeneration": arn,
            "PreTokenGenerationConfig": { "LambdaVersion": "V2_0", "LambdaArn": arn } },
        "AutoVerifiedAttributes": ["email", "phone_number"],
        "UsernameAttributes": ["email"],
        "SmsAuthenticationMessage": "MFA {####}",
        "VerificationMessageTemplate": { "SmsMessage": "S {####}", "EmailMessage": "E {####}", "EmailSubject": "T",
            "DefaultEmailOption": "CONFIRM_WITH_CODE" },
        "MfaConfiguration": "OPTIONAL",
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true, "DeviceOnlyRememberedOnUserPrompt": false },
        "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:eu-west-1:111122223333:identity/x", "From": "a@b" },
        "SmsConfiguration": { "SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "e" },
        "UserPoolTags": { "stage": "test" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true, "UnusedAccountValidityDays": 0,
            "InviteMessageTemplate": { "EmailMessage": "Hi {username} {####}" } },
        "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" },
        "DcrConfiguration": { "EnableStatus": "Disabled" },
        "UsernameConfiguration": { "CaseSensitive": false },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
        "UserPoolTier": "PLUS",
        "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY" },
        "IssuerConfiguration": { "Type": "UPDATED" },
        "AcrConfiguration": { "Level2": { "AcrValue": "urn:x:2" } },
    });
    let pool = pool(&members);
    let mut expected = untouched();
    for (name, value) in members.as_object().unwrap() {
        expected[name] = value.clone();
    }
    expected["SmsVerificationMessage"] = json!("S {####}");
    expected["EmailVerificationMessage"] = json!("E {####}");
    expected["EmailVerificationSubject"] = json!("T");
    expected["AdminCreateUserConfig"]["UnusedAccountValidityDays"] = json!(3);
    expected["AcrConfiguration"] = untouched()["AcrConfiguration"].clone();
    expected["AcrConfiguration"]["Level2"]["AcrValue"] = json!("urn:x:2");
    assert_eq!(described(&pool), expected);
}

#[test]
fn the_older_message_members_set_the_template() {
    let pool = pool(&json!({
        "SmsVerificationMessage": "S {####}", "EmailVerificationMessage": "E {####}", "EmailVerificationSubject": "T",
        "VerificationMessageTemplate": { "SmsMessage": "newer {####}" },
    }));
    let shown = described(&pool);
    let template = json!({ "SmsMessage": "newer {####}", "EmailMessage": "E {####}", "EmailSubject": "T", "DefaultEmailOption": "CONFIRM_WITH_CODE" });
    assert_eq!(shown["VerificationMessageTemplate"], template);
    assert_eq!(shown["SmsVerificationMessage"], "newer {####}");
    assert_eq!(shown["EmailVerificationMessage"], "E {####}");
}

#[test]
fn a_token_trigger_shows_in_both_of_its_members() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    let both = |version: &str| json!({ "PreTokenGeneration": arn, "PreTokenGenerationConfig": { "LambdaVersion": version, "LambdaArn": arn } });
    let legacy = pool(&json!({ "LambdaConfig": { "PreTokenGeneration": arn } }));
    assert_eq!(described(&legacy)["LambdaConfig"], both("V1_0"));
    let newer = pool(
        &json!({ "LambdaConfig": { "PreTokenGenerationConfig": { "LambdaVersion": "V3_0", "LambdaArn": arn } } }),
    );
    assert_eq!(described(&newer)["LambdaConfig"], both("V3_0"));
}

#[test]
fn client_registration_is_on_once_it_is_configured() {
    let pool = pool(&json!({ "DcrConfiguration": { "OpenDcrEnabled": true } }));
    assert_eq!(
        described(&pool)["DcrConfiguration"],
        json!({ "EnableStatus": "Enabled", "OpenDcrEnabled": true })
    );
}

#[test]
fn the_list_entry_is_short() {
    let summary = encoded(&pool(&json!({})).summary());
    let expected = json!({ "Id": POOL_ID, "Name": "p", "LambdaConfig": {}, "LastModifiedDate": 1_767_225_600.123, "CreationDate": 1_767_225_600.123 });
    assert_eq!(summary, expected);
}

#[test]
fn the_user_count_is_capped_at_the_largest_value() {
    let shown = pool(&json!({})).describe(ACCOUNT, i64::MAX);
    assert_eq!(shown.estimated_number_of_users, Some(i32::MAX));
}

#[test]
fn a_stored_pool_is_read_back_unchanged() {
    let mut before = pool(
        &json!({ "Schema": [{ "Name": "tenant", "AttributeDataType": "String", "Mutable": true }, { "Name": "email", "Required": true }],
        "UserPoolTags": { "a\"b": "c\\d" } }),
    );
    before.modified = NOW.plus_seconds(5);
    let doc = before.to_doc();
    assert!(doc.starts_with(r#"{"v":1,"#) && !doc.contains("sessions"), "{doc}");
    assert_eq!(UserPool::from_doc(POOL_ID, &doc), Ok(before.clone()));
    let sessions = json!({ "UserPoolId": POOL_ID, "UserSessionTracking": "ENABLED", "TokenSession": { "MaxPerUser": 3 } });
    before.set_sessions(wire::decode(sessions).unwrap(), NOW).unwrap();
    let stored = UserPool::from_doc(POOL_ID, &before.to_doc()).unwrap();
    assert_eq!((stored.tracks_sessions(), stored.sessions_per_user()), (true, 3));
    assert_eq!(stored, before);
    // Dormant in a tier without sessions, however the pool got into it.
    before.settings.user_pool_tier = Some(wire::idp::UserPoolTierType::Lite);
    assert!(!before.tracks_sessions());
}

/// Earlier versions stored entries without `Mutable` for attributes that they treated as mutable,
/// and custom attributes without a type.
#[test]
fn a_stored_schema_keeps_its_meaning() {
    let mut before = pool(&json!({ "Schema": [
        { "Name": "email", "AttributeDataType": "String", "Mutable": true, "Required": true },
        { "Name": "tenant", "AttributeDataType": "String", "Mutable": false },
    ] }));
    let more = json!({ "UserPoolId": POOL_ID, "CustomAttributes": [{ "Name": "email", "AttributeDataType": "String" }] });
    let more: wire::idp::AddCustomAttributesRequest = wire::decode(more).unwrap();
    before = before.add_custom_attributes(NOW, more.custom_attributes).unwrap();
    let doc = before.to_doc();
    let older = doc
        .replace(r#""AttributeDataType":"String""#, r#""DeveloperOnlyAttribute":false"#)
        .replace(r#","Mutable":true"#, "");
    assert_ne!(older, doc);
    let stored = UserPool::from_doc(POOL_ID, &older).unwrap();
    assert_eq!(stored.schema(), before.schema());
    let again = UserPool::from_doc(POOL_ID, &stored.to_doc()).unwrap();
    assert_eq!(again.schema(), before.schema());
    // What this version stores needs no defaults.
    let fixed = pool(&json!({ "Schema": [{ "Name": "email" }] }));
    let stored = UserPool::from_doc(POOL_ID, &fixed.to_doc()).unwrap();
    assert!(!stored.schema().find("email").unwrap().mutable);
    assert_eq!(stored, fixed);
}

#[test]
fn a_document_of_another_version_or_kind_is_refused() {
    let doc = pool(&json!({})).to_doc();
    for (text, member) in [
        (doc.replace(r#""v":1"#, r#""v":2"#), "v"),
        (doc.replace("settings", "other"), "settings"),
        (doc.replace("created", "other"), "created"),
        ("[]".to_owned(), "the document"),
        (String::new(), "the document"),
    ] {
        assert_eq!(UserPool::from_doc(POOL_ID, &text).unwrap_err().member, member);
    }
}

#[test]
fn an_unreadable_document_says_why() {
    let cause = |text: &str| {
        let bad = UserPool::from_doc(POOL_ID, text).unwrap_err();
        std::error::Error::source(&bad).map(ToString::to_string)
    };
    let doc = pool(&json!({ "DeletionProtection": "ACTIVE" })).to_doc();
    assert_eq!(cause(&doc[..9]).unwrap(), "EOF while parsing a string at line 1 column 9");
    assert_eq!(
        cause(&doc.replace("ACTIVE", "odd")).unwrap(),
        "Unknown value at 'deletionProtection'"
    );
    assert_eq!(cause(&doc.replace(r#""v":1"#, r#""v":2"#)), None);
}
