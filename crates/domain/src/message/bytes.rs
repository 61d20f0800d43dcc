//! The stored form of messages: bytes that the caller seals.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Medium, Message, MessageKind};
use crate::Time;

/// The version written, and the only one read.
const VERSION: u32 = 1;

/// The bytes are not a message in a version that this server knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadMessage;

impl std::fmt::Display for BadMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the stored message cannot be read")
    }
}

impl std::error::Error for BadMessage {}

/// The stored form, borrowed so that writing copies no secret.
#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    kind: &'a str,
    medium: &'a str,
    destination: &'a str,
    username: &'a str,
    user_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    body: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    created: i64,
}

#[derive(Deserialize)]
struct Read {
    v: u32,
    kind: String,
    medium: String,
    destination: String,
    username: String,
    user_id: String,
    subject: Option<String>,
    body: String,
    code: Option<String>,
    created: i64,
}

impl Message {
    /// The message as JSON bytes.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let written = Written {
            v: VERSION,
            kind: self.kind.as_str(),
            medium: self.medium.as_str(),
            destination: &self.destination,
            username: &self.username,
            user_id: &self.user_id,
            subject: self.subject.as_deref(),
            body: &self.body,
            code: self.code.as_deref(),
            created: self.created.millis(),
        };
        // Strings and numbers always serialise.
        Zeroizing::new(serde_json::to_vec(&written).unwrap_or_default())
    }

    /// Reads a message from its bytes.
    ///
    /// # Errors
    /// The bytes are not a message in a version that this server knows.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadMessage> {
        // The cause is dropped: it may quote the message.
        let read: Read = serde_json::from_slice(bytes).map_err(|_| BadMessage)?;
        if read.v != VERSION {
            return Err(BadMessage);
        }
        Ok(Self {
            kind: MessageKind::parse(&read.kind).ok_or(BadMessage)?,
            medium: medium(&read.medium).ok_or(BadMessage)?,
            destination: read.destination,
            username: read.username,
            user_id: read.user_id,
            subject: read.subject,
            body: read.body,
            code: read.code,
            created: Time(read.created),
        })
    }
}

fn medium(name: &str) -> Option<Medium> {
    [Medium::Email, Medium::Sms].into_iter().find(|medium| medium.as_str() == name)
}
