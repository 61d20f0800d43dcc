use domain::names::AliasKind::{Email, PhoneNumber};
use domain::user::{AttributeUpdate, Verification, check_admin_update, check_update};
use serde_json::{Value, json};

use super::{parameter, unauthorized};
use crate::fixture::{attributes, client, given, pool};

fn schema() -> Value {
    json!([
        { "Name": "fixed", "AttributeDataType": "String", "Mutable": false }, { "Name": "other", "AttributeDataType": "String", "Mutable": false }, { "Name": "free", "AttributeDataType": "String", "Mutable": true },
        { "Name": "inner", "AttributeDataType": "String", "DeveloperOnlyAttribute": true, "Mutable": true }, { "Name": "given_name", "Required": true, "Mutable": true },
    ])
}

fn update(
    attributes: domain::user::Attributes,
    verifications: Vec<Verification>,
) -> AttributeUpdate {
    AttributeUpdate { attributes, verifications }
}

#[test]
fn administrators_are_refused_with_the_services_messages() {
    let pool = pool(&json!({ "Schema": schema() }));
    let own = attributes(&[("given_name", "Ada")]);
    let refused =
        |list: &[(&str, &str)]| check_admin_update(&pool, &own, &given(list)).unwrap_err();
    let immutable = "Attribute cannot be updated. (changing an immutable attribute)";
    assert_eq!(refused(&[("sub", "x")]), parameter("Cannot modify the non-mutable attribute sub"));
    assert_eq!(
        refused(&[("identities", "x")]),
        parameter("Cannot modify the non-mutable attribute identities")
    );
    assert_eq!(
        refused(&[("custom:fixed", "x")]),
        parameter(&format!("user.custom:fixed: {immutable}"))
    );
    let both = format!("user.custom:fixed: {immutable}\nuser.custom:other: {immutable}\n");
    assert_eq!(refused(&[("custom:fixed", "x"), ("custom:other", "y")]), parameter(&both));
    assert_eq!(
        refused(&[("foo", "x")]),
        parameter("user.foo: Attribute does not exist in the schema.")
    );
    assert_eq!(
        refused(&[("email_verified", "true")]),
        parameter("Email is required to verify/un-verify an email")
    );
    assert_eq!(
        refused(&[("phone_number_verified", "true")]),
        parameter("Phone Number is required to verify/un-verify a phone number")
    );
    assert_eq!(refused(&[("email", "x")]), parameter("Invalid email address format."));
    assert_eq!(
        refused(&[("updated_at", "x")]),
        parameter("user.updated_at: Attribute value is not a number.")
    );
    let required =
        "Attributes did not conform to the schema: given_name: The attribute is required";
    assert_eq!(refused(&[("given_name", "")]), parameter(required));
}

#[test]
fn users_cannot_write_what_is_reserved() {
    let pool = pool(&json!({ "Schema": schema() }));
    let all = client(&pool, &json!({}));
    let some = client(&pool, &json!({ "WriteAttributes": ["given_name"] }));
    let own = attributes(&[("given_name", "Ada"), ("email", "a@b")]);
    let refused = |client, one| check_update(&pool, client, &own, &given(&[one])).unwrap_err();
    for name in ["sub", "identities", "email_verified", "phone_number_verified"] {
        assert_eq!(
            refused(&all, (name, "true")),
            parameter(&format!("Cannot modify the non-mutable attribute {name}"))
        );
    }
    assert_eq!(refused(&all, ("dev:inner", "x")), unauthorized());
    assert_eq!(refused(&some, ("custom:free", "x")), unauthorized());
    assert_eq!(
        refused(&all, ("foo", "x")),
        parameter("user.foo: Attribute does not exist in the schema.")
    );
    assert!(check_update(&pool, &some, &own, &given(&[("given_name", "Eve")])).is_ok());
}

#[test]
fn plain_attributes_are_set_and_removed() {
    let pool = pool(&json!({ "Schema": schema() }));
    let own = attributes(&[
        ("given_name", "Ada"),
        ("name", "x"),
        ("email", "a@b"),
        ("email_verified", "true"),
    ]);
    let list = given(&[("name", ""), ("email", ""), ("custom:free", "1"), ("dev:inner", "2")]);
    let after =
        attributes(&[("given_name", "Ada"), ("custom:free", "1"), ("dev:custom:inner", "2")]);
    assert_eq!(check_admin_update(&pool, &own, &list), Ok(update(after, vec![])));
}

#[test]
fn a_new_address_is_stored_unverified_and_sent_a_code() {
    let own = attributes(&[("email", "a@b"), ("email_verified", "true")]);
    let after = attributes(&[("email", "c@d"), ("email_verified", "false")]);
    let code = Verification { kind: Email, value: "c@d".to_owned(), pending: false };
    let automatic = pool(&json!({ "AutoVerifiedAttributes": ["email"] }));
    let manual = pool(&json!({}));
    let list = given(&[("email", "c@d")]);
    assert_eq!(
        check_admin_update(&automatic, &own, &list),
        Ok(update(after.clone(), vec![code.clone()]))
    );
    assert_eq!(
        check_update(&automatic, &client(&automatic, &json!({})), &own, &list),
        Ok(update(after.clone(), vec![code]))
    );
    assert_eq!(check_admin_update(&manual, &own, &list), Ok(update(after, vec![])));
    let unchanged = check_admin_update(&automatic, &own, &given(&[("email", "a@b")]));
    assert_eq!(unchanged, Ok(update(own, vec![])), "the same value changes nothing");
}

#[test]
fn an_address_verified_before_update_waits_for_its_code() {
    let sms = json!({ "SnsCallerArn": "arn:aws:iam::111122223333:role/sms" });
    let pool = pool(
        &json!({ "AutoVerifiedAttributes": ["email", "phone_number"], "SmsConfiguration": sms,
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email", "phone_number"] } }),
    );
    let own = attributes(&[("email", "a@b"), ("email_verified", "true"), ("name", "x")]);
    let list = given(&[("email", "c@d"), ("phone_number", "+1555"), ("name", "y")]);
    let mut after = own.clone();
    after.set("name", "y");
    let wait = |kind, value: &str| Verification { kind, value: value.to_owned(), pending: true };
    let expected = update(after, vec![wait(PhoneNumber, "+1555"), wait(Email, "c@d")]);
    assert_eq!(check_admin_update(&pool, &own, &list), Ok(expected));
}

#[test]
fn an_administrator_verifies_in_the_same_request() {
    let pool = pool(&json!({ "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }));
    let own = attributes(&[("email", "a@b")]);
    let verified = attributes(&[("email", "c@d"), ("email_verified", "true")]);
    let list = given(&[("email", "c@d"), ("email_verified", "true")]);
    assert_eq!(check_admin_update(&pool, &own, &list), Ok(update(verified, vec![])));
    let flag = check_admin_update(&pool, &own, &given(&[("email_verified", "true")]));
    assert_eq!(
        flag,
        Ok(update(attributes(&[("email", "a@b"), ("email_verified", "true")]), vec![]))
    );
    let not =
        check_admin_update(&pool, &own, &given(&[("email", "c@d"), ("email_verified", "false")]));
    assert_eq!(
        not.unwrap().verifications,
        [Verification { kind: Email, value: "c@d".to_owned(), pending: true }]
    );
}

#[test]
fn an_address_cannot_stay_verified_by_being_removed_first() {
    let pool = pool(&json!({}));
    let own = attributes(&[("email", "a@b"), ("email_verified", "true")]);
    let refusal =
        check_admin_update(&pool, &own, &given(&[("email", ""), ("email_verified", "true")]));
    assert_eq!(refusal, Err(parameter("Email is required to verify/un-verify an email")));
}

/// While a new address waits, the old one stays. Marking an address as not verified in the same
/// request is no reason to trust the old one.
#[test]
fn a_waiting_address_leaves_the_old_one_in_place() {
    let pool = pool(&json!({ "AutoVerifiedAttributes": ["email"],
        "UserAttributeUpdateSettings": { "AttributesRequireVerificationBeforeUpdate": ["email"] } }));
    let wait = || vec![Verification { kind: Email, value: "c@d".to_owned(), pending: true }];
    let list = given(&[("email", "c@d"), ("email_verified", "false")]);
    let unverified = || attributes(&[("email", "a@b"), ("email_verified", "false")]);
    for (own, after) in [
        (attributes(&[("email", "a@b"), ("email_verified", "true")]), unverified()),
        (attributes(&[("email", "a@b")]), unverified()),
        (attributes(&[]), attributes(&[])),
    ] {
        assert_eq!(check_admin_update(&pool, &own, &list), Ok(update(after, wait())));
    }
    let own = attributes(&[("email", "a@b"), ("email_verified", "true")]);
    let without_flag = check_admin_update(&pool, &own, &given(&[("email", "c@d")]));
    assert_eq!(without_flag, Ok(update(own, wait())));
    let own = attributes(&[("email", "a@b"), ("email_verified", "true")]);
    let removed = check_admin_update(&pool, &own, &given(&[("email", "")]));
    assert_eq!(removed, Ok(update(attributes(&[]), vec![])), "nothing waits to be removed");
}
