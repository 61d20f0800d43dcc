use domain::client::UnsetAttributes;
use serde_json::json;

use crate::fixture::{client, pool};

#[test]
fn an_unconfigured_client_has_the_services_defaults() {
    let client = client(&pool(&json!({})), &json!({}));
    assert!(
        client.revocation_enabled()
            && !client.rotation_enabled()
            && !client.hides_existence()
            && !client.client_token_only()
    );
    assert_eq!((client.session_seconds(), client.rotation_grace_seconds()), (180, 0));
}

#[test]
fn unset_lists_allow_the_standard_attributes_or_all() {
    let client = client(&pool(&json!({})), &json!({}));
    for allowed in [client.read_attributes(), client.write_attributes()] {
        assert!(allowed.include("email") && allowed.include("email_verified"));
        assert!(!allowed.include("custom:x") && !allowed.include("dev:custom:x"));
    }
    let client = client.with_unset_attributes(UnsetAttributes::All);
    for allowed in [client.read_attributes(), client.write_attributes()] {
        assert!(allowed.include("email") && allowed.include("custom:x"));
        assert!(!allowed.include("dev:custom:x"));
    }
}

#[test]
fn an_empty_list_allows_nothing() {
    let empty = json!({ "ReadAttributes": [], "WriteAttributes": [] });
    let client = client(&pool(&json!({})), &empty).with_unset_attributes(UnsetAttributes::All);
    for allowed in [client.read_attributes(), client.write_attributes()] {
        assert!(!allowed.include("email") && !allowed.include("custom:x"));
    }
}

#[test]
fn every_setting_can_be_queried() {
    let members = json!({
        "EnableTokenRevocation": false, "PreventUserExistenceErrors": "ENABLED", "AuthSessionValidity": 15,
        "ReadAttributes": ["email", "dev:t"], "WriteAttributes": ["name"],
    });
    let client = client(
        &pool(
            &json!({ "Schema": [{ "Name": "t", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }] }),
        ),
        &members,
    );
    assert!(!client.revocation_enabled() && client.hides_existence());
    assert_eq!(client.session_seconds(), 900);
    let read = |name: &str| client.read_attributes().include(name);
    assert!(read("email") && read("dev:custom:t") && read("dev:t"));
    assert!(!read("name") && !read("custom:t") && !read("t"));
    let write = |name: &str| client.write_attributes().include(name);
    assert!(write("name") && !write("email"));
}
