use domain::Rng;
use domain::client::UnsetAttributes;
use domain::user::{self, AttributeRefusal};
use serde_json::{Value, json};
use wire::idp::AttributeType;

use super::{parameter, unauthorized};
use crate::fixture::{attributes, client, given, odd_text, pool};

fn sign_up(
    pool_members: &Value,
    client_members: &Value,
    username: &str,
    list: &[(&str, &str)],
) -> Result<domain::user::Attributes, AttributeRefusal> {
    let pool = pool(pool_members);
    let client = client(&pool, client_members).with_unset_attributes(UnsetAttributes::All);
    user::sign_up(&pool, &client, username, &given(list)).map(|(attributes, _)| attributes)
}

fn schema() -> Value {
    json!([
        { "Name": "tenant", "AttributeDataType": "String" }, { "Name": "age", "AttributeDataType": "Number", "NumberAttributeConstraints": { "MaxValue": "150" } },
        { "Name": "inner", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }, { "Name": "short", "AttributeDataType": "String", "StringAttributeConstraints": { "MaxLength": "3" } },
    ])
}

#[test]
fn sign_up_refuses_with_the_services_messages() {
    let pool = json!({ "Schema": schema(), "AliasAttributes": ["preferred_username"] });
    let everything = json!({});
    let some = json!({ "WriteAttributes": ["email"] });
    let conform =
        |rest: &str| parameter(&format!("Attributes did not conform to the schema: {rest}"));
    let cases = [
        (
            &everything,
            ("custom:foo", "x"),
            conform("Type for attribute {custom:foo} could not be determined"),
        ),
        (
            &everything,
            ("tenant", "x"),
            conform("Type for attribute {tenant} could not be determined"),
        ),
        (&everything, ("email", "x"), parameter("Invalid email address format.")),
        (&everything, ("phone_number", "0155"), parameter("Invalid phone number format.")),
        (
            &everything,
            ("custom:age", "151"),
            conform("custom:age: Number attributes cannot have a value of more than 150"),
        ),
        (
            &everything,
            ("custom:age", "old"),
            conform("custom:age: Attribute value is not a number."),
        ),
        (
            &everything,
            ("custom:short", "long"),
            conform("custom:short: String attributes cannot have a length of more than 3"),
        ),
        (
            &everything,
            ("preferred_username", "ada"),
            parameter(
                "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.",
            ),
        ),
        (&some, ("name", "x"), unauthorized()),
        (&some, ("custom:foo", "x"), unauthorized()),
        (&everything, ("sub", "x"), unauthorized()),
        (&everything, ("identities", "x"), unauthorized()),
        (&everything, ("email_verified", "true"), unauthorized()),
        (&everything, ("phone_number_verified", "false"), unauthorized()),
        (&everything, ("dev:inner", "x"), unauthorized()),
        (&everything, ("dev:custom:inner", "x"), unauthorized()),
    ];
    for (client, one, refusal) in cases {
        assert_eq!(sign_up(&pool, client, "ada", &[one]), Err(refusal), "{one:?}");
    }
}

#[test]
fn a_null_value_is_named() {
    let pool = pool(&json!({}));
    let list = [AttributeType { name: "email".to_owned(), value: None }];
    let refusal = parameter("Attribute value for email must not be null");
    assert_eq!(
        user::sign_up(&pool, &client(&pool, &json!({})), "ada", &list).unwrap_err(),
        refusal
    );
    assert_eq!(user::admin_create(&pool, "ada", &list).unwrap_err(), refusal);
    assert_eq!(user::check_admin_update(&pool, &attributes(&[]), &list).unwrap_err(), refusal);
}

#[test]
fn all_missing_attributes_are_named() {
    let required = |names: &[&str]| {
        let list: Vec<_> =
            names.iter().map(|name| json!({ "Name": name, "Required": true })).collect();
        json!({ "Schema": list })
    };
    let text = |names: &[&str], list: &[(&str, &str)]| {
        sign_up(&required(names), &json!({}), "ada", list).unwrap_err().message().to_owned()
    };
    let prefix = "Attributes did not conform to the schema: ";
    assert_eq!(text(&["email"], &[]), format!("{prefix}email: The attribute is required"));
    assert_eq!(
        text(&["email"], &[("email", "")]),
        format!("{prefix}email: The attribute is required")
    );
    assert_eq!(
        text(&["name", "family_name"], &[]),
        format!("{prefix}family_name: The attribute is required name: The attribute is required"),
        "in schema order"
    );
    assert_eq!(
        text(&["name"], &[]),
        format!("{prefix}name.formatted: The attribute name.formatted is required")
    );
    assert_eq!(
        text(&["name", "email"], &[("email", "a@b")]),
        format!("{prefix}name.formatted: The attribute name.formatted is required")
    );
    let pool = pool(&required(&["email", "name"]));
    assert_eq!(user::missing_required(&pool, &attributes(&[("name", "x")])), ["email"]);
}

#[test]
fn an_unset_list_lets_sign_up_set_standard_attributes_only() {
    let pool = pool(&json!({ "Schema": schema() }));
    let client = client(&pool, &json!({}));
    let signed_up = |name: &str, value: &str| {
        user::sign_up(&pool, &client, "ada", &given(&[(name, value)])).map(|(taken, _)| taken)
    };
    assert_eq!(signed_up("custom:tenant", "7"), Err(unauthorized()));
    assert_eq!(signed_up("nickname", "a"), Ok(attributes(&[("nickname", "a")])));
}

#[test]
fn sign_up_accepts_what_the_client_may_write() {
    let pool = json!({ "Schema": schema() });
    let list = [
        ("custom:tenant", "7"),
        ("email", "Ada@Example.com"),
        ("name", ""),
        ("nickname", "a"),
        ("nickname", "b"),
    ];
    let taken = sign_up(&pool, &json!({}), "ada", &list).unwrap();
    assert_eq!(
        taken,
        attributes(&[("custom:tenant", "7"), ("email", "Ada@Example.com"), ("nickname", "b")])
    );
}

#[test]
fn administrators_create_users_with_more_freedom() {
    let pool = pool(
        &json!({ "Schema": [{ "Name": "inner", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }, { "Name": "email", "Required": true }] }),
    );
    let create = |list: &[(&str, &str)]| {
        user::admin_create(&pool, "ada", &given(list)).map(|(attributes, _)| attributes)
    };
    assert_eq!(create(&[]), Ok(attributes(&[])), "required attributes are asked for later");
    let full = [("email", "a@b"), ("email_verified", "True"), ("dev:inner", "1")];
    assert_eq!(
        create(&full),
        Ok(attributes(&[("email", "a@b"), ("email_verified", "True"), ("dev:custom:inner", "1")])),
        "as sent"
    );
    let cases = [
        (("sub", "x"), parameter("Cannot modify the non-mutable attribute sub")),
        (("identities", "x"), parameter("Cannot modify the non-mutable attribute identities")),
        (("email_verified", "true"), parameter("Email is required to verify/un-verify an email")),
        (
            ("phone_number_verified", "false"),
            parameter("Phone Number is required to verify/un-verify a phone number"),
        ),
        (
            ("custom:foo", "x"),
            parameter(
                "Attributes did not conform to the schema: Type for attribute {custom:foo} could not be determined",
            ),
        ),
        (("email", "x"), parameter("Invalid email address format.")),
    ];
    for (one, refusal) in cases {
        assert_eq!(create(&[one]), Err(refusal), "{one:?}");
    }
}

#[test]
fn odd_requests_do_not_cause_a_panic() {
    let rng = Rng::seeded(3);
    let configured = [
        json!({}),
        json!({ "UsernameAttributes": ["email", "phone_number"] }),
        json!({ "AliasAttributes": ["email", "preferred_username"] }),
    ];
    let names =
        ["email", "phone_number", "name", "custom:age", "sub", "updated_at", "email_verified"];
    for members in configured {
        let mut members = members;
        members["Schema"] = schema();
        let pool = pool(&members);
        let client = client(&pool, &json!({}));
        for round in 0..1_500 {
            let name =
                if round % 3 == 0 { odd_text(&rng) } else { names[round % names.len()].to_owned() };
            let value = odd_text(&rng);
            let list = given(&[(&name, &value)]);
            let username = odd_text(&rng);
            let _ = user::sign_up(&pool, &client, &username, &list);
            let _ = user::admin_create(&pool, &username, &list);
            let _ = user::check_update(&pool, &client, &attributes(&[("email", "a@b")]), &list);
            let _ = user::check_admin_update(&pool, &attributes(&[(&name, &value)]), &list);
            let _ = user::check_admin_delete(
                &pool,
                &attributes(&[(&name, &value)]),
                std::slice::from_ref(&name),
            );
            let answers = [(format!("userAttributes.{name}"), value)].into();
            let _ = user::check_new_password_attributes(&pool, &client, &attributes(&[]), &answers);
        }
    }
}
