use std::collections::BTreeMap;

use domain::client::{AppClient, UnsetAttributes};
use domain::pool::UserPool;
use domain::user::{
    check_new_password_attributes, given_new_password_attributes, new_password_parameters,
};
use serde_json::{Value, json};

use super::parameter;
use crate::fixture::{attributes, client, pool};

fn setting() -> (UserPool, AppClient) {
    let pool = pool(&json!({ "Schema": [
        { "Name": "email", "Required": true }, { "Name": "name", "Required": true }, { "Name": "fixed", "AttributeDataType": "String", "Mutable": false },
        { "Name": "inner", "AttributeDataType": "String", "DeveloperOnlyAttribute": true, "Mutable": true },
    ] }));
    let client = client(
        &pool,
        &json!({ "ReadAttributes": ["email", "nickname"], "WriteAttributes": ["email", "name", "custom:fixed", "nickname"] }),
    );
    (pool, client)
}

fn responses(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn the_challenge_names_present_and_missing_attributes() {
    let (pool, client) = setting();
    let own = attributes(&[
        ("email", "a\"@b"),
        ("email_verified", "true"),
        ("custom:fixed", "1"),
        ("dev:custom:inner", "2"),
    ]);
    let parameters = new_password_parameters(&pool, &client, &own);
    assert_eq!(parameters.required_attributes, r#"["userAttributes.name"]"#);
    assert_eq!(parameters.user_attributes, r#"{"email":"a\"@b"}"#, "only what the client may read");
    let shown = |client: &AppClient| {
        let text = new_password_parameters(&pool, client, &own).user_attributes;
        serde_json::from_str::<Value>(&text).unwrap()
    };
    let unset = crate::fixture::client(&pool, &json!({}));
    let standard = json!({ "email": "a\"@b", "email_verified": "true" });
    assert_eq!(shown(&unset), standard);
    let all = json!({ "custom:fixed": "1", "email": "a\"@b", "email_verified": "true" });
    assert_eq!(shown(&unset.with_unset_attributes(UnsetAttributes::All)), all);
    assert_eq!(
        new_password_parameters(&pool, &client, &attributes(&[("email", "a"), ("name", "b")]))
            .required_attributes,
        "[]"
    );
    assert!(!format!("{parameters:?}").contains("a\\\"@b"));
}

#[test]
fn answers_are_refused_with_the_services_messages() {
    let (pool, client) = setting();
    let own = attributes(&[("email", "a@b"), ("custom:fixed", "1")]);
    let cases = [
        (vec![], parameter("Invalid attributes given, name is missing")),
        (vec![("userAttributes.name", "")], parameter("Invalid attributes given, name is missing")),
        (vec![("name", "x")], parameter("Invalid attributes given, name is missing")),
        (
            vec![("userAttributes.email", "a@b")],
            domain::user::AttributeRefusal::NotAuthorized(
                "Cannot modify an already provided email".to_owned(),
            ),
        ),
        (
            vec![("userAttributes.email_verified", "true")],
            parameter("Cannot modify the non-mutable attribute email_verified"),
        ),
        (
            vec![("userAttributes.sub", "x")],
            parameter("Cannot modify the non-mutable attribute sub"),
        ),
        (
            vec![("userAttributes.custom:fixed", "2")],
            parameter("Cannot modify the non-mutable attribute custom:fixed"),
        ),
        (
            vec![("userAttributes.dev:inner", "2")],
            parameter("Cannot modify the non-mutable attribute dev:inner"),
        ),
        (
            vec![("userAttributes.locale", "de")],
            parameter("Cannot modify the non-mutable attribute locale"),
        ),
        (
            vec![("userAttributes.foo", "x")],
            parameter(
                "Attributes did not conform to the schema: Type for attribute {foo} could not be determined",
            ),
        ),
        (
            vec![("userAttributes.", "x")],
            parameter(
                "Attributes did not conform to the schema: Type for attribute {} could not be determined",
            ),
        ),
    ];
    for (answers, refusal) in cases {
        assert_eq!(
            check_new_password_attributes(&pool, &client, &own, &responses(&answers)),
            Err(refusal),
            "{answers:?}"
        );
    }
    let bad = responses(&[("userAttributes.email", "x"), ("userAttributes.name", "n")]);
    let refusal =
        check_new_password_attributes(&pool, &client, &attributes(&[]), &bad).unwrap_err();
    assert_eq!(refusal, parameter("Invalid email address format."));
}

#[test]
fn missing_attributes_are_accepted_and_other_keys_ignored() {
    let (pool, client) = setting();
    let answers = [
        ("NEW_PASSWORD", "secret"),
        ("USERNAME", "ada"),
        ("SRP_A", "ff"),
        ("userAttributes.name", "Ada"),
        ("userAttributes.custom:fixed", "1"),
        ("userAttributes.email", "a@b"),
        ("userAttributes.nickname", ""),
    ];
    let after =
        check_new_password_attributes(&pool, &client, &attributes(&[]), &responses(&answers));
    let expected = attributes(&[
        ("name", "Ada"),
        ("custom:fixed", "1"),
        ("email", "a@b"),
        ("email_verified", "false"),
    ]);
    assert_eq!(after, Ok(expected), "an immutable attribute may be set once");
}

#[test]
fn a_changed_address_is_no_longer_verified() {
    let free = pool(&json!({}));
    let own = attributes(&[("email", "a@b"), ("email_verified", "true")]);
    let change = responses(&[("userAttributes.email", "c@d")]);
    let after = check_new_password_attributes(&free, &client(&free, &json!({})), &own, &change);
    assert_eq!(after, Ok(attributes(&[("email", "c@d"), ("email_verified", "false")])));
    let same = responses(&[("userAttributes.email", "a@b")]);
    assert_eq!(
        check_new_password_attributes(&free, &client(&free, &json!({})), &own, &same),
        Ok(own.clone())
    );
    let held = pool(&json!({ "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }));
    let refusal = check_new_password_attributes(&held, &client(&held, &json!({})), &own, &change);
    assert_eq!(
        refusal,
        Err(domain::user::AttributeRefusal::NotAuthorized(
            "Cannot modify an already provided email".to_owned()
        ))
    );
}

#[test]
fn given_attributes_are_the_responses_with_the_prefix() {
    let all = responses(&[
        ("NEW_PASSWORD", "Passw0rd!"),
        ("userAttributes.", "1"),
        ("userAttributes.name", ""),
        ("userAttributes.userAttributes.x", "2"),
        ("USERATTRIBUTES.email", "a@b"),
    ]);
    let given = responses(&[("", "1"), ("name", ""), ("userAttributes.x", "2")]);
    assert_eq!(given_new_password_attributes(&all), given);
}
