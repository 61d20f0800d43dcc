//! AddCustomAttributes: custom attributes added after creation.

use serde_json::Value;
use wire::idp::SchemaAttributeType;

use super::{SettingsRefusal, UserPool};
use crate::Time;
use crate::document::{BadDocument, Document};

impl UserPool {
    /// The pool with further custom attributes. They are kept apart from the attributes of its
    /// creation, where the name of a standard attribute means the standard one.
    ///
    /// # Errors
    /// As for [`crate::schema::Schema::extended`].
    pub fn add_custom_attributes(
        &self,
        now: Time,
        given: Vec<SchemaAttributeType>,
    ) -> Result<Self, SettingsRefusal> {
        let schema = self.schema.extended(&given)?;
        let added = self.added.iter().cloned().chain(given).collect();
        Ok(Self { modified: now, added, schema, ..self.clone() })
    }

    /// The custom attributes added after creation, as given.
    pub fn added_attributes(&self) -> &[SchemaAttributeType] {
        &self.added
    }
}

/// The stored form of the added attributes: a JSON array.
pub(super) fn to_doc(added: &[SchemaAttributeType]) -> String {
    let entries: Vec<String> = added.iter().map(wire::encode).collect();
    format!("[{}]", entries.join(","))
}

/// Reads the added attributes from a stored document; older documents have none.
pub(super) fn from_doc(doc: &mut Document) -> Result<Vec<SchemaAttributeType>, BadDocument> {
    let entries = match doc.take("added") {
        None => return Ok(Vec::new()),
        Some(Value::Array(entries)) => entries,
        Some(_) => return Err(doc.bad("added")),
    };
    entries.iter().map(|entry| doc.shape("added", entry)).collect()
}
