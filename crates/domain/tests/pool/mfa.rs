use domain::Time;
use domain::pool::SettingsRefusal::{self, FeatureUnavailableInTier, InvalidParameter};
use domain::pool::UserPool;
use serde_json::{Value, json};

use crate::fixture::{NOW, POOL_ID, encoded, pool};

const WITHOUT_METHOD: &str =
    "Invalid MFA configuration given, can't turn on MFA and configure an MFA together.";

pub(super) fn set_mfa(before: &UserPool, mut members: Value) -> Result<UserPool, SettingsRefusal> {
    members["UserPoolId"] = json!(POOL_ID);
    before.set_mfa_config(Time(NOW.0 + 1), wire::decode(members).unwrap())
}

fn shown(pool: &UserPool) -> Value {
    encoded(&pool.mfa_config())
}

fn sms() -> Value {
    json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" })
}

#[test]
fn an_unconfigured_pool_has_no_mfa() {
    assert_eq!(shown(&pool(&json!({}))), json!({ "MfaConfiguration": "OFF" }));
}

#[test]
fn omitted_settings_stay() {
    let parts = [
        (
            "SmsMfaConfiguration",
            json!({ "SmsConfiguration": sms(), "SmsAuthenticationMessage": "M {####}" }),
        ),
        ("SoftwareTokenMfaConfiguration", json!({ "Enabled": true })),
        ("EmailMfaConfiguration", json!({ "Message": "E {####}", "Subject": "s" })),
        ("MfaConfiguration", json!("OPTIONAL")),
        (
            "WebAuthnConfiguration",
            json!({ "RelyingPartyId": "example.com", "UserVerification": "required", "FactorConfiguration": "SINGLE_FACTOR" }),
        ),
    ];
    let mut so_far = pool(&json!({}));
    let mut expected = json!({ "MfaConfiguration": "OFF" });
    for (name, value) in parts {
        so_far = set_mfa(&so_far, json!({ name: value })).unwrap();
        expected[name] = value;
        assert_eq!(shown(&so_far), expected);
        assert_eq!(so_far.modified, Time(NOW.0 + 1));
        assert_eq!(UserPool::from_doc(POOL_ID, &so_far.to_doc()).as_ref(), Ok(&so_far));
    }
    // Each part is replaced as a whole, except for SMS, whose members are separate settings of the
    // pool.
    let message = json!({ "SmsMfaConfiguration": { "SmsAuthenticationMessage": "N {####}" }, "EmailMfaConfiguration": { "Subject": "t" } });
    so_far = set_mfa(&so_far, message).unwrap();
    expected["SmsMfaConfiguration"]["SmsAuthenticationMessage"] = json!("N {####}");
    expected["EmailMfaConfiguration"] = json!({ "Subject": "t" });
    assert_eq!(shown(&so_far), expected);
    assert_eq!(so_far.settings.sms_configuration.as_ref().map(encoded), Some(sms()));
}

#[test]
fn mfa_needs_a_method() {
    let none = pool(&json!({}));
    let refused = Err(InvalidParameter(WITHOUT_METHOD.to_owned()));
    for mode in ["ON", "OPTIONAL"] {
        for without in [
            json!({}),
            json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false } }),
            json!({ "SoftwareTokenMfaConfiguration": {} }),
            json!({ "SmsMfaConfiguration": { "SmsAuthenticationMessage": "M {####}" } }),
            json!({ "WebAuthnConfiguration": { "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION" } }),
        ] {
            let mut members = without.clone();
            members["MfaConfiguration"] = json!(mode);
            assert_eq!(set_mfa(&none, members), refused, "{mode} {without}");
        }
        for with in [
            json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
            json!({ "EmailMfaConfiguration": {} }),
            json!({ "SmsMfaConfiguration": { "SmsConfiguration": sms() } }),
        ] {
            let mut members = with.clone();
            members["MfaConfiguration"] = json!(mode);
            let on = set_mfa(&none, members).unwrap();
            assert_eq!(
                (on.mfa_required(), on.mfa_optional()),
                (mode == "ON", mode == "OPTIONAL"),
                "{with}"
            );
        }
    }
    let by_app =
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } });
    let on = set_mfa(&none, by_app).unwrap();
    assert_eq!(
        set_mfa(&on, json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false } })),
        refused
    );
    let off = set_mfa(
        &on,
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false }, "MfaConfiguration": "OFF" }),
    )
    .unwrap();
    assert!(!off.mfa_required());
}

#[test]
fn email_and_passkey_mfa_need_a_tier() {
    let lite = pool(&json!({ "UserPoolTier": "LITE" }));
    let text = |features: &str| {
        let rest = format!("need to be disabled for the LITE pricing tier configured: {features}");
        Err(FeatureUnavailableInTier(format!("The following features {rest}")))
    };
    let passkeys = json!({ "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION" });
    assert_eq!(
        set_mfa(&lite, json!({ "EmailMfaConfiguration": { "Subject": "s" } })),
        text("Email MFA")
    );
    assert_eq!(set_mfa(&lite, json!({ "WebAuthnConfiguration": passkeys })), text("Passkey MFA"));
    set_mfa(&lite, json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } })).unwrap();
}

/// A passkey can serve as both factors, a code cannot.
#[test]
fn required_mfa_and_first_factors() {
    let with = |factors: &[&str]| {
        pool(&json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": factors } } }))
    };
    let on = |factor: &str| {
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true },
            "WebAuthnConfiguration": { "FactorConfiguration": factor } })
    };
    let text = "MFA cannot be required when first auth factors other than PASSWORD are allowed.";
    let refused = Err(InvalidParameter(text.to_owned()));
    assert_eq!(set_mfa(&with(&["PASSWORD", "WEB_AUTHN"]), on("SINGLE_FACTOR")), refused);
    assert_eq!(
        set_mfa(&with(&["PASSWORD", "EMAIL_OTP"]), on("MULTI_FACTOR_WITH_USER_VERIFICATION")),
        refused
    );
    let both =
        set_mfa(&with(&["PASSWORD", "WEB_AUTHN"]), on("MULTI_FACTOR_WITH_USER_VERIFICATION"))
            .unwrap();
    assert_eq!(set_mfa(&both, on("SINGLE_FACTOR")), refused);
}

/// If SMS is the only second factor, a lost phone must not reset the password as well.
#[test]
fn recovery_by_phone_needs_another_method() {
    let recovery =
        json!({ "RecoveryMechanisms": [{ "Priority": 1, "Name": "verified_phone_number" }] });
    let before = pool(&json!({ "AccountRecoverySetting": recovery, "SmsConfiguration": sms() }));
    let text = "Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery \
                mechanism when SMS MFA is configured.";
    assert_eq!(
        set_mfa(&before, json!({ "MfaConfiguration": "ON" })),
        Err(InvalidParameter(text.to_owned()))
    );
    set_mfa(
        &before,
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
    )
    .unwrap();
}
