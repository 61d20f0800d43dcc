//! The service model as AWS publishes it. An unknown key stops the generator.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// A service.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Model {
    version: String,
    pub metadata: Metadata,
    pub operations: Ordered<Operation>,
    pub shapes: Ordered<Shape>,
    #[serde(default, rename = "documentation", skip_serializing)]
    _documentation: Dropped,
}

/// The names of the service and of its protocol.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Metadata {
    api_version: String,
    pub endpoint_prefix: String,
    pub json_version: String,
    pub protocol: String,
    protocols: Vec<String>,
    service_full_name: String,
    service_id: String,
    pub signature_version: String,
    pub target_prefix: String,
    uid: String,
    auth: Vec<String>,
}

/// An operation.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Operation {
    pub name: String,
    pub http: Http,
    pub input: Ref,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Ref>,
    pub errors: Vec<Ref>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authtype: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "is_false")]
    readonly: bool,
    #[serde(default, rename = "documentation", skip_serializing)]
    _documentation: Dropped,
}

/// The HTTP request of an operation.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Http {
    pub method: String,
    pub request_uri: String,
}

/// A use of a shape.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Ref {
    pub shape: String,
    #[serde(default, rename = "box", skip_serializing_if = "is_false")]
    boxed: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    deprecated: bool,
    #[serde(default, rename = "deprecatedMessage", skip_serializing)]
    _deprecated_message: Dropped,
    #[serde(default, rename = "documentation", skip_serializing)]
    _documentation: Dropped,
}

/// The kinds of shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Type {
    Structure,
    String,
    List,
    Map,
    Integer,
    Long,
    Boolean,
    Timestamp,
    Blob,
}

/// A shape, with the facts of all kinds; `check` verifies which kind has which.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shape {
    #[serde(rename = "type")]
    pub kind: Type,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Ordered<Ref>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Ref>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Ref>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Ref>,
    #[serde(default, rename = "enum", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub document: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub exception: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub fault: bool,
    #[serde(default, rename = "documentation", skip_serializing)]
    _documentation: Dropped,
}

impl Shape {
    /// Whether the member must be present.
    pub(crate) fn requires(&self, member: &str) -> bool {
        self.required.iter().flatten().any(|name| name == member)
    }
}

impl Ref {
    /// A use of a shape without further facts.
    pub(crate) fn to(shape: &str) -> Self {
        let shape = shape.to_owned();
        Self {
            shape,
            boxed: false,
            deprecated: false,
            _deprecated_message: Dropped,
            _documentation: Dropped,
        }
    }
}

/// Documentation text, which is read and dropped.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dropped;

impl<'de> Deserialize<'de> for Dropped {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from).map(|_| Self)
    }
}

/// A JSON object that keeps the order of its members.
#[derive(Debug)]
pub(crate) struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Ordered<T> {
    /// The member with this name.
    pub(crate) fn find(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The member with this name, mutable.
    pub(crate) fn find_mut(&mut self, name: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Entries(PhantomData)).map(Self)
    }
}

impl<T: Serialize> Serialize for Ordered<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Vec<(String, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
