use domain::Time;
use domain::pool::SettingsRefusal::{
    self, FeatureUnavailableInTier, InvalidParameter, TierChangeNotAllowed, UserPoolTagging,
};
use domain::pool::UserPool;
use serde_json::{Value, json};

use super::mfa::{own_sender, set_mfa};
use crate::fixture::{ACCOUNT, NOW, POOL_ID, encoded, pool, try_pool};

const LATER: Time = Time(NOW.0 + 5_000);

fn try_update(before: &UserPool, mut members: Value) -> Result<UserPool, SettingsRefusal> {
    members["UserPoolId"] = json!(POOL_ID);
    before.update(LATER, wire::decode(members).unwrap())
}

fn update(before: &UserPool, members: Value) -> UserPool {
    try_update(before, members).unwrap()
}

fn described(pool: &UserPool) -> Value {
    encoded(&pool.describe(ACCOUNT, 0))
}

/// What an update keeps whatever it contains.
fn kept() -> Value {
    json!({
        "UsernameAttributes": ["email"],
        "UsernameConfiguration": { "CaseSensitive": false },
        "Schema": [{ "Name": "tenant", "AttributeDataType": "String", "Mutable": true }, { "Name": "name", "Required": true }],
    })
}

/// What an update keeps if it omits it.
fn left_alone() -> Value {
    json!({
        "Policies": { "PasswordPolicy": { "MinimumLength": 12, "RequireUppercase": false, "RequireLowercase": false,
            "RequireNumbers": false, "RequireSymbols": false, "PasswordHistorySize": 3, "TemporaryPasswordValidityDays": 3 },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } },
        "UserPoolTags": { "stage": "test" },
        "DcrConfiguration": { "EnableStatus": "Enabled" },
        "UserPoolTier": "PLUS",
        "DeletionProtection": "ACTIVE",
        "SmsVerificationMessage": "S {####}",
        "EmailVerificationMessage": "E {####}",
        "EmailVerificationSubject": "T",
        "VerificationMessageTemplate": { "EmailSubjectByLink": "T" },
        "MfaConfiguration": "OPTIONAL",
        "EmailConfiguration": { "From": "a@b" },
        "SmsConfiguration": { "ExternalId": "e" },
        "SmsAuthenticationMessage": "MFA {####}",
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
        "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY" },
        "IssuerConfiguration": { "Type": "UPDATED" },
    })
}

/// What an update resets if it omits it.
fn replaced() -> Value {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    json!({
        "LambdaConfig": { "PreSignUp": arn },
        "AutoVerifiedAttributes": ["email"],
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true },
        "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" },
        "AcrConfiguration": { "Level2": { "AcrValue": "urn:x:2" } },
    })
}

fn all(parts: &[Value]) -> Value {
    let members = parts.iter().flat_map(|part| part.as_object().unwrap().clone());
    Value::Object(members.collect())
}

fn changed_at(mut pool: UserPool, at: Time) -> UserPool {
    pool.modified = at;
    pool
}

#[test]
fn omitted_settings_become_unset() {
    let before = pool(&all(&[kept(), left_alone(), replaced()]));
    let after = update(&before, json!({}));
    assert_eq!(after, changed_at(pool(&all(&[kept(), left_alone()])), LATER));
}

/// The setting stays although the request empties the list that it was checked against.
#[test]
fn verification_before_an_update_stays_until_it_is_emptied() {
    let setting = json!({ "AttributesRequireVerificationBeforeUpdate": ["email"] });
    let before = pool(
        &json!({ "AutoVerifiedAttributes": ["email"], "UserAttributeUpdateSettings": setting }),
    );
    let after = update(&before, json!({}));
    assert_eq!(after.verified_before_update(), before.verified_before_update());
    assert!(after.auto_verified().is_empty());
    let none = json!({ "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": [] } });
    assert!(update(&before, none).verified_before_update().is_empty());
    let text = "All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes";
    let alone = try_update(&before, json!({ "UserAttributeUpdateSettings": setting }));
    assert_eq!(alone, Err(InvalidParameter(text.to_owned())), "although the pool has them");
}

#[test]
fn a_given_admin_configuration_does_not_open_sign_up() {
    let closed = pool(&json!({ "AdminCreateUserConfig": {
        "AllowAdminCreateUserOnly": true, "UnusedAccountValidityDays": 2 } }));
    let invitation =
        json!({ "AdminCreateUserConfig": { "InviteMessageTemplate": { "EmailSubject": "s" } } });
    let after = update(&closed, invitation);
    assert!(after.admin_create_only());
    assert_eq!(after.temporary_password_days(), 2);
    let opened =
        update(&closed, json!({ "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false } }));
    assert!(!opened.admin_create_only());
    // The newer setting takes the place of the older one.
    let policy = json!({ "PasswordPolicy": { "TemporaryPasswordValidityDays": 5 } });
    let after = update(&closed, json!({ "Policies": policy }));
    assert!(after.admin_create_only());
    assert_eq!(after.temporary_password_days(), 5);
}

/// The template and the older members show the same texts, whichever was given last.
#[test]
fn templates_are_mirrored_in_both_directions() {
    let texts = |pool: &UserPool| {
        let shown = described(pool);
        let template = shown["VerificationMessageTemplate"].clone();
        assert_eq!(template["EmailMessage"], shown["EmailVerificationMessage"]);
        assert_eq!(template["EmailSubject"], shown["EmailVerificationSubject"]);
        assert_eq!(template["SmsMessage"], shown["SmsVerificationMessage"]);
        template
    };
    let link = json!({ "EmailMessage": "a {####}", "EmailMessageByLink": "{##b##}" });
    let before =
        pool(&json!({ "VerificationMessageTemplate": link, "EmailVerificationSubject": "c" }));
    let older = update(&before, json!({ "EmailVerificationMessage": "d {####}" }));
    let expected = json!({ "EmailMessage": "d {####}", "EmailMessageByLink": "{##b##}",
        "EmailSubject": "c", "DefaultEmailOption": "CONFIRM_WITH_CODE" });
    assert_eq!(texts(&older), expected);
    let newer =
        update(&older, json!({ "VerificationMessageTemplate": { "SmsMessage": "e {####}" } }));
    let expected = json!({ "SmsMessage": "e {####}", "DefaultEmailOption": "CONFIRM_WITH_CODE" });
    assert_eq!(texts(&newer), expected);
}

#[test]
fn given_settings_are_shown_as_at_creation() {
    let given = all(&[left_alone(), replaced()]);
    let after = update(&pool(&kept()), given.clone());
    assert_eq!(after, changed_at(pool(&all(&[kept(), given])), LATER));
    assert_eq!(described(&after)["CreationDate"], described(&pool(&json!({})))["CreationDate"]);
}

#[test]
fn switching_mfa_off_leaves_how_to_send() {
    let own = json!({ "SmsConfiguration": { "ExternalId": "e" }, "SmsAuthenticationMessage": "M {####}",
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true },
        "VerificationMessageTemplate": { "SmsMessage": "S {####}" } });
    let before = pool(&all(&[own.clone(), json!({ "MfaConfiguration": "OPTIONAL" })]));
    let off =
        json!({ "MfaConfiguration": "OFF", "DeviceConfiguration": own["DeviceConfiguration"] });
    let after = described(&update(&before, off));
    assert_eq!(after["MfaConfiguration"], "OFF");
    for member in ["SmsConfiguration", "SmsAuthenticationMessage", "DeviceConfiguration"] {
        assert_eq!(after[member], own[member], "{member}");
    }
    assert_eq!(after["VerificationMessageTemplate"]["SmsMessage"], "S {####}");
}

#[test]
fn a_pool_can_be_renamed() {
    assert_eq!(update(&pool(&json!({})), json!({ "PoolName": "another" })).name(), "another");
}

#[test]
fn each_policy_is_kept_on_its_own() {
    let before = pool(&left_alone());
    let policies = |members: Value| described(&update(&before, members))["Policies"].clone();
    let kept = described(&before)["Policies"].clone();
    assert_eq!(policies(json!({})), kept);
    let passwords = policies(json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 9 } } }));
    assert_eq!(passwords["SignInPolicy"], kept["SignInPolicy"]);
    let given_in_part = json!({ "MinimumLength": 9, "RequireUppercase": false, "RequireLowercase": false,
        "RequireNumbers": false, "RequireSymbols": false, "PasswordHistorySize": 3, "TemporaryPasswordValidityDays": 3 });
    assert_eq!(passwords["PasswordPolicy"], given_in_part);
    let sign_in = json!({ "AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"] });
    let sign_in_alone = policies(json!({ "Policies": { "SignInPolicy": sign_in } }));
    assert_eq!(sign_in_alone["SignInPolicy"], sign_in);
    assert_eq!(sign_in_alone["PasswordPolicy"], kept["PasswordPolicy"]);
}

/// Making the password longer drops no other rule.
#[test]
fn a_policy_given_in_part_loosens_nothing_that_it_does_not_name() {
    let longer = json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 12 } } });
    let policy = update(&pool(&json!({})), longer).password_policy();
    assert!(policy.check("Abcdefghij1!").is_ok());
    for weak in ["abcdefghij1!", "ABCDEFGHIJ1!", "Abcdefghijk!", "Abcdefghijk1", "Abcdefgh1!"] {
        assert!(policy.check(weak).is_err(), "{weak}");
    }
}

#[test]
fn an_update_without_a_minimum_length_takes_the_default() {
    let before = pool(&json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 12 } } }));
    let in_part = json!({ "Policies": { "PasswordPolicy": { "RequireSymbols": true } } });
    let after = described(&update(&before, in_part));
    assert_eq!(after["Policies"]["PasswordPolicy"]["MinimumLength"], 8);
}

/// A structure without its list names nothing.
#[test]
fn an_empty_structure_switches_nothing_off() {
    let before = pool(&json!({ "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "admin_only" }] } }));
    let empty = json!({ "UserAttributeUpdateSettings": {}, "AccountRecoverySetting": {} });
    let after = update(&before, empty);
    assert_eq!(after.verified_before_update(), before.verified_before_update());
    assert_eq!(after.recovery(), before.recovery());
}

#[test]
fn mfa_by_email_does_not_lose_its_sender() {
    let by_email = json!({ "MfaConfiguration": "ON", "EmailMfaConfiguration": {} });
    let before = set_mfa(&pool(&own_sender()), by_email).unwrap();
    let text = "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT";
    for account in [json!({}), json!({ "EmailSendingAccount": "COGNITO_DEFAULT" })] {
        assert_eq!(
            try_update(&before, json!({ "EmailConfiguration": account })),
            Err(InvalidParameter(text.to_owned()))
        );
    }
    // With MFA off its methods are gone.
    let off = update(&before, json!({ "MfaConfiguration": "OFF" }));
    assert_eq!(encoded(&off.mfa_config()), json!({ "MfaConfiguration": "OFF" }));
    update(&off, json!({ "EmailConfiguration": {} }));
}

#[test]
fn tags_and_registration_are_replaced_when_given() {
    let after = update(
        &pool(&left_alone()),
        json!({ "UserPoolTags": {}, "DcrConfiguration": { "OpenDcrEnabled": true } }),
    );
    assert!(after.tags().is_empty());
    assert_eq!(
        described(&after)["DcrConfiguration"],
        json!({ "EnableStatus": "Enabled", "OpenDcrEnabled": true })
    );
}

/// Each is refused just as by CreateUserPool.
#[test]
fn the_rules_of_creation_apply() {
    for members in [
        json!({ "AutoVerifiedAttributes": ["phone_number"] }),
        json!({ "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }),
        json!({ "MfaConfiguration": "ON" }),
        json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": ["EMAIL_OTP"] } } }),
        json!({ "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER" } }),
        json!({ "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }),
        json!({ "KeyConfiguration": { "KeyType": "CUSTOMER_MANAGED_KEY" } }),
        json!({ "AcrConfiguration": { "Level1": { "AcrValue": "urn:cognito:loa:2" } } }),
        json!({ "UserPoolTags": { "aws:x": "y" } }),
    ] {
        let refusal = try_update(&pool(&json!({})), members.clone()).unwrap_err();
        assert_eq!(try_pool(&members), Err(refusal), "{members}");
    }
    let tagging = try_update(&pool(&json!({})), json!({ "UserPoolTags": { "aws:x": "y" } }));
    assert!(matches!(tagging, Err(UserPoolTagging(_))));
}

/// Settings that stay are checked together with those given.
#[test]
fn a_kept_policy_supersedes_the_older_password_validity() {
    let before =
        pool(&json!({ "Policies": { "PasswordPolicy": { "TemporaryPasswordValidityDays": 3 } } }));
    let text = "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays";
    let refused =
        try_update(&before, json!({ "AdminCreateUserConfig": { "UnusedAccountValidityDays": 9 } }));
    assert_eq!(refused, Err(InvalidParameter(text.to_owned())));
}

/// What a pool is described with may be sent back, even where it could not be set.
#[test]
fn the_described_recovery_may_be_sent_back() {
    let before =
        pool(&json!({ "MfaConfiguration": "ON", "SmsConfiguration": { "ExternalId": "e" } }));
    let shown = described(&before)["AccountRecoverySetting"].clone();
    let after = update(&before, json!({ "AccountRecoverySetting": shown }));
    assert_eq!(described(&after)["AccountRecoverySetting"], shown);
    let phone =
        json!({ "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_phone_number" }] });
    assert!(try_update(&before, json!({ "AccountRecoverySetting": phone })).is_err());
}

#[test]
fn a_tier_cannot_drop_below_settings_that_stay() {
    let text = |features: &str| {
        format!(
            "The following features need to be disabled for the LITE pricing tier configured: {features}"
        )
    };
    let lite = |mut members: Value| {
        members["UserPoolTier"] = json!("LITE");
        members
    };
    let stays = [
        (json!({ "Policies": left_alone()["Policies"] }), "Passwordless Sign-In, Password History"),
        (
            json!({ "DcrConfiguration": { "EnableStatus": "Enabled" } }),
            "Dynamic Client Registration",
        ),
        (json!({ "DcrConfiguration": {} }), "Dynamic Client Registration"),
    ];
    for (settings, features) in stays {
        let refused = try_update(&pool(&settings), lite(json!({})));
        assert_eq!(refused, Err(TierChangeNotAllowed(text(features))), "{settings}");
    }
    let by_email =
        json!({ "MfaConfiguration": "OPTIONAL", "EmailMfaConfiguration": { "Subject": "s" } });
    let email = set_mfa(&pool(&own_sender()), by_email).unwrap();
    assert_eq!(try_update(&email, lite(json!({}))), Err(TierChangeNotAllowed(text("Email MFA"))));
    // A feature that the request itself names is refused as such.
    let given = lite(json!({ "DcrConfiguration": { "EnableStatus": "Enabled" } }));
    assert_eq!(
        try_update(&pool(&json!({})), given),
        Err(FeatureUnavailableInTier(text("Dynamic Client Registration")))
    );
    // Dropping everything that needs the higher tier together with the tier works.
    let policies = json!({ "PasswordPolicy": { "PasswordHistorySize": 0 }, "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] } });
    let disabled =
        lite(json!({ "DcrConfiguration": { "EnableStatus": "Disabled" }, "Policies": policies }));
    update(&pool(&all(&[left_alone(), replaced()])), disabled);
    update(&pool(&json!({})), lite(json!({})));
    let raised = update(
        &pool(&json!({ "UserPoolTier": "LITE" })),
        json!({ "UserPoolTier": "PLUS", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }),
    );
    assert_eq!(described(&raised)["UserPoolTier"], "PLUS");
}

/// A LITE pool stays LITE, and features that LITE lacks stay refused.
#[test]
fn an_omitted_tier_is_kept() {
    let lite = pool(&json!({ "UserPoolTier": "LITE" }));
    assert_eq!(described(&update(&lite, json!({})))["UserPoolTier"], "LITE");
    let refused =
        try_update(&lite, json!({ "AcrConfiguration": { "Level1": { "AcrValue": "x" } } }));
    assert!(matches!(refused, Err(FeatureUnavailableInTier(_))), "{refused:?}");
}

#[test]
fn an_update_keeps_mfa() {
    let totp =
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true }, "MfaConfiguration": "ON" });
    let before = set_mfa(&pool(&json!({})), totp).unwrap();
    let renamed = update(&before, json!({ "PoolName": "another" }));
    assert!(renamed.mfa_required());
    assert_eq!(renamed.mfa_config(), before.mfa_config());
    let off = update(&before, json!({ "MfaConfiguration": "OFF" }));
    assert!(!off.mfa_required());
    let passkeys =
        json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"] } });
    let text =
        "WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.";
    assert_eq!(
        try_update(&before, json!({ "Policies": passkeys })),
        Err(InvalidParameter(text.to_owned()))
    );
    let text = "SMS configuration and Auto verification for phone_number are required when MFA is required/optional";
    assert_eq!(
        try_update(&pool(&json!({})), json!({ "MfaConfiguration": "ON" })),
        Err(InvalidParameter(text.to_owned()))
    );
}
