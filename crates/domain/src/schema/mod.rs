//! The attributes of a user pool: the standard ones in the service's order, then custom ones.
//!
//! API reference: `SchemaAttributeType`; developer guide: "Working with user attributes".

mod bounds;
mod define;
mod describe;
mod standard;
mod value;

pub use bounds::Bounds;
pub(crate) use define::{added_with_earlier_defaults, with_earlier_defaults};
pub use value::ValueFault;
use wire::idp::AttributeDataType;

use crate::names::AliasKind;

/// Longest value of any attribute, in bytes.
pub const LONGEST_VALUE: usize = 2048;

/// One attribute that users of the pool may have.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaAttribute {
    /// Full name, custom attributes with their prefix: `email`, `custom:tenant`,
    /// `dev:custom:score`.
    pub name: String,
    /// The type that the text of a value must conform to.
    pub data_type: AttributeDataType,
    /// Written only by signed administrator operations; app clients cannot read it through
    /// self-service.
    pub developer_only: bool,
    /// Whether a value may be changed once the user exists.
    pub mutable: bool,
    /// Whether a user must have it to sign up.
    pub required: bool,
    /// Limits of the value.
    pub bounds: Bounds,
}

impl SchemaAttribute {
    /// Whether only the service sets it: nobody can write `sub` or `identities`.
    pub fn is_service_owned(&self) -> bool {
        matches!(self.name.as_str(), "sub" | "identities")
    }

    /// Whether it flags a contact attribute as verified: only administrators write it.
    pub fn is_verified_flag(&self) -> bool {
        AliasKind::is_verified_flag(&self.name)
    }

    /// Whether the pool's owner defined it.
    pub fn is_custom(&self) -> bool {
        self.name.starts_with(define::CUSTOM) || self.name.starts_with(define::DEVELOPER)
    }
}

/// All attributes of a user pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    attributes: Vec<SchemaAttribute>,
}

impl Schema {
    /// Finds an attribute by name; a developer-only attribute also by `dev:<n>` instead of
    /// `dev:custom:<n>`.
    pub fn find(&self, name: &str) -> Option<&SchemaAttribute> {
        let exact = |name: &str| self.attributes.iter().find(|attribute| attribute.name == name);
        exact(name)
            .or_else(|| exact(&format!("{}{}", define::DEVELOPER, name.strip_prefix("dev:")?)))
    }

    /// Every attribute: the standard ones in the service's order, then the custom ones in the order
    /// they were added.
    pub fn iter(&self) -> impl Iterator<Item = &SchemaAttribute> {
        self.attributes.iter()
    }

    /// Names of the attributes that a user must have, in schema order, without `sub`, which every
    /// user gets.
    pub fn required(&self) -> impl Iterator<Item = &str> {
        self.attributes
            .iter()
            .filter(|one| one.required && !one.is_service_owned())
            .map(|one| one.name.as_str())
    }
}
