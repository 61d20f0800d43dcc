//! The stored form of groups.

use serde_json::{Map, Value};

use super::Group;
use crate::document::{BadDocument, Document};

impl Group {
    /// The stored form, without pool, name, id and precedence, which have columns of their own.
    pub fn to_doc(&self) -> String {
        let mut members = Map::new();
        members.insert("v".to_owned(), 1.into());
        members.insert("created".to_owned(), self.created.millis().into());
        members.insert("modified".to_owned(), self.modified.millis().into());
        for (name, value) in [("description", &self.description), ("role_arn", &self.role_arn)] {
            if let Some(text) = value {
                members.insert(name.to_owned(), text.as_str().into());
            }
        }
        Value::Object(members).to_string()
    }

    /// Reads a group from its row: the columns and the stored document.
    ///
    /// # Errors
    /// The text is not a group in a version that this server knows, or the precedence is out of
    /// range.
    pub fn from_doc(
        pool_id: &str,
        name: &str,
        group_id: &str,
        precedence: Option<i64>,
        text: &str,
    ) -> Result<Self, BadDocument> {
        let doc = Document::parse("group", text)?;
        Ok(Self {
            name: name.to_owned(),
            group_id: group_id.to_owned(),
            pool_id: pool_id.to_owned(),
            description: doc.optional_text("description")?,
            role_arn: doc.optional_text("role_arn")?,
            precedence: precedence
                .map(i32::try_from)
                .transpose()
                .map_err(|cause| doc.bad("precedence").because(cause))?,
            created: doc.time("created")?,
            modified: doc.time("modified")?,
        })
    }
}
