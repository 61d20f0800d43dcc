use domain::pool::SettingsRefusal::{
    self, FeatureUnavailableInTier, InvalidParameter, UserPoolTagging,
};
use serde_json::{Value, json};

use crate::fixture::{ACCOUNT, encoded, pool, try_pool};

const ARN: &str = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const OTHER_ARN: &str = "arn:aws:lambda:eu-west-1:111122223333:function:g";
const MFA: &str = "SMS configuration and Auto verification for phone_number are required when MFA is required/optional";
const RECOVERY: &str =
    "Invalid account recovery setting parameter. Account Recovery Setting cannot use";

fn sms() -> Value {
    json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" })
}

fn factors(list: &[&str]) -> Value {
    json!({ "SignInPolicy": { "AllowedFirstAuthFactors": list } })
}

fn recovery(list: &[(&str, i32)]) -> Value {
    let mechanisms: Vec<_> =
        list.iter().map(|(name, priority)| json!({ "Name": name, "Priority": priority })).collect();
    json!({ "RecoveryMechanisms": mechanisms })
}

fn refused(cases: &[(Value, &str)], kind: fn(String) -> SettingsRefusal) {
    for (members, text) in cases {
        assert_eq!(try_pool(members).err(), Some(kind((*text).to_owned())), "{members}");
    }
}

#[test]
fn sign_in_names_exclude_each_other() {
    let text = "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.";
    refused(
        &[(json!({ "AliasAttributes": ["email"], "UsernameAttributes": ["email"] }), text)],
        InvalidParameter,
    );
    pool(&json!({ "AliasAttributes": [], "UsernameAttributes": ["email"] }));
}

#[test]
fn the_older_password_validity_is_superseded() {
    let lives = |newer: i32, older: i32| {
        json!({ "Policies": { "PasswordPolicy": { "TemporaryPasswordValidityDays": newer } },
            "AdminCreateUserConfig": { "UnusedAccountValidityDays": older } })
    };
    let text = "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays";
    refused(&[(lives(7, 7), text), (lives(1, 3), text)], InvalidParameter);
    for (newer, older, days) in [(0, 0, 7), (5, 0, 5), (0, 9, 9)] {
        assert_eq!(pool(&lives(newer, older)).temporary_password_days(), days);
    }
}

#[test]
fn verification_requires_its_prerequisites() {
    let sms_text =
        "SMS configuration is required when phone_number is selected for auto verification";
    let update_text = "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes";
    let before = json!({ "AttributesRequireVerificationBeforeUpdate": ["email"] });
    refused(
        &[
            (json!({ "AutoVerifiedAttributes": ["phone_number"] }), sms_text),
            (json!({ "UserAttributeUpdateSettings": before }), update_text),
            (
                json!({ "UserAttributeUpdateSettings": before, "AutoVerifiedAttributes": ["phone_number"], "SmsConfiguration": sms() }),
                update_text,
            ),
        ],
        InvalidParameter,
    );
}

#[test]
fn one_template_may_hold_a_code_and_a_link() {
    let both = json!({ "EmailMessage": "{####}x", "EmailMessageByLink": "{##x##}",
        "EmailSubject": "a", "EmailSubjectByLink": "b", "SmsMessage": "{####}" });
    for option in ["CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK"] {
        let mut template = both.clone();
        template["DefaultEmailOption"] = json!(option);
        let pool = pool(&json!({ "VerificationMessageTemplate": template }));
        assert_eq!(encoded(&pool.describe(ACCOUNT, 0))["VerificationMessageTemplate"], template);
        assert_eq!(pool.confirms_with_link(), option == "CONFIRM_WITH_LINK");
    }
}

#[test]
fn a_text_with_a_link_has_a_place_for_it() {
    let with =
        |text: &str| json!({ "VerificationMessageTemplate": { "EmailMessageByLink": text } });
    for text in ["Click here", "##} {##", "{##here", "here##}", "{##here##}\u{1b}"] {
        refused(&[(with(text), "The message is invalid.")], InvalidParameter);
    }
    for text in ["{##here##}", "Hé,\r\n\tclick {## here ##}, or {##there##}."] {
        pool(&with(text));
    }
}

/// Lengths are counted in characters.
#[test]
fn long_texts_of_any_script_are_accepted() {
    let text = "é".repeat(19_994) + "{####}";
    pool(
        &json!({ "EmailVerificationMessage": text, "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT" } }),
    );
}

#[test]
fn a_sender_of_ones_own_is_named() {
    refused(
        &[(
            json!({ "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER" } }),
            "SourceArn is required when EmailSendingAccount is DEVELOPER.",
        )],
        InvalidParameter,
    );
}

#[test]
fn incompatible_factors_are_refused() {
    let alone = "Password should be configured as one of the allowed first auth factors.";
    let codes = "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled";
    let passkey =
        "WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.";
    let unsent = "SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration";
    let token = "SOFTWARE_TOKEN is not supported as one of the allowed first auth factors.";
    let required_with = |factor: &str| json!({ "MfaConfiguration": "ON", "SmsConfiguration": sms(), "Policies": factors(&["PASSWORD", factor]) });
    refused(
        &[
            (json!({ "MfaConfiguration": "ON" }), MFA),
            (json!({ "MfaConfiguration": "OPTIONAL" }), MFA),
            (json!({ "Policies": factors(&["PASSWORD", "SOFTWARE_TOKEN"]) }), token),
            (json!({ "Policies": factors(&["EMAIL_OTP"]) }), alone),
            (json!({ "Policies": factors(&["PASSWORD", "SMS_OTP"]) }), unsent),
            (required_with("EMAIL_OTP"), codes),
            (required_with("SMS_OTP"), codes),
            (required_with("WEB_AUTHN"), passkey),
        ],
        InvalidParameter,
    );
    assert!(
        pool(&json!({ "MfaConfiguration": "ON", "SmsConfiguration": sms(), "Policies": factors(&["PASSWORD"]) })).mfa_required()
    );
    assert!(
        pool(&json!({ "MfaConfiguration": "OPTIONAL", "SmsConfiguration": sms() })).mfa_optional()
    );
}

#[test]
fn recovery_settings_are_consistent() {
    let text = |rest: &str| format!("{RECOVERY} {rest}");
    let cases = [
        (
            recovery(&[("admin_only", 1), ("verified_email", 2)]),
            text("admin_only setting with any other recovery mechanisms."),
        ),
        (
            recovery(&[("verified_email", 1), ("verified_email", 2)]),
            text("a recovery mechanism more than once."),
        ),
        (
            recovery(&[("verified_email", 1), ("verified_phone_number", 1)]),
            text("a priority more than once."),
        ),
    ];
    for (setting, text) in &cases {
        refused(&[(json!({ "AccountRecoverySetting": setting }), text)], InvalidParameter);
    }
    let sms_only =
        text("verified_phone_number as a recovery mechanism when SMS MFA is configured.");
    let setting = recovery(&[("verified_email", 1), ("verified_phone_number", 2)]);
    let members = json!({ "AccountRecoverySetting": setting, "MfaConfiguration": "ON", "SmsConfiguration": sms() });
    refused(&[(members, &sms_only)], InvalidParameter);
}

#[test]
fn triggers_are_consistent() {
    let versioned = |arn: &str| json!({ "LambdaVersion": "V1_0", "LambdaArn": arn });
    let different = "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's";
    let key = "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.";
    let config = |config: Value| json!({ "LambdaConfig": config });
    refused(
        &[
            (
                config(
                    json!({ "PreTokenGeneration": ARN, "PreTokenGenerationConfig": versioned(OTHER_ARN) }),
                ),
                different,
            ),
            (config(json!({ "CustomEmailSender": versioned(ARN) })), key),
            (config(json!({ "CustomSMSSender": versioned(ARN) })), key),
        ],
        InvalidParameter,
    );
    pool(&config(
        json!({ "CustomSMSSender": versioned(ARN), "KMSKeyID": "arn:aws:kms:eu-west-1:111122223333:key/k" }),
    ));
}

#[test]
fn a_tier_names_everything_that_it_lacks() {
    let text = |tier: &str, features: &str| {
        format!(
            "The following features need to be disabled for the {tier} pricing tier configured: {features}"
        )
    };
    let lite = |name: &str, value: Value| json!({ "UserPoolTier": "LITE", name: value });
    let history = json!({ "PasswordPolicy": { "PasswordHistorySize": 1 } });
    let token = |version: &str| json!({ "PreTokenGenerationConfig": { "LambdaVersion": version, "LambdaArn": ARN } });
    let cases = [
        (
            lite("Policies", factors(&["PASSWORD", "EMAIL_OTP"])),
            text("LITE", "Passwordless Sign-In"),
        ),
        (lite("Policies", history), text("LITE", "Password History")),
        (
            lite("LambdaConfig", token("V2_0")),
            text("LITE", "Token Customization with Pre-Token Generation Lambda V2_0"),
        ),
        (
            lite("AcrConfiguration", json!({ "Level1": { "AcrValue": "x" } })),
            text("LITE", "ACR Configuration"),
        ),
        (lite("DcrConfiguration", json!({})), text("LITE", "Dynamic Client Registration")),
        (
            lite("UserPoolAddOns", json!({ "AdvancedSecurityMode": "AUDIT" })),
            text("LITE", "Threat Protection"),
        ),
        (
            json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } }),
            text("ESSENTIALS", "Threat Protection"),
        ),
        (
            json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "OFF", "AdvancedSecurityAdditionalFlows": { "CustomAuthMode": "ENFORCED" } } }),
            text("ESSENTIALS", "Threat Protection"),
        ),
        (
            json!({ "UserPoolTier": "LITE", "LambdaConfig": token("V3_0"), "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }),
            text(
                "LITE",
                "Token Customization with Pre-Token Generation Lambda V3_0, Threat Protection",
            ),
        ),
    ];
    for (members, text) in &cases {
        refused(&[(members.clone(), text)], FeatureUnavailableInTier);
    }
    for allowed in [
        lite("Policies", factors(&["PASSWORD"])),
        lite("LambdaConfig", token("V1_0")),
        lite("DcrConfiguration", json!({ "EnableStatus": "Disabled" })),
        lite("AcrConfiguration", json!({})),
        lite("AcrConfiguration", json!({ "Level1": { "AcrValue": "urn:cognito:loa:1" } })),
        json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "OFF" } }),
        json!({ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" } }),
    ] {
        pool(&allowed);
    }
}

#[test]
fn level_names_are_unique_including_the_defaults() {
    let named = |levels: Value| json!({ "AcrConfiguration": levels });
    let value = |text: &str| json!({ "AcrValue": text });
    refused(
        &[
            (
                named(json!({ "Level1": value("x"), "Level3": value("x") })),
                "The ACR value x is used for more than one level.",
            ),
            (
                named(json!({ "Level1": value("urn:cognito:loa:2") })),
                "The ACR value urn:cognito:loa:2 is used for more than one level.",
            ),
        ],
        InvalidParameter,
    );
    let swapped = pool(&named(
        json!({ "Level1": value("urn:cognito:loa:2"), "Level2": value("urn:cognito:loa:1") }),
    ));
    assert_eq!(swapped.acr_value(1), "urn:cognito:loa:2");
}

#[test]
fn keys_and_tags_are_checked() {
    let key = "arn:aws:kms:eu-west-1:111122223333:key/k";
    refused(
        &[
            (
                json!({ "KeyConfiguration": { "KeyType": "CUSTOMER_MANAGED_KEY" } }),
                "KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY.",
            ),
            (
                json!({ "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY", "KmsKeyArn": key } }),
                "KmsKeyArn is not allowed when KeyType is AWS_OWNED_KEY.",
            ),
        ],
        InvalidParameter,
    );
    let tags = |count: usize| json!({ "UserPoolTags": (0..count).map(|index| (format!("k{index}"), Value::from("v"))).collect::<serde_json::Map<_, _>>() });
    pool(&tags(50));
    let reserved = "aws: prefixed tag key names are not allowed for external use.";
    refused(
        &[
            (tags(51), "A user pool cannot have more than 50 tags."),
            (json!({ "UserPoolTags": { "AWS:x": "v" } }), reserved),
        ],
        UserPoolTagging,
    );
    pool(&json!({ "UserPoolTags": { "\u{e4}ws:": "", "aw": "" } }));
}
