//! Documents stored by the server.

use wire::idp::{CreateUserPoolRequest, UserPoolMfaType};

#[test]
fn the_models_constraints_do_not_apply() {
    let text = r#"{"PoolName":"","Policies":{"PasswordPolicy":{"MinimumLength":1}},"AliasAttributes":["email"],"Schema":[]}"#;
    let stored = wire::decode_stored::<CreateUserPoolRequest>(text).unwrap();
    assert_eq!(stored.policies.unwrap().password_policy.unwrap().minimum_length, Some(1));
    assert_eq!(
        wire::decode_stored::<CreateUserPoolRequest>("{}").unwrap(),
        CreateUserPoolRequest::default()
    );
}

#[test]
fn an_unknown_enum_value_is_an_error() {
    for text in [r#"{"MfaConfiguration":"MAYBE"}"#, r#"{"AliasAttributes":["fax"]}"#] {
        assert!(wire::decode_stored::<CreateUserPoolRequest>(text).is_err(), "{text}");
    }
    let known =
        wire::decode_stored::<CreateUserPoolRequest>(r#"{"MfaConfiguration":"ON"}"#).unwrap();
    assert_eq!(known.mfa_configuration, Some(UserPoolMfaType::On));
}

#[test]
fn wrong_types_are_errors() {
    for text in ["", "[]", "null", r#"{"PoolName":1}"#, r#"{"Schema":{}}"#] {
        assert!(wire::decode_stored::<CreateUserPoolRequest>(text).is_err(), "{text}");
    }
}
