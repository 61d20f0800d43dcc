//! Bodies that are not JSON, and members of the wrong JSON type.

use serde_json::{Value, json};
use wire::idp::{
    AssociateSoftwareTokenRequest, CompleteWebAuthnRegistrationRequest,
    CreateManagedLoginBrandingRequest, CreateUserPoolRequest, InitiateAuthRequest,
    ListUsersRequest, SetUICustomizationRequest, SignUpRequest, UpdateUserPoolClientRequest,
};
use wire::{Malformed, Refusal};

use crate::malformed;

#[test]
fn a_body_that_is_not_json_gets_no_message() {
    for body in ["", " ", "{", "{\"a\":1,}", "nul", "{\"a\":\u{1}}", "1e999"] {
        assert_eq!(wire::parse(body.as_bytes()), Err(Malformed { message: None }), "{body}");
    }
    assert!(wire::parse(b"{\"a\":\"\xff\"}").is_err());
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "{\"a\":"] {
        assert_eq!(wire::parse(open.repeat(1_000_000).as_bytes()), Err(Malformed::default()));
    }
    let nested = format!("{}1{}", "[".repeat(120), "]".repeat(120));
    let request =
        wire::parse(format!("{{\"AccessToken\":\"a\",\"Credential\":{nested}}}").as_bytes())
            .unwrap();
    let decoded = wire::decode::<CompleteWebAuthnRegistrationRequest>(request).unwrap();
    assert_eq!(decoded.credential.to_string(), nested);
}

#[test]
fn a_body_that_is_not_an_object_is_refused() {
    for body in [json!(null), json!("text"), json!(1), json!(true)] {
        assert_eq!(malformed::<SignUpRequest>(body), None);
    }
    let list = Some("Start of list found where not expected".to_owned());
    assert_eq!(malformed::<SignUpRequest>(json!([])), list);
    assert_eq!(malformed::<AssociateSoftwareTokenRequest>(json!([{}])), list);
}

#[test]
fn messages_name_the_wrong_type() {
    let sign_up =
        |value: Value| malformed::<SignUpRequest>(json!({"ClientId": "c", "Username": value}));
    assert_eq!(sign_up(json!(1)).as_deref(), Some("NUMBER_VALUE can not be converted to a String"));
    assert_eq!(
        sign_up(json!(true)).as_deref(),
        Some("TRUE_VALUE can not be converted to a String")
    );
    assert_eq!(
        sign_up(json!(false)).as_deref(),
        Some("FALSE_VALUE can not be converted to a String")
    );
    assert_eq!(
        sign_up(json!({})).as_deref(),
        Some("Start of structure or map found where not expected.")
    );
    assert_eq!(sign_up(json!([])).as_deref(), Some("Start of list found where not expected"));

    let limit = |value: Value| {
        malformed::<ListUsersRequest>(json!({"UserPoolId": "eu-west-1_a", "Limit": value}))
    };
    for (value, token) in [
        (json!("5"), "STRING"),
        (json!(5.5), "NUMBER"),
        (json!(2_147_483_648_i64), "NUMBER"),
        (json!(1e300), "NUMBER"),
    ] {
        assert_eq!(limit(value), Some(format!("{token}_VALUE can not be converted to an Integer")));
    }

    let pool = |value: Value| {
        let mut request = json!({"PoolName": "p"});
        request.as_object_mut().unwrap().extend(value.as_object().unwrap().clone());
        malformed::<CreateUserPoolRequest>(request).unwrap()
    };
    assert_eq!(pool(json!({"Policies": "x"})), "STRING_VALUE can not be converted to a Structure");
    assert_eq!(pool(json!({"Policies": []})), "Start of list found where not expected");
    assert_eq!(pool(json!({"Schema": "x"})), "Unexpected field type");
    assert_eq!(pool(json!({"Schema": {}})), "Start of structure or map found where not expected.");
    assert_eq!(pool(json!({"AliasAttributes": "x"})), "Unexpected field type");
    assert_eq!(pool(json!({"AliasAttributes": 1})), "Unexpected field type");
    for scalar in [
        json!({"Schema": 1}),
        json!({"Schema": true}),
        json!({"Schema": [1]}),
        json!({"Schema": ["x"]}),
    ] {
        assert_eq!(pool(scalar), "Unexpected value type in payload");
    }
    assert_eq!(pool(json!({"Schema": [[]]})), "Start of list found where not expected");
    assert_eq!(pool(json!({"UserPoolTags": "x"})), "STRING_VALUE can not be converted to a Map");
    assert_eq!(
        pool(json!({"UserPoolTags": {"k": 1}})),
        "NUMBER_VALUE can not be converted to a String"
    );
    assert_eq!(
        pool(json!({"AliasAttributes": [1]})),
        "NUMBER_VALUE can not be converted to a String"
    );
    assert_eq!(
        pool(json!({"MfaConfiguration": 1})),
        "NUMBER_VALUE can not be converted to a String"
    );
    let image = |value: Value| {
        malformed::<SetUICustomizationRequest>(
            json!({"UserPoolId": "eu-west-1_a", "ImageFile": value}),
        )
    };
    assert_eq!(
        image(json!("no base64!")).as_deref(),
        Some("STRING_VALUE can not be converted to a Blob")
    );
    assert_eq!(image(json!(1)).as_deref(), Some("NUMBER_VALUE can not be converted to a Blob"));
}

#[test]
fn a_wrong_type_wins_over_violations() {
    let request =
        json!({"AuthFlow": "NO_SUCH_FLOW", "ClientId": "", "AuthParameters": {"USERNAME": 5}});
    assert!(matches!(wire::decode::<InitiateAuthRequest>(request), Err(Refusal::Malformed(_))));
}

#[test]
fn booleans_may_be_written_as_text() {
    let request = |value: Value| json!({"UserPoolId": "eu-west-1_a", "ClientId": "c", "UseCognitoProvidedValues": value});
    for (value, flag) in [
        (json!(true), true),
        (json!(false), false),
        (json!("true"), true),
        (json!("yes"), true),
        (json!("false"), false),
    ] {
        let decoded = wire::decode::<CreateManagedLoginBrandingRequest>(request(value.clone()));
        assert_eq!(decoded.unwrap().use_cognito_provided_values, Some(flag), "{value}");
    }
    for (value, text) in [
        (json!(null), "NULL_VALUE can not be converted to a Boolean"),
        (json!(1), "NUMBER_VALUE can not be converted to a Boolean"),
        (json!("no"), "STRING_VALUE can not be converted to a Boolean"),
        (json!(""), "STRING_VALUE can not be converted to a Boolean"),
        (json!("True"), "STRING_VALUE can not be converted to a Boolean"),
        (json!({}), "Start of structure or map found where not expected."),
        (json!([]), "Start of list found where not expected"),
    ] {
        let message = malformed::<CreateManagedLoginBrandingRequest>(request(value.clone()));
        assert_eq!(message.as_deref(), Some(text), "{value}");
    }
}

/// Null counts as absent where the type has a null; the rest is refused before violations are.
#[test]
fn the_validity_of_sessions_is_a_nullable_integer_of_32_bits() {
    let request =
        |value: Value| json!({"UserPoolId": "", "ClientId": "c", "AuthSessionValidity": value});
    let decoded = wire::decode::<UpdateUserPoolClientRequest>(
        json!({"UserPoolId": "eu-west-1_a", "ClientId": "c", "AuthSessionValidity": null}),
    );
    assert_eq!(decoded.unwrap().auth_session_validity, None);
    for wrong in
        [json!("5"), json!(true), json!([]), json!({}), json!(2_147_483_648_i64), json!(3.5)]
    {
        assert!(
            malformed::<UpdateUserPoolClientRequest>(request(wrong.clone())).is_some(),
            "{wrong}"
        );
    }
}

#[test]
fn a_whole_number_may_be_written_as_a_fraction() {
    let decoded =
        wire::decode::<ListUsersRequest>(json!({"UserPoolId": "eu-west-1_a", "Limit": 5.0}))
            .unwrap();
    assert_eq!(decoded.limit, Some(5));
}

#[test]
fn messages_about_wrong_types_quote_no_value() {
    let message =
        malformed::<SignUpRequest>(json!({"ClientId": "c", "Username": "u", "Password": 123_456}))
            .unwrap();
    assert!(!message.contains("123456"));
}
