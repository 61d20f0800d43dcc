use domain::names::AliasKind::{Email, PhoneNumber, PreferredUsername};
use domain::pool::{Recovery, Trigger, UserPool};
use serde_json::{Value, json};
use wire::idp::{AuthFactorType, UserPoolTierType};

use crate::fixture::{POOL_ID, pool};

#[test]
fn an_unconfigured_pool_restricts_only_passwords() {
    let pool = pool(&json!({}));
    assert!(pool.case_sensitive());
    assert!(
        pool.username_attributes().is_empty()
            && pool.aliases().is_empty()
            && pool.auto_verified().is_empty()
    );
    assert!(
        !pool.mfa_required()
            && !pool.mfa_optional()
            && !pool.admin_create_only()
            && !pool.deletion_protected()
    );
    assert!(
        !pool.threat_protection_enforced() && !pool.threat_protection_enforced_for_custom_auth()
    );
    assert!(
        !pool.issuer_updated()
            && !pool.confirms_with_link()
            && pool.device_configuration().is_none()
    );
    assert_eq!((pool.temporary_password_days(), pool.password_history_size()), (7, 0));
    assert_eq!(pool.first_factors(), [AuthFactorType::Password]);
    assert_eq!(pool.tier(), UserPoolTierType::Essentials);
    assert_eq!(pool.recovery(), Recovery::Ordered(vec![Email, PhoneNumber]));
    assert_eq!(
        [1, 2, 3, 4].map(|level| pool.acr_value(level)),
        ["1", "2", "3", "4"].map(|level| format!("urn:cognito:loa:{level}"))
    );
    assert!(pool.password_policy().check("Passw0rd").is_err(), "a symbol is missing");
    assert!(pool.password_policy().check("Passw0r!").is_ok());
}

#[test]
fn a_policy_given_in_part_requires_what_it_names() {
    let pool = pool(
        &json!({ "Policies": { "PasswordPolicy": { "RequireUppercase": true, "MinimumLength": 6 } } }),
    );
    let policy = pool.password_policy();
    assert!(policy.check("Abcdef").is_ok());
    for weak in ["abcdef", "Abcde"] {
        assert!(policy.check(weak).is_err(), "{weak}");
    }
}

/// Earlier versions stored policies as given, and required what they do not name.
#[test]
fn a_policy_stored_with_gaps_stays_in_force() {
    let explicit = pool(
        &json!({ "Policies": { "PasswordPolicy": { "RequireUppercase": false, "RequireLowercase": false,
        "RequireNumbers": false, "RequireSymbols": false, "MinimumLength": 6 } } }),
    );
    let rules = r#""RequireUppercase":false,"RequireLowercase":false,"RequireNumbers":false,"RequireSymbols":false"#;
    let stored = explicit.to_doc();
    let with_gaps = stored.replace(rules, r#""RequireSymbols":false"#);
    assert_ne!(with_gaps, stored);
    let policy = UserPool::from_doc(POOL_ID, &with_gaps).unwrap().password_policy();
    assert!(policy.check("Passw0").is_ok());
    for weak in ["passw0", "PASSW0", "Passwo", "Pass0"] {
        assert!(policy.check(weak).is_err(), "{weak}");
    }
}

#[test]
fn every_setting_can_be_queried() {
    let pool = pool(&json!({
        "AliasAttributes": ["preferred_username", "email", "email", "phone_number"],
        "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] },
        "UsernameConfiguration": { "CaseSensitive": false },
        "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": true },
        "DeletionProtection": "ACTIVE", "UserPoolTier": "PLUS",
        "UserPoolAddOns": { "AdvancedSecurityMode": "ENFORCED", "AdvancedSecurityAdditionalFlows": { "CustomAuthMode": "ENFORCED" } },
        "IssuerConfiguration": { "Type": "UPDATED" },
        "DeviceConfiguration": {},
    }));
    assert_eq!(pool.aliases(), [PreferredUsername, Email, PhoneNumber]);
    assert_eq!((pool.auto_verified(), pool.verified_before_update()), (vec![Email], vec![Email]));
    assert!(
        !pool.case_sensitive()
            && pool.admin_create_only()
            && pool.deletion_protected()
            && pool.issuer_updated()
    );
    assert!(pool.threat_protection_enforced() && pool.threat_protection_enforced_for_custom_auth());
    assert!(pool.device_configuration().is_some());
}

#[test]
fn recovery_follows_the_priorities() {
    let with = |list: Value| {
        pool(&json!({ "AccountRecoverySetting": { "RecoveryMechanisms": list } })).recovery()
    };
    let both = json!([{ "Name": "verified_phone_number", "Priority": 2 }, { "Name": "verified_email", "Priority": 1 }]);
    assert_eq!(with(both), Recovery::Ordered(vec![Email, PhoneNumber]));
    assert_eq!(with(json!([{ "Name": "admin_only", "Priority": 1 }])), Recovery::AdminOnly);
    let unset = pool(&json!({ "AccountRecoverySetting": {} })).recovery();
    assert_eq!(unset, Recovery::Ordered(vec![Email, PhoneNumber]));
}

#[test]
fn every_trigger_is_found() {
    let arn = |name: &str| format!("arn:aws:lambda:eu-west-1:111122223333:function:{name}");
    let versioned = |name: &str| json!({ "LambdaVersion": "V1_0", "LambdaArn": arn(name) });
    let plain = [
        Trigger::PreSignUp,
        Trigger::CustomMessage,
        Trigger::PostConfirmation,
        Trigger::PreAuthentication,
        Trigger::PostAuthentication,
        Trigger::DefineAuthChallenge,
        Trigger::CreateAuthChallenge,
        Trigger::VerifyAuthChallengeResponse,
        Trigger::PreTokenGeneration,
        Trigger::UserMigration,
    ];
    let with_version =
        [Trigger::CustomSmsSender, Trigger::CustomEmailSender, Trigger::InboundFederation];
    let mut config = json!({ "KMSKeyID": "arn:aws:kms:eu-west-1:111122223333:key/k" });
    for trigger in plain {
        config[trigger.as_str()] = arn(trigger.as_str()).into();
    }
    for trigger in with_version {
        config[trigger.as_str()] = versioned(trigger.as_str());
    }
    let full = pool(&json!({ "LambdaConfig": config }));
    let none = pool(&json!({}));
    for trigger in plain.into_iter().chain(with_version) {
        assert_eq!(full.trigger(trigger), Some(arn(trigger.as_str()).as_str()));
        assert_eq!(none.trigger(trigger), None);
    }
    let newer = pool(&json!({ "LambdaConfig": { "PreTokenGenerationConfig": versioned("t") } }));
    assert_eq!(newer.trigger(Trigger::PreTokenGeneration), Some(arn("t").as_str()));
}
