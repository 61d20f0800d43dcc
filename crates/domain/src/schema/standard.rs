//! The standard attributes: names and order, types, limits.

use wire::idp::AttributeDataType as Type;

use super::{Bounds, SchemaAttribute};

const TEXT: Bounds = Bounds::Length { min: Some(0), max: Some(2048) };

/// The standard attributes in the service's order: name, type, bounds.
const STANDARD: [(&str, Type, Bounds); 21] = [
    ("profile", Type::String, TEXT),
    ("address", Type::String, TEXT),
    ("birthdate", Type::String, Bounds::Length { min: Some(10), max: Some(10) }),
    ("gender", Type::String, TEXT),
    ("preferred_username", Type::String, TEXT),
    ("updated_at", Type::Number, Bounds::Range { min: Some(0), max: None }),
    ("website", Type::String, TEXT),
    ("picture", Type::String, TEXT),
    ("identities", Type::String, Bounds::Length { min: None, max: None }),
    ("sub", Type::String, Bounds::Length { min: Some(1), max: Some(2048) }),
    ("phone_number", Type::String, TEXT),
    ("phone_number_verified", Type::Boolean, Bounds::None),
    ("zoneinfo", Type::String, TEXT),
    ("locale", Type::String, TEXT),
    ("email", Type::String, TEXT),
    ("email_verified", Type::Boolean, Bounds::None),
    ("given_name", Type::String, TEXT),
    ("family_name", Type::String, TEXT),
    ("middle_name", Type::String, TEXT),
    ("name", Type::String, TEXT),
    ("nickname", Type::String, TEXT),
];

/// The standard attributes of a pool that changes none of them: only `sub` is required and
/// immutable.
pub(super) fn attributes() -> Vec<SchemaAttribute> {
    STANDARD
        .iter()
        .map(|(name, data_type, bounds)| SchemaAttribute {
            name: (*name).to_owned(),
            data_type: *data_type,
            developer_only: false,
            mutable: *name != "sub",
            required: *name == "sub",
            bounds: *bounds,
        })
        .collect()
}
