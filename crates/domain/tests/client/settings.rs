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
    assert!(client.may_read("custom:x") && client.may_write("email"));
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
    assert!(
        client.may_read("email") && client.may_read("dev:custom:t") && client.may_read("dev:t")
    );
    assert!(!client.may_read("name") && !client.may_read("custom:t") && !client.may_read("t"));
    assert!(client.may_write("name") && !client.may_write("email"));
}
