use domain::Time;
use domain::pool::SettingsRefusal::{
    self, FeatureUnavailableInTier, InvalidParameter, TierChangeNotAllowed, UserPoolTagging,
};
use domain::pool::UserPool;
use serde_json::{Value, json};

use super::mfa::set_mfa;
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
        "Schema": [{ "Name": "tenant", "Mutable": true }, { "Name": "name", "Required": true }],
    })
}

/// What an update keeps if it omits it.
fn left_alone() -> Value {
    json!({
        "Policies": { "PasswordPolicy": { "MinimumLength": 12, "PasswordHistorySize": 3, "TemporaryPasswordValidityDays": 3 },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } },
        "UserPoolTags": { "stage": "test" },
        "DcrConfiguration": { "EnableStatus": "Enabled" },
        "UserPoolTier": "PLUS",
    })
}

/// What an update resets if it omits it.
fn replaced() -> Value {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f";
    json!({
        "DeletionProtection": "ACTIVE",
        "LambdaConfig": { "PreSignUp": arn },
        "AutoVerifiedAttributes": ["email"],
        "SmsVerificationMessage": "S {####}",
        "EmailVerificationMessage": "E {####}",
        "EmailVerificationSubject": "T",
        "VerificationMessageTemplate": { "EmailSubject": "T" },
        "SmsAuthenticationMessage": "MFA {####}",
        "MfaConfiguration": "OPTIONAL",
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "DeviceConfiguration": { "ChallengeRequiredOnNewDevice": true },
        "EmailConfiguration": { "From": "a@b" },
        "SmsConfiguration": { "ExternalId": "e" },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
        "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED" },
        "AccountRecoverySetting": { "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_email" }] },
        "KeyConfiguration": { "KeyType": "AWS_OWNED_KEY" },
        "IssuerConfiguration": { "Type": "UPDATED" },
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

#[test]
fn given_settings_are_shown_as_at_creation() {
    let given = all(&[left_alone(), replaced()]);
    let after = update(&pool(&kept()), given.clone());
    assert_eq!(after, changed_at(pool(&all(&[kept(), given])), LATER));
    assert_eq!(described(&after)["CreationDate"], described(&pool(&json!({})))["CreationDate"]);
}

#[test]
fn a_pool_can_be_renamed() {
    assert_eq!(update(&pool(&json!({})), json!({ "PoolName": "another" })).name(), "another");
}

#[test]
fn policies_are_kept_or_replaced() {
    let before = pool(&left_alone());
    let policies = |members: Value| described(&update(&before, members))["Policies"].clone();
    assert_eq!(policies(json!({})), described(&before)["Policies"]);
    let passwords = policies(json!({ "Policies": { "PasswordPolicy": { "MinimumLength": 9 } } }));
    assert_eq!(passwords["SignInPolicy"], json!({ "AllowedFirstAuthFactors": ["PASSWORD"] }));
    assert_eq!(passwords["PasswordPolicy"]["MinimumLength"], 9);
    assert_eq!(passwords["PasswordPolicy"]["TemporaryPasswordValidityDays"], 7);
    assert_eq!(passwords["PasswordPolicy"].get("PasswordHistorySize"), None);
    let sign_in = json!({ "AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"] });
    let sign_in_alone = policies(json!({ "Policies": { "SignInPolicy": sign_in } }));
    assert_eq!(sign_in_alone["SignInPolicy"], sign_in);
    assert_eq!(
        sign_in_alone["PasswordPolicy"],
        described(&before)["Policies"]["PasswordPolicy"],
        "omitting it does not loosen it"
    );
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
    let email =
        set_mfa(&pool(&json!({})), json!({ "EmailMfaConfiguration": { "Subject": "s" } })).unwrap();
    assert_eq!(try_update(&email, lite(json!({}))), Err(TierChangeNotAllowed(text("Email MFA"))));
    // A feature that the request itself names is refused as such.
    let given = lite(json!({ "DcrConfiguration": { "EnableStatus": "Enabled" } }));
    assert_eq!(
        try_update(&pool(&json!({})), given),
        Err(FeatureUnavailableInTier(text("Dynamic Client Registration")))
    );
    // Dropping everything that needs the higher tier together with the tier works.
    let policies = json!({ "PasswordPolicy": {} });
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
fn an_update_keeps_second_factors() {
    let totp =
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true }, "MfaConfiguration": "ON" });
    let before = set_mfa(&pool(&json!({})), totp).unwrap();
    let reset = update(&before, json!({}));
    assert!(!reset.mfa_required());
    assert!(update(&reset, json!({ "MfaConfiguration": "ON" })).mfa_required());
    let off =
        set_mfa(&reset, json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false } })).unwrap();
    let text = "SMS configuration and Auto verification for phone_number are required when MFA is required/optional";
    assert_eq!(
        try_update(&off, json!({ "MfaConfiguration": "ON" })),
        Err(InvalidParameter(text.to_owned()))
    );
}
