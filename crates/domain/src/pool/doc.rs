//! Stored documents: JSON with a version, `{"v":1,…}`.

use serde_json::{Map, Value};

use super::mfa::SecondFactors;
use super::{UserPool, custom};
use crate::Time;
use crate::schema::Schema;

/// The version written, and the only one read.
const VERSION: i64 = 1;

/// A stored document cannot be read: it was not written by this server, or by a newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadDocument {
    /// What the document should be: `user pool`, `app client`, …
    pub what: &'static str,
    /// The member that is missing or wrong.
    pub member: &'static str,
}

impl std::fmt::Display for BadDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "stored {}: {} is missing or wrong", self.what, self.member)
    }
}

impl std::error::Error for BadDocument {}

impl UserPool {
    /// The stored form, without the id.
    pub fn to_doc(&self) -> String {
        let (created, modified) = (self.created.millis(), self.modified.millis());
        let settings = wire::encode(&self.settings);
        let sessions = optional("sessions", self.sessions.as_ref());
        let (mfa, added) =
            (wire::encode(&self.second_factors.to_shape()), custom::to_doc(&self.added));
        format!(
            r#"{{"v":{VERSION},"created":{created},"modified":{modified},"settings":{settings},"mfa":{mfa},"added":{added}{sessions}}}"#
        )
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// The text is not a pool in a version that this server knows.
    pub fn from_doc(id: &str, text: &str) -> Result<Self, BadDocument> {
        let mut doc = Document::parse("user pool", text)?;
        let settings: wire::idp::CreateUserPoolRequest = doc.take_shape("settings")?;
        let given = settings.schema.as_deref().unwrap_or_default();
        let schema = Schema::create(given).map_err(|_| doc.bad("settings.Schema"))?;
        let added = custom::from_doc(&mut doc)?;
        let schema = schema.extended(&added).map_err(|_| doc.bad("added"))?;
        let second_factors = SecondFactors::from_doc(&mut doc)?;
        let (created, modified) = (doc.time("created")?, doc.time("modified")?);
        let sessions = doc.optional_shape("sessions")?;
        Ok(Self {
            id: id.to_owned(),
            created,
            modified,
            settings,
            second_factors,
            added,
            sessions,
            schema,
        })
    }
}

/// The last member of a document with its leading comma; empty if it was never set.
pub(crate) fn optional(member: &str, value: Option<&impl wire::Encode>) -> String {
    value.map_or_else(String::new, |value| format!(r#","{member}":{}"#, wire::encode(value)))
}

/// A stored document being read.
pub(crate) struct Document {
    what: &'static str,
    members: Map<String, Value>,
}

impl Document {
    /// Parses a document of the known version.
    pub(crate) fn parse(what: &'static str, text: &str) -> Result<Self, BadDocument> {
        let Ok(Value::Object(members)) = serde_json::from_str(text) else {
            return Err(BadDocument { what, member: "the document" });
        };
        let doc = Self { what, members };
        if doc.members.get("v").and_then(Value::as_i64) == Some(VERSION) {
            Ok(doc)
        } else {
            Err(doc.bad("v"))
        }
    }

    /// The error for this member.
    pub(crate) fn bad(&self, member: &'static str) -> BadDocument {
        BadDocument { what: self.what, member }
    }

    /// A time, in milliseconds.
    pub(crate) fn time(&self, member: &'static str) -> Result<Time, BadDocument> {
        self.members.get(member).and_then(Value::as_i64).map(Time).ok_or_else(|| self.bad(member))
    }

    /// A text, or `None` if the member is absent.
    pub(crate) fn optional_text(
        &self,
        member: &'static str,
    ) -> Result<Option<String>, BadDocument> {
        match self.members.get(member) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(self.bad(member)),
        }
    }

    /// Removes and returns the value of a member.
    pub(crate) fn take(&mut self, member: &'static str) -> Option<Value> {
        self.members.remove(member)
    }

    /// Removes and decodes a shape of the service's model.
    pub(crate) fn take_shape<T: wire::Decode>(
        &mut self,
        member: &'static str,
    ) -> Result<T, BadDocument> {
        let value = self.take(member).ok_or_else(|| self.bad(member))?;
        wire::decode_stored(&value.to_string()).map_err(|_| self.bad(member))
    }

    /// Removes and decodes a shape of the service's model; `None` if the member is absent.
    pub(crate) fn optional_shape<T: wire::Decode>(
        &mut self,
        member: &'static str,
    ) -> Result<Option<T>, BadDocument> {
        if self.members.contains_key(member) { self.take_shape(member).map(Some) } else { Ok(None) }
    }
}
