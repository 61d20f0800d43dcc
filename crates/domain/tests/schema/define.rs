use domain::pool::SettingsRefusal;
use domain::schema::Schema;
use serde_json::{Value, json};

use super::create;
use crate::fixture::encoded;

#[test]
fn the_standard_attributes_are_described_in_the_services_order() {
    let described: Vec<Value> = Schema::standard().describe().iter().map(encoded).collect();
    let names: Vec<_> = described.iter().map(|one| one["Name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "profile",
            "address",
            "birthdate",
            "gender",
            "preferred_username",
            "updated_at",
            "website",
            "picture",
            "identities",
            "sub",
            "phone_number",
            "phone_number_verified",
            "zoneinfo",
            "locale",
            "email",
            "email_verified",
            "given_name",
            "family_name",
            "middle_name",
            "name",
            "nickname",
        ]
    );
    let entry = |name: &str, data_type: &str, mutable: bool, required: bool| json!({ "Name": name, "AttributeDataType": data_type, "DeveloperOnlyAttribute": false, "Mutable": mutable, "Required": required });
    let text = |mut entry: Value, min: &str, max: &str| {
        entry["StringAttributeConstraints"] = json!({ "MinLength": min, "MaxLength": max });
        entry
    };
    for (shown, name) in described.iter().zip(names) {
        let expected = match name {
            "sub" => text(entry(name, "String", false, true), "1", "2048"),
            "birthdate" => text(entry(name, "String", true, false), "10", "10"),
            "email_verified" | "phone_number_verified" => entry(name, "Boolean", true, false),
            "updated_at" => {
                let mut number = entry(name, "Number", true, false);
                number["NumberAttributeConstraints"] = json!({ "MinValue": "0" });
                number
            }
            "identities" => {
                let mut open = entry(name, "String", true, false);
                open["StringAttributeConstraints"] = json!({});
                open
            }
            _ => text(entry(name, "String", true, false), "0", "2048"),
        };
        assert_eq!(*shown, expected);
    }
}

#[test]
fn custom_attributes_follow_with_their_prefix() {
    let schema = create(&json!([
        { "Name": "tenant", "AttributeDataType": "String" },
        { "Name": "score", "AttributeDataType": "Number", "DeveloperOnlyAttribute": true, "Mutable": true,
          "NumberAttributeConstraints": { "MinValue": "-5", "MaxValue": "10" } },
        { "Name": "since", "AttributeDataType": "DateTime" },
        { "Name": "email", "AttributeDataType": "String", "Required": true, "Mutable": false,
          "StringAttributeConstraints": { "MaxLength": "100" } },
    ]))
    .unwrap();
    let described: Vec<Value> = schema.describe().iter().skip(21).map(encoded).collect();
    let flags = |name: &str, data_type: &str, developer: bool, mutable: bool| json!({ "Name": name, "AttributeDataType": data_type, "DeveloperOnlyAttribute": developer, "Mutable": mutable, "Required": false });
    let mut tenant = flags("custom:tenant", "String", false, false);
    tenant["StringAttributeConstraints"] = json!({});
    let mut score = flags("dev:custom:score", "Number", true, true);
    score["NumberAttributeConstraints"] = json!({ "MinValue": "-5", "MaxValue": "10" });
    assert_eq!(described, [tenant, score, flags("custom:since", "DateTime", false, false)]);
    let email = schema.find("email").unwrap();
    assert!(email.required && !email.mutable);
    assert_eq!(schema.required().collect::<Vec<_>>(), ["email"]);
    assert_eq!(schema.find("dev:score"), schema.find("dev:custom:score"));
    for unknown in ["tenant", "dev:tenant", "custom:score", "Email", "custom:", "dev:", ""] {
        assert_eq!(schema.find(unknown), None, "{unknown}");
    }
}

#[test]
fn bad_definitions_are_refused_with_the_services_messages() {
    let fixed = "You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute";
    let long = "String attributes cannot have a length of more than 2048";
    let text = |min: &str, max: &str| json!([{ "Name": "x", "AttributeDataType": "String", "StringAttributeConstraints": { "MinLength": min, "MaxLength": max } }]);
    let number = |min: &str, max: &str| {
        let limits = json!({ "MinValue": min, "MaxValue": max });
        json!([{ "Name": "x", "AttributeDataType": "Number", "NumberAttributeConstraints": limits }])
    };
    let cases = [
        (
            json!([{ "Name": "x", "AttributeDataType": "String", "Required": true }]),
            "Required custom attributes are not supported currently.".to_owned(),
        ),
        (json!([{ "Name": "email", "AttributeDataType": "Number" }]), format!("{fixed} email")),
        (json!([{ "Name": "name", "DeveloperOnlyAttribute": true }]), format!("{fixed} name")),
        (
            json!([{ "Name": "sub", "Mutable": true }]),
            "Cannot modify the non-mutable attribute sub".to_owned(),
        ),
        (
            json!([{ "Name": "identities", "Required": true }]),
            "Cannot modify the non-mutable attribute identities".to_owned(),
        ),
        (
            json!([{ "Name": "email_verified", "Required": true }]),
            "Cannot modify the non-mutable attribute email_verified".to_owned(),
        ),
        (
            json!([{ "Name": "x", "AttributeDataType": "String" }, { "Name": "x", "AttributeDataType": "String" }]),
            "Duplicate custom attribute names custom:x are not allowed in a user pool schema."
                .to_owned(),
        ),
        (
            json!([{ "Name": "email" }, { "Name": "email" }]),
            "Duplicate custom attribute names email are not allowed in a user pool schema."
                .to_owned(),
        ),
        (text("x", "1"), "Invalid StringMinLength for schema attribute custom:x".to_owned()),
        (text("1", "-1"), "Invalid StringMaxLength for schema attribute custom:x".to_owned()),
        (text("1", "2049"), format!("user.custom:x: {long}")),
        (text("3000", ""), format!("user.custom:x: {long}")),
        (text("5", "4"), "user.custom:x: Max length cannot be less than min length.".to_owned()),
        (number("a", "1"), "Invalid NumberMinValue for schema attribute custom:x".to_owned()),
        (number("1", "1.5"), "Invalid NumberMaxValue for schema attribute custom:x".to_owned()),
        (number("2", "1"), "user.custom:x: Max value cannot be less than min value.".to_owned()),
        (json!([{}]), "Every schema attribute needs a Name.".to_owned()),
        (
            json!([{ "Name": "x" }]),
            "Invalid AttributeDataType input, consider using the provided AttributeDataType enum."
                .to_owned(),
        ),
    ];
    for (list, text) in cases {
        assert_eq!(create(&list), Err(SettingsRefusal::InvalidParameter(text)), "{list}");
    }
    // A described attribute can be passed to a new pool unchanged.
    assert!(create(&json!([{ "Name": "sub", "AttributeDataType": "String", "Mutable": false, "Required": true }])).is_ok());
}

/// A standard attribute has its type without being told, and is immutable unless the entry says
/// otherwise. Those that no user writes stay as they are.
#[test]
fn an_entry_without_mutable_makes_a_standard_attribute_immutable() {
    let schema = create(&json!([
        { "Name": "email", "Required": true },
        { "Name": "name", "Mutable": true },
        { "Name": "updated_at", "NumberAttributeConstraints": {} },
        { "Name": "email_verified" },
        { "Name": "sub" },
    ]))
    .unwrap();
    let mutable = |name: &str| schema.find(name).unwrap().mutable;
    let fixed = ["email", "updated_at", "sub"];
    assert_eq!(fixed.map(mutable), [false; 3]);
    assert_eq!(["name", "email_verified", "nickname"].map(mutable), [true; 3]);
    let email = schema.describe().iter().map(encoded).find(|one| one["Name"] == "email").unwrap();
    assert_eq!((&email["Mutable"], &email["AttributeDataType"]), (&json!(false), &json!("String")));
}

#[test]
fn limits_of_every_kind_are_described() {
    let limits = json!({ "MinLength": "5", "MaxLength": "10" });
    let schema = create(&json!([
        { "Name": "email", "AttributeDataType": "String", "Required": true, "Mutable": false, "StringAttributeConstraints": limits },
        { "Name": "flag", "AttributeDataType": "Boolean", "DeveloperOnlyAttribute": true },
        { "Name": "text", "AttributeDataType": "String", "StringAttributeConstraints": {} },
        { "Name": "count", "AttributeDataType": "Number", "NumberAttributeConstraints": {} },
        { "Name": "custom:x", "AttributeDataType": "Number" },
    ]))
    .unwrap();
    let described: Vec<Value> = schema.describe().iter().map(encoded).collect();
    assert_eq!(described[14]["StringAttributeConstraints"], limits);
    let names: Vec<_> = described.iter().skip(21).map(|one| one["Name"].clone()).collect();
    assert_eq!(names, ["dev:custom:flag", "custom:text", "custom:count", "custom:custom:x"]);
    assert_eq!(described[22]["StringAttributeConstraints"], json!({}));
    for number in [23, 24] {
        assert_eq!(described[number]["NumberAttributeConstraints"], json!({}));
    }
}
