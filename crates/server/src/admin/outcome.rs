//! What a command found or did: sent over the socket, and printed as JSON under these names.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a command found or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    Keys(Keys),
    Rotated(Rotated),
    MasterKey(MasterKey),
    Backup(Backup),
    Messages(Messages),
    Checks(Vec<Check>),
    /// A user pool as a seed, in JSON.
    Seed(String),
}

/// A pool's signing keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Keys {
    pub(crate) pool_id: String,
    pub(crate) keys: Vec<Key>,
}

/// A signing key. Times are written as `2026-01-31T23:59:59Z` everywhere here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Key {
    pub(crate) kid: String,
    pub(crate) purpose: String,
    pub(crate) state: String,
    pub(crate) signs_from: String,
    pub(crate) published_until: Option<String>,
}

/// A rotation of a pool's signing keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Rotated {
    pub(crate) pool_id: String,
    pub(crate) signs_from: String,
    pub(crate) old_keys_until: String,
}

/// A move to another master key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MasterKey {
    pub(crate) master_key: String,
    pub(crate) pools: usize,
    pub(crate) rewrapped: usize,
    pub(crate) needless: Vec<String>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Backup {
    pub(crate) file: PathBuf,
    pub(crate) bytes: u64,
    pub(crate) master_keys: Vec<String>,
}

/// The newest messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Messages {
    pub(crate) messages: Vec<Message>,
    /// Older ones that are there too.
    pub(crate) left_out: usize,
}

/// A message that was queued. What it says, its code included, only where the data are a
/// developer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) pool_id: String,
    pub(crate) created: String,
    pub(crate) kind: String,
    pub(crate) medium: String,
    pub(crate) destination: String,
    pub(crate) username: String,
    pub(crate) user_id: String,
    #[serde(flatten)]
    pub(crate) text: Option<MessageText>,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MessageText {
    pub(crate) subject: Option<String>,
    pub(crate) body: String,
    pub(crate) code: Option<String>,
}

/// Something that the doctor looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Check {
    pub(crate) check: String,
    pub(crate) state: State,
    pub(crate) says: String,
    /// What to do about it.
    pub(crate) mend: Option<String>,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    Ok,
    Warning,
    Problem,
}

impl Check {
    pub(crate) fn ok(check: &str, says: impl Into<String>) -> Self {
        Self { check: check.to_owned(), state: State::Ok, says: says.into(), mend: None }
    }

    pub(crate) fn warning(check: &str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            state: State::Warning,
            says: says.into(),
            mend: Some(mend.into()),
        }
    }

    pub(crate) fn problem(check: &str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            state: State::Problem,
            says: says.into(),
            mend: Some(mend.into()),
        }
    }
}

impl Outcome {
    /// The document that `--json` prints.
    pub(crate) fn json(&self) -> Value {
        let json = match self {
            Self::Keys(keys) => serde_json::to_value(keys),
            Self::Rotated(rotated) => serde_json::to_value(rotated),
            Self::MasterKey(done) => serde_json::to_value(done),
            Self::Backup(backup) => serde_json::to_value(backup),
            Self::Messages(messages) => serde_json::to_value(messages),
            Self::Checks(checks) => serde_json::to_value(checks),
            Self::Seed(seed) => serde_json::from_str(seed),
        };
        // Only a path that is not UTF-8 has no JSON, and such a one is refused before anything is
        // done.
        json.unwrap_or_default()
    }
}
