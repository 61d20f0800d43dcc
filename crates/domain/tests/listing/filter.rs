use domain::listing::{Filter, FilterFault, parse};
use domain::schema::Schema;
use serde_json::json;

use super::{Person, filter};
use crate::fixture::{attributes, pool};

#[test]
fn each_kind_of_field_has_its_own_comparison() {
    let person = Person {
        username: "Al\u{e9}",
        enabled: true,
        attributes: attributes(&[("name", "\u{3a3}ίσυφο\u{3a3}"), ("email", "A@B.com")]),
    };
    let is_found = |text: &str| filter(text).matches(&person.listed());
    for text in [
        "username = \"Ale\u{301}\"",
        r#"username ^= "Al""#,
        "name = \"σίσυφοσ\"",
        "name ^= \"\u{3a3}ΊΣ\"",
        r#"email = "a@b.COM""#,
        r#"status = "Enabled""#,
        r#"status ^= "E""#,
        r#"cognito:user_status ^= "force_""#,
        r#"sub = "7D5F31A2-0000-4000-8000-00000000000A""#,
        r#"sub ^= "7D""#,
    ] {
        assert!(is_found(text), "{text}");
    }
    for text in [
        "username = \"al\u{e9}\"",
        r#"username ^= "al""#,
        r#"status = "enabled""#,
        r#"status = "Disabled""#,
        r#"cognito:user_status = "FORCE_""#,
        r#"email = "a@b""#,
        r#"family_name ^= """#,
        r#"sub ^= "8""#,
    ] {
        assert!(!is_found(text), "{text}");
    }
}

#[test]
fn only_attributes_of_the_schema_can_be_searched() {
    let schema = json!({ "Schema": [{ "Name": "score", "AttributeDataType": "Number", "DeveloperOnlyAttribute": true }] });
    let pool = pool(&schema);
    let of = |schema: &Schema, name: &str| {
        Filter::of(schema, parse(&format!("{name} = \"1\"")).unwrap().unwrap())
    };
    for name in ["dev:score", "dev:custom:score", "address", "updated_at", "identities"] {
        assert!(of(pool.schema(), name).is_ok(), "{name}");
    }
    for name in ["custom:score", "Name", "cognito:username", "enabled"] {
        let fault = of(pool.schema(), name).err().unwrap();
        assert_eq!(fault, FilterFault::UnknownAttribute(name.to_owned()));
        assert_eq!(fault.to_string(), format!("Invalid search attribute: {name}"));
    }
    assert_eq!(FilterFault::Unparsable.to_string(), "Error while parsing filter.");
}
