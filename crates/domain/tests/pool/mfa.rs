use domain::Time;
use domain::pool::SettingsRefusal::{self, FeatureUnavailableInTier, InvalidParameter};
use domain::pool::UserPool;
use serde_json::{Value, json};

use crate::fixture::{NOW, POOL_ID, encoded, pool};

const WITHOUT_METHOD: &str =
    "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.";
const OFF_WITH_METHOD: &str =
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";

fn refused(text: &str) -> Result<UserPool, SettingsRefusal> {
    Err(InvalidParameter(text.to_owned()))
}

/// A pool that sends its emails by an account of its own, as MFA by email demands.
pub(super) fn own_sender() -> Value {
    let source = "arn:aws:ses:eu-west-1:111122223333:identity/example.com";
    json!({ "EmailConfiguration": { "EmailSendingAccount": "DEVELOPER", "SourceArn": source } })
}

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

fn everything() -> Value {
    json!({
        "SmsMfaConfiguration": { "SmsConfiguration": sms(), "SmsAuthenticationMessage": "M {####}" },
        "SoftwareTokenMfaConfiguration": { "Enabled": true },
        "EmailMfaConfiguration": { "Message": "E {####}", "Subject": "s" },
        "MfaConfiguration": "OPTIONAL",
        "WebAuthnConfiguration": { "RelyingPartyId": "example.com", "UserVerification": "required", "FactorConfiguration": "SINGLE_FACTOR" },
    })
}

#[test]
fn a_request_replaces_the_whole_configuration() {
    let whole = set_mfa(&pool(&own_sender()), everything()).unwrap();
    assert_eq!(shown(&whole), everything());
    assert_eq!(whole.modified, Time(NOW.0 + 1));
    assert_eq!(UserPool::from_doc(POOL_ID, &whole.to_doc()).as_ref(), Ok(&whole));
    // The SMS configuration is the pool's own.
    let sms_stays = everything()["SmsMfaConfiguration"].clone();
    let by_app =
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false }, "MfaConfiguration": "ON" });
    let mut expected = by_app.clone();
    expected["SmsMfaConfiguration"] = sms_stays.clone();
    assert_eq!(shown(&set_mfa(&whole, by_app).unwrap()), expected);
    let off = json!({ "MfaConfiguration": "OFF", "SmsMfaConfiguration": sms_stays });
    for request in [json!({}), json!({ "MfaConfiguration": "OFF" })] {
        assert_eq!(shown(&set_mfa(&whole, request).unwrap()), off);
    }
    let message = json!({ "SmsMfaConfiguration": {}, "MfaConfiguration": "OPTIONAL" });
    let expected = json!({ "SmsMfaConfiguration": { "SmsConfiguration": sms() }, "MfaConfiguration": "OPTIONAL" });
    assert_eq!(shown(&set_mfa(&whole, message).unwrap()), expected);
}

#[test]
fn methods_are_named_exactly_when_mfa_is_on() {
    let none = pool(&own_sender());
    let methods = [
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
        json!({ "SoftwareTokenMfaConfiguration": { "Enabled": false } }),
        json!({ "SoftwareTokenMfaConfiguration": {} }),
        json!({ "EmailMfaConfiguration": {} }),
        json!({ "SmsMfaConfiguration": { "SmsConfiguration": sms() } }),
    ];
    let with_mode = |part: &Value, mode: &str| {
        let mut members = part.clone();
        members["MfaConfiguration"] = json!(mode);
        members
    };
    for method in &methods {
        assert_eq!(set_mfa(&none, method.clone()), refused(OFF_WITH_METHOD), "{method}");
        assert_eq!(set_mfa(&none, with_mode(method, "OFF")), refused(OFF_WITH_METHOD), "{method}");
        for mode in ["ON", "OPTIONAL"] {
            let on = set_mfa(&none, with_mode(method, mode)).unwrap();
            let modes = (on.mfa_required(), on.mfa_optional());
            assert_eq!(modes, (mode == "ON", mode == "OPTIONAL"), "{method}");
        }
    }
    let passkeys = json!({ "WebAuthnConfiguration": { "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION" } });
    set_mfa(&none, with_mode(&passkeys, "OFF")).unwrap();
    let nothing_to_send_with =
        json!({ "SmsMfaConfiguration": { "SmsAuthenticationMessage": "M {####}" } });
    for without in [json!({}), passkeys, nothing_to_send_with] {
        for mode in ["ON", "OPTIONAL"] {
            let answer = set_mfa(&none, with_mode(&without, mode));
            assert_eq!(answer, refused(WITHOUT_METHOD), "{mode} {without}");
        }
    }
}

#[test]
fn mfa_by_email_needs_a_sender_of_ones_own() {
    let text = "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT";
    let by_email = json!({ "MfaConfiguration": "ON", "EmailMfaConfiguration": {} });
    let default = json!({ "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT" } });
    for settings in [json!({}), default] {
        assert_eq!(set_mfa(&pool(&settings), by_email.clone()), refused(text));
    }
}

#[test]
fn email_and_passkey_mfa_need_a_tier() {
    let mut settings = own_sender();
    settings["UserPoolTier"] = json!("LITE");
    let lite = pool(&settings);
    let text = |features: &str| {
        let rest = format!("need to be disabled for the LITE pricing tier configured: {features}");
        Err(FeatureUnavailableInTier(format!("The following features {rest}")))
    };
    let on = |name: &str, value: Value| json!({ "MfaConfiguration": "ON", name: value });
    let passkeys = json!({ "WebAuthnConfiguration": { "FactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION" } });
    let by_email = on("EmailMfaConfiguration", json!({ "Subject": "s" }));
    assert_eq!(set_mfa(&lite, by_email), text("Email MFA"));
    assert_eq!(set_mfa(&lite, passkeys), text("Passkey MFA"));
    set_mfa(&lite, on("SoftwareTokenMfaConfiguration", json!({ "Enabled": true }))).unwrap();
}

/// A passkey can serve as both factors, a code cannot.
#[test]
fn required_mfa_and_first_factors() {
    let with = |factors: &[&str]| {
        pool(&json!({ "Policies": { "SignInPolicy": { "AllowedFirstAuthFactors": factors } } }))
    };
    let request = |mode: &str, factor: &str| {
        json!({ "MfaConfiguration": mode, "SoftwareTokenMfaConfiguration": { "Enabled": true },
            "WebAuthnConfiguration": { "FactorConfiguration": factor } })
    };
    let both = "MULTI_FACTOR_WITH_USER_VERIFICATION";
    let single = "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor";
    let codes = "Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled";
    let passkeys = with(&["PASSWORD", "WEB_AUTHN"]);
    assert_eq!(set_mfa(&passkeys, request("ON", "SINGLE_FACTOR")), refused(single));
    let mut bare = request("ON", both);
    bare["WebAuthnConfiguration"] = Value::Null;
    assert_eq!(set_mfa(&passkeys, bare), refused(single), "unset is a single factor");
    let emails = with(&["PASSWORD", "EMAIL_OTP"]);
    assert_eq!(set_mfa(&emails, request("ON", both)), refused(codes));
    set_mfa(&emails, request("OPTIONAL", both)).unwrap();
    let required = set_mfa(&passkeys, request("ON", both)).unwrap();
    assert_eq!(set_mfa(&required, request("ON", "SINGLE_FACTOR")), refused(single));
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
        set_mfa(&before, json!({ "MfaConfiguration": "ON", "SmsMfaConfiguration": {} })),
        refused(text)
    );
    set_mfa(
        &before,
        json!({ "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": { "Enabled": true } }),
    )
    .unwrap();
}
