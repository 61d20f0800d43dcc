//! The attributes of one user.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use wire::idp::AttributeType;

use crate::document::{BadDocument, Document};
use crate::names::AliasKind;

/// The flag of a verified contact attribute.
const VERIFIED: &str = "true";
/// The flag of a contact attribute that is not verified.
const UNVERIFIED: &str = "false";

/// The attributes of one user by full name, without `sub`. A contact attribute always has its
/// verified flag, `false` until it is verified; earlier versions stored none then. `Debug` shows
/// the names and hides the values.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Attributes(BTreeMap<String, String>);

impl FromIterator<(String, String)> for Attributes {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(list: T) -> Self {
        let mut attributes = Self(list.into_iter().collect());
        attributes.flag_contacts();
        attributes
    }
}

impl Attributes {
    /// Values by name.
    pub fn as_map(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    /// The attributes in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Sets an attribute.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
        self.flag_contacts();
    }

    /// Removes an attribute, and the verified flag of a contact attribute. Without its flag, a
    /// contact attribute is not verified.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
        if let Some(flag) = AliasKind::parse(name).and_then(AliasKind::verified_flag) {
            self.0.remove(flag);
        }
        self.flag_contacts();
    }

    fn flag_contacts(&mut self) {
        for kind in AliasKind::CONTACTS {
            if let Some(flag) = kind.verified_flag()
                && self.0.contains_key(kind.as_str())
                && !self.0.contains_key(flag)
            {
                self.0.insert(flag.to_owned(), UNVERIFIED.to_owned());
            }
        }
    }

    /// Whether the value of a contact attribute was verified. The flag is stored as an
    /// administrator sent it: `true` in any case.
    pub fn is_verified(&self, kind: AliasKind) -> bool {
        let flag = kind.verified_flag().and_then(|flag| self.get(flag));
        flag.is_some_and(|flag| flag.eq_ignore_ascii_case(VERIFIED))
    }

    /// Marks the value of a contact attribute as verified or not.
    pub fn set_verified(&mut self, kind: AliasKind, verified: bool) {
        if let Some(flag) = kind.verified_flag() {
            self.set(flag, if verified { VERIFIED } else { UNVERIFIED });
        }
    }

    /// The stored form.
    pub fn to_doc(&self) -> String {
        json!({ "v": 1, "attributes": self.0 }).to_string()
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text does not hold a user's attributes in a version that this server knows.
    pub fn from_doc(text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("user attributes", text)?;
        let value = doc.take("attributes");
        let Some(Value::Object(members)) = value else { return Err(doc.bad("attributes")) };
        let read = |(name, value)| match value {
            Value::String(text) => Some((name, text)),
            _ => None,
        };
        let attributes: Option<Self> = members.into_iter().map(read).collect();
        attributes.ok_or_else(|| doc.bad("attributes"))
    }

    /// The attributes as responses carry them: `sub` first, then the others by name.
    pub fn to_wire(&self, sub: &str) -> Vec<AttributeType> {
        self.to_wire_where(sub, |_| true)
    }

    /// Like [`Attributes::to_wire`], limited to the attributes, including `sub`, that `shown`
    /// accepts.
    pub fn to_wire_where(&self, sub: &str, shown: impl Fn(&str) -> bool) -> Vec<AttributeType> {
        std::iter::once(("sub", sub))
            .chain(self.iter())
            .filter(|(name, _)| shown(name))
            .map(|(name, value)| AttributeType { name: name.to_owned(), value: Some(value.into()) })
            .collect()
    }
}

impl std::fmt::Debug for Attributes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
