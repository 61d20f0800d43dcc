use domain::names::AliasKind::{Email, PhoneNumber, PreferredUsername};
use domain::user::{
    SignUpName, active_aliases, admin_create, check_sign_up, sign_up, sign_up_name,
};
use serde_json::{Value, json};

use super::parameter;
use crate::fixture::{attributes, client, given, pool};

fn named(
    members: &Value,
    username: &str,
    list: &[(&str, &str)],
) -> Result<(domain::user::Attributes, SignUpName), domain::user::AttributeRefusal> {
    let mut own = attributes(list);
    sign_up_name(&pool(members), username, &mut own).map(|name| (own, name))
}

#[test]
fn names_must_have_the_form_that_the_pool_requires() {
    let cases = [
        (json!({ "UsernameAttributes": ["email"] }), "ada", "Username should be an email."),
        (
            json!({ "UsernameAttributes": ["email"] }),
            "+15555550100",
            "Username should be an email.",
        ),
        (
            json!({ "UsernameAttributes": ["phone_number"] }),
            "ada@example.com",
            "Username should be a phone number.",
        ),
        (
            json!({ "UsernameAttributes": ["phone_number", "email"] }),
            "ada",
            "Username should be either an email or a phone number.",
        ),
        (
            json!({ "AliasAttributes": ["email"] }),
            "ada@example.com",
            "Username cannot be of email format, since user pool is configured for email alias.",
        ),
        (
            json!({ "AliasAttributes": ["email"] }),
            "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ",
            "Username cannot be of email format, since user pool is configured for email alias.",
        ),
        (
            json!({ "AliasAttributes": ["phone_number"] }),
            "+15555550100",
            "Username cannot be of phone_number format, since user pool is configured for phone_number alias.",
        ),
    ];
    for (members, username, text) in cases {
        assert_eq!(named(&members, username, &[]), Err(parameter(text)), "{username}");
        assert_eq!(
            admin_create(&pool(&members), username, &[]),
            Err(parameter(text)),
            "{username}"
        );
    }
}

#[test]
fn a_free_name_is_the_real_username() {
    for (members, username) in [
        (json!({}), "ada@example.com"),
        (json!({ "AliasAttributes": ["phone_number", "preferred_username"] }), "ada@example.com"),
        (json!({ "AliasAttributes": ["email"] }), "+15555550100"),
        (json!({ "AliasAttributes": ["email"] }), "Ada"),
    ] {
        let name = SignUpName { username: Some(username.to_owned()), aliases: vec![] };
        assert_eq!(named(&members, username, &[]), Ok((attributes(&[]), name)));
    }
}

#[test]
fn a_username_attribute_is_filled_from_the_name_and_usable_at_once() {
    let both = json!({ "UsernameAttributes": ["email", "phone_number"], "UsernameConfiguration": { "CaseSensitive": false } });
    let held = |list: &[_]| SignUpName { username: None, aliases: list.to_vec() };
    let email = (Email, "ada@example.com".to_owned());
    let phone = (PhoneNumber, "+15555550100".to_owned());
    let filled = attributes(&[("email", "ada@example.com")]);
    assert_eq!(
        named(&both, "ada@example.com", &[]),
        Ok((filled, held(std::slice::from_ref(&email))))
    );
    let with_phone = attributes(&[("email", "ada@example.com"), ("phone_number", "+15555550100")]);
    let (own, name) = named(&both, "ada@example.com", &[("phone_number", "+15555550100")]).unwrap();
    assert_eq!((own, name), (with_phone, held(&[email, phone])));
    let (own, _) = named(&both, "ADA@example.com", &[("email", "Ada@Example.com")]).unwrap();
    assert_eq!(
        own.get("email"),
        Some("Ada@Example.com"),
        "the same address: the attribute stays as given"
    );
    let text = "Username and the email attribute should be the same.";
    assert_eq!(
        named(&both, "ada@example.com", &[("email", "eve@example.com")]),
        Err(parameter(text))
    );
}

#[test]
fn the_name_counts_for_a_required_attribute() {
    let schema =
        json!([{ "Name": "email", "Required": true }, { "Name": "given_name", "Required": true }]);
    let members = json!({ "UsernameAttributes": ["email", "phone_number"], "Schema": schema });
    let pool = pool(&members);
    let client = client(&pool, &json!({}));
    let missing =
        |names: &str| parameter(&format!("Attributes did not conform to the schema: {names}"));
    let email = "email: The attribute is required";
    let given_name = "given_name: The attribute is required";
    assert!(sign_up(&pool, &client, "ada@example.com", &given(&[("given_name", "Ada")])).is_ok());
    assert_eq!(sign_up(&pool, &client, "ada@example.com", &[]).unwrap_err(), missing(given_name));
    assert_eq!(
        sign_up(&pool, &client, "+15555550100", &[]).unwrap_err(),
        missing(&format!("{email} {given_name}"))
    );
    // Run separately, the two steps report the same missing attributes between them.
    assert_eq!(check_sign_up(&pool, &client, &[]).unwrap_err(), missing(given_name));
    assert_eq!(named(&members, "+15555550100", &[]).unwrap_err(), missing(email));
    assert!(admin_create(&pool, "+15555550100", &[]).is_ok());
}

#[test]
fn a_name_obeys_the_limits_of_its_attribute() {
    let schema = json!([{ "Name": "email", "StringAttributeConstraints": { "MaxLength": "10" } }]);
    let members = json!({ "UsernameAttributes": ["email"], "Schema": schema });
    let text = "Attributes did not conform to the schema: email: String attributes cannot have a length of more than 10";
    assert_eq!(named(&members, "ada@example.com", &[]), Err(parameter(text)));
}

#[test]
fn aliases_are_active_when_verified() {
    let aliases =
        pool(&json!({ "AliasAttributes": ["email", "phone_number", "preferred_username"] }));
    let own = attributes(&[
        ("email", "a@b"),
        ("email_verified", "true"),
        ("phone_number", "+1"),
        ("phone_number_verified", "false"),
        ("preferred_username", "ada"),
    ]);
    let (email, preferred) = ((Email, "a@b".to_owned()), (PreferredUsername, "ada".to_owned()));
    assert_eq!(active_aliases(&aliases, &own, false), std::slice::from_ref(&email));
    assert_eq!(active_aliases(&aliases, &own, true), [email.clone(), preferred]);
    assert_eq!(
        active_aliases(
            &pool(&json!({ "UsernameAttributes": ["email"] })),
            &attributes(&[("email", "a@b")]),
            false
        ),
        [email]
    );
    assert_eq!(active_aliases(&pool(&json!({})), &own, true), []);
    let (_, name) =
        admin_create(&aliases, "ada", &given(&[("email", "a@b"), ("email_verified", "true")]))
            .unwrap();
    assert_eq!(name.aliases, [(Email, "a@b".to_owned())]);
}
