use domain::user::{check_admin_delete, check_delete, check_update};
use serde_json::json;

use super::{parameter, unauthorized};
use crate::fixture::{attributes, client, given, pool};

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn deleting_an_attribute_deletes_its_flag() {
    let pool = pool(&json!({}));
    let own = attributes(&[("email", "a@b"), ("email_verified", "true"), ("name", "x")]);
    assert_eq!(
        check_admin_delete(&pool, &own, &names(&["email", "locale"])),
        Ok(attributes(&[("name", "x")]))
    );
    assert_eq!(
        check_delete(&pool, &client(&pool, &json!({})), &own, &names(&["email"])),
        Ok(attributes(&[("name", "x")]))
    );
}

#[test]
fn deletions_are_refused_with_the_services_messages() {
    let pool = pool(
        &json!({ "Schema": [{ "Name": "fixed", "AttributeDataType": "String", "Mutable": false }, { "Name": "email", "Required": true, "Mutable": true }] }),
    );
    let own = attributes(&[("email", "a@b")]);
    let admin = |list: &[&str]| check_admin_delete(&pool, &own, &names(list)).unwrap_err();
    let unknown = "Attribute does not exist in the schema.\n";
    assert_eq!(
        admin(&["foo"]),
        parameter(&format!("Invalid user attributes: user.foo: {unknown}"))
    );
    assert_eq!(
        admin(&["foo", "bar"]),
        parameter(&format!("Invalid user attributes: user.foo: {unknown}user.bar: {unknown}"))
    );
    assert_eq!(
        admin(&["email"]),
        parameter("Invalid user attributes: user.email: Required attributes cannot be deleted.\n")
    );
    let immutable = "Invalid user attributes: user.custom:fixed: Attribute cannot be updated. (changing an immutable attribute)\n";
    assert_eq!(admin(&["custom:fixed"]), parameter(immutable));
    assert_eq!(admin(&["sub"]), parameter("Cannot modify the non-mutable attribute sub"));
    let some = client(&pool, &json!({ "WriteAttributes": ["email"] }));
    let by_user = |list: &[&str]| check_delete(&pool, &some, &own, &names(list)).unwrap_err();
    assert_eq!(by_user(&["name"]), unauthorized());
    assert_eq!(
        by_user(&["email_verified"]),
        parameter("Cannot modify the non-mutable attribute email_verified")
    );
}

/// An administrator may remove the mark that an address is verified, a user may not.
#[test]
fn only_administrators_delete_a_flag() {
    let pool = pool(
        &json!({ "Schema": [{ "Name": "inner", "AttributeDataType": "String", "DeveloperOnlyAttribute": true, "Mutable": true }] }),
    );
    let all = client(&pool, &json!({}));
    let own =
        attributes(&[("email", "a@b"), ("email_verified", "true"), ("dev:custom:inner", "1")]);
    let left = attributes(&[("email", "a@b")]);
    assert_eq!(check_admin_delete(&pool, &own, &names(&["email_verified", "dev:inner"])), Ok(left));
    assert_eq!(check_delete(&pool, &all, &own, &names(&["dev:inner"])), Err(unauthorized()));
    assert_eq!(check_delete(&pool, &all, &own, &[]), Ok(own.clone()));
}

/// Only an administrator leaves a user without a name to sign in with.
#[test]
fn a_user_keeps_one_attribute_to_sign_in_with() {
    let pool = pool(&json!({ "UsernameAttributes": ["email", "phone_number"] }));
    let client = client(&pool, &json!({}));
    let own = attributes(&[("email", "a@b"), ("phone_number", "+1555"), ("name", "x")]);
    let without = |list: &[&str]| check_delete(&pool, &client, &own, &names(list));
    let last = parameter("The last attribute that the user signs in with cannot be deleted.");
    for one in ["email", "phone_number", "name"] {
        assert!(without(&[one]).is_ok(), "{one}");
    }
    assert_eq!(without(&["email", "phone_number"]), Err(last.clone()));
    let emptied = given(&[("email", ""), ("phone_number", "")]);
    assert_eq!(check_update(&pool, &client, &own, &emptied), Err(last));
    assert!(check_admin_delete(&pool, &own, &names(&["email", "phone_number"])).is_ok());
    // A user who has none loses none.
    let nameless = attributes(&[("name", "x")]);
    assert!(check_delete(&pool, &client, &nameless, &names(&["name", "email"])).is_ok());
}
