//! What a command found or did: sent over the socket, and printed as JSON under these names.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a command found or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A pool's signing keys.
    Keys(Keys),
    /// A rotation of a pool's signing keys.
    Rotated(Rotated),
    /// A move to another master key.
    MasterKey(MasterKey),
    /// A backup that was written.
    Backup(Backup),
    /// The newest messages.
    Messages(Messages),
    /// What the doctor looked at.
    Checks(Vec<Check>),
    /// A user pool as a seed, in JSON.
    Seed(String),
}

/// A pool's signing keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Keys {
    /// The pool's id.
    pub pool_id: String,
    /// Its keys, of every state.
    pub keys: Vec<Key>,
}

/// A signing key. Times are written as `2026-01-31T23:59:59Z` everywhere here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    /// The `kid` of its tokens.
    pub kid: String,
    /// Which tokens it signs.
    pub purpose: String,
    /// `next`, `current`, `retiring` or `retired`.
    pub state: String,
    /// When it begins to sign.
    pub signs_from: String,
    /// When it leaves the key set; `None` while no end is set.
    pub published_until: Option<String>,
}

/// A rotation of a pool's signing keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rotated {
    /// The pool's id.
    pub pool_id: String,
    /// When the new keys begin to sign.
    pub signs_from: String,
    /// When the old ones leave the key set.
    pub old_keys_until: String,
}

/// A move to another master key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MasterKey {
    /// The id of the master key that wraps from now on.
    pub master_key: String,
    /// How many pools there are.
    pub pools: usize,
    /// How many of them were under another key.
    pub rewrapped: usize,
    /// Ids of configured master keys that no data need any more.
    pub needless: Vec<String>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// The file.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Ids of the master keys that open what is in it.
    pub master_keys: Vec<String>,
}

/// The newest messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Messages {
    /// Newest first.
    pub messages: Vec<Message>,
    /// Older ones that are there too.
    pub left_out: usize,
}

/// A message that was queued. What it says, its code included, only where the data are a
/// developer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The message's id.
    pub id: String,
    /// The user pool that sends it.
    pub pool_id: String,
    /// When it was queued.
    pub created: String,
    /// Why it is sent, e.g. `ForgotPassword`.
    pub kind: String,
    /// `EMAIL` or `SMS`.
    pub medium: String,
    /// The address or telephone number.
    pub destination: String,
    /// The user's name.
    pub username: String,
    /// The user's `sub`.
    pub user_id: String,
    /// What it says.
    #[serde(flatten)]
    pub text: Option<MessageText>,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageText {
    /// Of an email.
    pub subject: Option<String>,
    /// The text, the code in it.
    pub body: String,
    /// The code alone.
    pub code: Option<String>,
}

/// Something that the doctor looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// What was looked at.
    pub check: String,
    /// How it is.
    pub state: State,
    /// What was found.
    pub says: String,
    /// What to do about it.
    pub mend: Option<String>,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// As it should be.
    Ok,
    /// It works, and is odd.
    Warning,
    /// It does not work, or is unsafe.
    Problem,
}

impl Check {
    /// All is well.
    pub fn ok(check: &str, says: impl Into<String>) -> Self {
        Self { check: check.to_owned(), state: State::Ok, says: says.into(), mend: None }
    }

    /// Something odd, and what to do about it.
    pub fn warning(check: &str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            state: State::Warning,
            says: says.into(),
            mend: Some(mend.into()),
        }
    }

    /// Something wrong, and what to do about it.
    pub fn problem(check: &str, says: impl Into<String>, mend: impl Into<String>) -> Self {
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
    pub fn json(&self) -> Value {
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
