use domain::Rng;
use domain::schema::{SchemaAttribute, ValueFault};
use serde_json::{Value, json};

use super::create;
use crate::fixture::odd_text;

fn attribute(one: &Value) -> SchemaAttribute {
    let schema = create(&json!([one])).unwrap();
    let name = one["Name"].as_str().unwrap();
    schema.find(name).or_else(|| schema.find(&format!("custom:{name}"))).unwrap().clone()
}

#[test]
fn values_must_match_type_and_limits() {
    let fails = |one: &Value, values: &[&str], text: &str| {
        for value in values {
            let fault = attribute(one).check_value(value).unwrap_err();
            let said = match fault {
                ValueFault::Format(said) => said.to_owned(),
                ValueFault::Constraint(said) => said,
            };
            assert_eq!(said, text, "{one} {value}");
        }
    };
    let passes = |one: &Value, values: &[&str]| {
        for value in values {
            assert_eq!(attribute(one).check_value(value).as_deref(), Ok(*value), "{one}");
        }
    };
    let typed = |data_type: &str| json!({ "Name": "x", "AttributeDataType": data_type });
    fails(&json!({ "Name": "email" }), &["x", "a@", "a b@c"], "Invalid email address format.");
    fails(
        &json!({ "Name": "phone_number" }),
        &["x", "0155", "+1 2"],
        "Invalid phone number format.",
    );
    fails(
        &json!({ "Name": "birthdate" }),
        &["2000-01-011"],
        "String attributes cannot have a length of more than 10",
    );
    fails(
        &json!({ "Name": "birthdate" }),
        &["2000-1-1"],
        "String attributes cannot have a length of less than 10",
    );
    fails(
        &json!({ "Name": "name" }),
        &["ü".repeat(1025).as_str()],
        "String attributes cannot have a length of more than 2048",
    );
    passes(&json!({ "Name": "birthdate" }), &["2000-01-01", "üüüüüüüüüü"]);
    fails(
        &json!({ "Name": "updated_at" }),
        &["-1"],
        "Number attributes cannot have a value of less than 0",
    );
    let digits = "9".repeat(400);
    fails(
        &typed("Number"),
        &["", "x", "1e5", "inf", "NaN", "+1", ".5", "1.", "1.2.3", "0x1", "١", &digits],
        "Attribute value is not a number.",
    );
    passes(&typed("Number"), &["0", "-1", "1.50", "007"]);
    let bounded = json!({ "Name": "x", "AttributeDataType": "Number", "NumberAttributeConstraints": { "MinValue": "-2", "MaxValue": "3" } });
    fails(&bounded, &["3.1", "4"], "Number attributes cannot have a value of more than 3");
    fails(&bounded, &["-2.1"], "Number attributes cannot have a value of less than -2");
    fails(&typed("Boolean"), &["", "1", "yes", "truee"], "Attribute value is not true or false.");
    assert_eq!(attribute(&typed("Boolean")).check_value("TRUE").as_deref(), Ok("TRUE"));
    let moments = [
        "2026-01-31",
        "2026-01-31T10:20",
        "2026-01-31T10:20:30Z",
        "2026-01-31T10:20:30.5+01:00",
        "1767225600",
        "2026-12-31T23:59:60Z",
    ];
    passes(&typed("DateTime"), &moments);
    let none = [
        "",
        "x",
        "2026-13-01",
        "2026-1-31",
        "2026-01-31T",
        "2026-01-31T25:00Z",
        "2026-01-31T10:20:30+1",
        "2026-01-31-1",
        "2026-01-31T10:20.Z",
    ];
    fails(&typed("DateTime"), &none, "Attribute value is not a date and time.");
}

#[test]
fn odd_values_do_not_cause_a_panic() {
    let rng = Rng::seeded(11);
    let kinds = ["String", "Number", "Boolean", "DateTime"]
        .map(|kind| attribute(&json!({ "Name": "x", "AttributeDataType": kind })));
    for _ in 0..4_000 {
        let text = odd_text(&rng);
        for kind in &kinds {
            let _ = kind.check_value(&text);
        }
        let _ =
            create(&json!([{ "Name": text, "StringAttributeConstraints": { "MinLength": text } }]));
    }
}
