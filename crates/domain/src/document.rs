//! Stored documents: JSON with a version, `{"v":1,…}`.

use std::error::Error;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::Time;

/// The version written, and the only one read.
pub(crate) const VERSION: i64 = 1;

/// A stored document cannot be read: it is damaged, or a newer version of this server wrote it. Its
/// source, if any, says what is wrong with the member. Two are equal if they name the same member.
#[derive(Debug, Clone)]
pub struct BadDocument {
    /// What the document should be: `user pool`, `app client`, …
    pub what: &'static str,
    /// The member that is missing or wrong.
    pub member: &'static str,
    cause: Option<Arc<dyn Error + Send + Sync>>,
}

impl BadDocument {
    /// The text is not JSON, or not a document of this kind.
    pub(crate) fn unreadable(what: &'static str, cause: serde_json::Error) -> Self {
        Self::member(what, "the document").because(cause)
    }

    /// A member is missing or wrong.
    pub(crate) fn member(what: &'static str, member: &'static str) -> Self {
        Self { what, member, cause: None }
    }

    /// With the error that made the member unreadable.
    pub(crate) fn because(self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: Some(Arc::from(cause.into())), ..self }
    }
}

impl PartialEq for BadDocument {
    fn eq(&self, other: &Self) -> bool {
        (self.what, self.member) == (other.what, other.member)
    }
}

impl Eq for BadDocument {}

impl std::fmt::Display for BadDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "stored {}: {} is missing or wrong", self.what, self.member)
    }
}

impl Error for BadDocument {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
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
        let members =
            serde_json::from_str(text).map_err(|cause| BadDocument::unreadable(what, cause))?;
        let doc = Self { what, members };
        if doc.members.get("v").and_then(Value::as_i64) == Some(VERSION) {
            Ok(doc)
        } else {
            Err(doc.bad("v"))
        }
    }

    /// The error for this member.
    pub(crate) fn bad(&self, member: &'static str) -> BadDocument {
        BadDocument::member(self.what, member)
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
        self.shape(member, &value)
    }

    /// Removes and decodes a shape of the service's model; `None` if the member is absent.
    pub(crate) fn optional_shape<T: wire::Decode>(
        &mut self,
        member: &'static str,
    ) -> Result<Option<T>, BadDocument> {
        if self.members.contains_key(member) { self.take_shape(member).map(Some) } else { Ok(None) }
    }

    /// Decodes a shape of the service's model from (part of) the value of a member.
    pub(crate) fn shape<T: wire::Decode>(
        &self,
        member: &'static str,
        value: &Value,
    ) -> Result<T, BadDocument> {
        wire::decode_stored(&value.to_string()).map_err(|malformed| {
            let bad = self.bad(member);
            match malformed.message {
                Some(message) => bad.because(message),
                None => bad,
            }
        })
    }
}
