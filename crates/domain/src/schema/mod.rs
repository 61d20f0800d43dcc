//! The attributes of a user pool: the standard ones in the service's order, then custom ones.
//!
//! API reference: `SchemaAttributeType`; developer guide: "Working with user attributes".

mod bounds;
mod define;
mod describe;
mod standard;
mod value;

pub use bounds::Bounds;
pub use value::ValueFault;
use wire::idp::AttributeDataType;

/// Longest value of any attribute, in bytes.
pub const LONGEST_VALUE: usize = 2048;

/// One attribute that users of the pool may have.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaAttribute {
    /// Full name, custom attributes with their prefix: `email`, `custom:tenant`,
    /// `dev:custom:score`.
    pub name: String,
    /// What the text of a value must look like.
    pub data_type: AttributeDataType,
    /// Written by signed administrator operations only, and read by app clients never through
    /// self-service.
    pub developer_only: bool,
    /// Whether a value may be changed after the user was created.
    pub mutable: bool,
    /// Whether a user cannot sign up without it.
    pub required: bool,
    /// Limits of the value.
    pub bounds: Bounds,
}

impl SchemaAttribute {
    /// Whether the service alone sets it: `sub` and `identities` are never written by anyone.
    pub fn is_service_owned(&self) -> bool {
        matches!(self.name.as_str(), "sub" | "identities")
    }

    /// Whether it says that a contact attribute was verified: written by administrators only.
    pub fn is_verified_flag(&self) -> bool {
        matches!(self.name.as_str(), "email_verified" | "phone_number_verified")
    }

    /// Whether it was added to the standard attributes by the pool's owner.
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
    /// The attribute of this name; a developer-only attribute is found by `dev:<n>` as well as by
    /// `dev:custom:<n>`.
    pub fn find(&self, name: &str) -> Option<&SchemaAttribute> {
        let exact = |name: &str| self.attributes.iter().find(|attribute| attribute.name == name);
        exact(name)
            .or_else(|| exact(&format!("{}{}", define::DEVELOPER, name.strip_prefix("dev:")?)))
    }

    /// Every attribute: the standard ones in the service's order, then the custom ones as they were
    /// added.
    pub fn iter(&self) -> impl Iterator<Item = &SchemaAttribute> {
        self.attributes.iter()
    }

    /// Names of the attributes that a user must have, in schema order. `sub`, which every user
    /// gets, is not among them.
    pub fn required(&self) -> impl Iterator<Item = &str> {
        self.attributes
            .iter()
            .filter(|one| one.required && !one.is_service_owned())
            .map(|one| one.name.as_str())
    }
}
