//! Valid values built from the shapes' descriptors.

use serde_json::{Map, Value, json};
use wire::{Kind, Shape};

/// Values for sensitive shapes; no other shape gets them, so that a `Debug` text can be searched
/// for them.
pub(crate) const SECRETS: [&str; 3] = ["S3cr3tS3cr3tS3cr3tS3cr3t", "424242", "S3cr3t"];

/// Tried in order until one is valid for the shape.
pub(crate) const PLAIN: [&str; 17] = [
    "plain",
    "arn:aws:iam::000000000000:role/plain",
    "eu-west-1_Ab12Cd34E",
    "eu-west-1:5d0f4b0e-8a35-4c1d-9e0b-1f7a3c0d5e66",
    "5d0f4b0e-8a35-4c1d-9e0b-1f7a3c0d5e66",
    "1234",
    "Level1",
    "plain@example.com",
    "Your code is {####}.",
    "Press {##here##}.",
    "cognito:default",
    "terms-of-use",
    "import-1a",
    "tknabcdefghijklmnopqrstuvwxy",
    "authenticated",
    "arn:aws:s3:::plain",
    "eu-west-1_5d0f4b0e-8a35-4c1d-9e0b-1f7a3c0d5e66",
];

/// A value with all members.
pub(crate) fn full(shape: &Shape) -> Value {
    value(shape, true, false)
}

/// A value with the required members only.
pub(crate) fn least(shape: &Shape) -> Value {
    value(shape, false, false)
}

fn value(shape: &Shape, all: bool, secret: bool) -> Value {
    let secret = secret || shape.sensitive;
    match shape.kind {
        Kind::Text => json!(text(shape, secret)),
        Kind::Enumeration(values) => json!(values.last()),
        Kind::Integer | Kind::Long => json!(shape.max.or(shape.min).unwrap_or(7)),
        Kind::Boolean => json!(true),
        Kind::Timestamp => json!(1_548_097_827.125),
        Kind::Blob => json!("cGxhaW4="),
        Kind::Document => json!({"any": [1, null, "json"]}),
        Kind::List(element) => {
            Value::Array(vec![value(element, all, secret); shape.min.unwrap_or(1).max(1) as usize])
        }
        Kind::Map(key, item) => {
            Value::Object(Map::from_iter([(text(key, false).to_owned(), value(item, all, secret))]))
        }
        Kind::Structure(members) => {
            let members = members.iter().filter(|member| all || member.required);
            Value::Object(
                members
                    .map(|member| (member.name.to_owned(), value(member.shape, all, secret)))
                    .collect(),
            )
        }
        Kind::Any => panic!("a shape of unknown kind"),
    }
}

fn text(shape: &Shape, secret: bool) -> &'static str {
    let candidates: &[&'static str] = if secret { &SECRETS } else { &PLAIN };
    let legal = |candidate: &&&str| {
        let length = candidate.len() as i64;
        shape.min.is_none_or(|min| length >= min)
            && shape.max.is_none_or(|max| length <= max)
            && shape.pattern.is_none_or(|pattern| (pattern.matches)(candidate))
    };
    candidates.iter().find(legal).unwrap_or_else(|| panic!("no sample for {}", shape.name))
}
