use domain::Time;
use domain::pool::SettingsRefusal::{self, InvalidParameter};
use domain::pool::UserPool;
use serde_json::{Value, json};

use crate::fixture::{ACCOUNT, NOW, POOL_ID, encoded, pool};

const LATER: Time = Time(NOW.0 + 1);

fn add(before: &UserPool, attributes: &Value) -> Result<UserPool, SettingsRefusal> {
    let request: wire::idp::AddCustomAttributesRequest =
        wire::decode(json!({ "UserPoolId": POOL_ID, "CustomAttributes": attributes })).unwrap();
    before.add_custom_attributes(LATER, request.custom_attributes)
}

fn names(pool: &UserPool) -> Vec<String> {
    pool.schema().iter().skip(21).map(|attribute| attribute.name.clone()).collect()
}

fn numbered(from: usize, count: usize) -> Value {
    (from..from + count)
        .map(|number| json!({ "Name": format!("n{number}"), "AttributeDataType": "String" }))
        .collect()
}

#[test]
fn added_attributes_follow_the_original_ones_and_are_stored() {
    let before = pool(
        &json!({ "Schema": [{ "Name": "tenant", "AttributeDataType": "String" }, { "Name": "email", "Required": true }] }),
    );
    let added = json!([
        { "Name": "score", "AttributeDataType": "Number", "Mutable": true, "NumberAttributeConstraints": { "MinValue": "1" } },
        { "Name": "secret", "AttributeDataType": "String", "DeveloperOnlyAttribute": true },
    ]);
    let once = add(&before, &added).unwrap();
    let twice = add(&once, &json!([{ "Name": "last", "AttributeDataType": "String" }])).unwrap();
    assert_eq!(
        names(&twice),
        ["custom:tenant", "custom:score", "dev:custom:secret", "custom:last"]
    );
    assert_eq!(twice.modified, LATER);
    let shown = encoded(&twice.describe(ACCOUNT, 0));
    let score = json!({ "Name": "custom:score", "AttributeDataType": "Number", "DeveloperOnlyAttribute": false, "Mutable": true,
        "Required": false, "NumberAttributeConstraints": { "MinValue": "1" } });
    assert_eq!(shown["SchemaAttributes"][22], score);
    assert_eq!(UserPool::from_doc(POOL_ID, &twice.to_doc()), Ok(twice));
}

/// Unlike at creation, the name of a standard attribute does not mean the standard one here.
#[test]
fn a_standard_name_is_a_custom_attribute() {
    let with = add(&pool(&json!({})), &json!([{ "Name": "email", "AttributeDataType": "Number" }]))
        .unwrap();
    assert_eq!(names(&with), ["custom:email"]);
    let stored = UserPool::from_doc(POOL_ID, &with.to_doc()).unwrap();
    assert_eq!(stored.schema(), with.schema());
}

#[test]
fn bad_attributes_are_refused() {
    let before = pool(
        &json!({ "Schema": [{ "Name": "tenant", "AttributeDataType": "String" }, { "Name": "hidden", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }] }),
    );
    let limits = |min: &str, max: &str| json!({ "MinLength": min, "MaxLength": max });
    for (attributes, text) in [
        (
            json!([{ "Name": "tenant", "AttributeDataType": "String" }]),
            "custom:tenant: Existing attribute already has name custom:tenant.",
        ),
        (
            json!([{ "Name": "a", "AttributeDataType": "String" }, { "Name": "a", "AttributeDataType": "String" }]),
            "custom:a: Existing attribute already has name custom:a.",
        ),
        (
            json!([{ "Name": "hidden", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }]),
            "custom:hidden: Existing attribute already has name dev:custom:hidden.",
        ),
        (
            json!([{ "Name": "a", "AttributeDataType": "String", "Required": true }]),
            "Required custom attributes are not supported currently.",
        ),
        (json!([{}]), "Every schema attribute needs a Name."),
        (
            json!([{ "Name": "a" }]),
            "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.",
        ),
        (
            json!([{ "Name": "a", "AttributeDataType": "String", "StringAttributeConstraints": limits("x", "9") }]),
            "Invalid StringMinLength for schema attribute custom:a",
        ),
        (
            json!([{ "Name": "a", "AttributeDataType": "String", "StringAttributeConstraints": limits("9", "8") }]),
            "user.custom:a: Max length cannot be less than min length.",
        ),
    ] {
        assert_eq!(
            add(&before, &attributes),
            Err(InvalidParameter(text.to_owned())),
            "{attributes}"
        );
    }
    // A developer-only attribute with the same name is a different one.
    add(&before, &json!([{ "Name": "hidden", "AttributeDataType": "String" }])).unwrap();
}

#[test]
fn a_pool_has_at_most_fifty_custom_attributes() {
    let before = pool(&json!({ "Schema": numbered(0, 30) }));
    let full = add(&before, &numbered(30, 20)).unwrap();
    let text = "A user pool cannot have more than 50 custom attributes.";
    assert_eq!(
        add(&full, &json!([{ "Name": "more", "AttributeDataType": "String" }])),
        Err(InvalidParameter(text.to_owned()))
    );
    assert_eq!(add(&before, &numbered(30, 21)), Err(InvalidParameter(text.to_owned())));
}

/// A document written before pools could be changed.
#[test]
fn a_document_without_added_attributes_is_read() {
    let before = pool(&json!({ "MfaConfiguration": "OFF" }));
    let doc = before.to_doc();
    let older = doc.replace(r#","mfa":{},"added":[]"#, "");
    assert_ne!(older, doc);
    assert_eq!(UserPool::from_doc(POOL_ID, &older), Ok(before));
    for (wrong, member) in
        [(r#""mfa":1"#, "mfa"), (r#""added":1"#, "added"), (r#""added":[{"Name":1}]"#, "added")]
    {
        let text = doc.replace(r#""mfa":{},"added":[]"#, wrong);
        assert_eq!(UserPool::from_doc(POOL_ID, &text).unwrap_err().member, member, "{wrong}");
    }
}
