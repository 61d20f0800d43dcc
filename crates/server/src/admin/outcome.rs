//! Outcomes of commands: sent over the socket, and printed as JSON with these names.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The outcome of a command.
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
    /// Checks of `doctor`.
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

/// A signing key. All times in this module have the form `2026-01-31T23:59:59Z`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    /// The `kid` of its tokens.
    pub kid: String,
    /// Which tokens it signs.
    pub purpose: String,
    /// `next`, `current`, `retiring` or `retired`.
    pub state: String,
    /// When it starts signing.
    pub signs_from: String,
    /// When it leaves the key set; `None` if not decided yet.
    pub published_until: Option<String>,
}

/// A rotation of a pool's signing keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rotated {
    /// The pool's id.
    pub pool_id: String,
    /// When the new keys start signing.
    pub signs_from: String,
    /// When the old ones leave the key set.
    pub old_keys_until: String,
}

/// A move to another master key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MasterKey {
    /// The id of the master key now in use.
    pub master_key: String,
    /// How many pools there are.
    pub pools: usize,
    /// How many of them used another key before.
    pub rewrapped: usize,
    /// Ids of configured master keys that no data need anymore.
    #[serde(rename = "unneeded")]
    pub needless: Vec<String>,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// The file.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// Ids of the master keys needed to decrypt it.
    pub master_keys: Vec<String>,
}

/// The newest messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Messages {
    /// Newest first.
    pub messages: Vec<Message>,
    /// Number of older messages left out.
    pub left_out: usize,
}

/// A queued message. Its text, including the code, is present only for data of `dev`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The message's id.
    pub id: String,
    /// The user pool that sends it.
    pub pool_id: String,
    /// When it was queued.
    pub created: String,
    /// Why it is sent, such as `ForgotPassword`.
    pub kind: String,
    /// `EMAIL` or `SMS`.
    pub medium: String,
    /// The email address or phone number.
    pub destination: String,
    /// The user's name.
    pub username: String,
    /// The user's `sub`.
    pub user_id: String,
    /// Its text.
    #[serde(flatten)]
    pub text: Option<MessageText>,
}

/// The text of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageText {
    /// Subject of an email.
    pub subject: Option<String>,
    /// The text, including the code.
    pub body: String,
    /// The code alone.
    pub code: Option<String>,
}

/// A check of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// What was checked.
    pub check: String,
    /// The result.
    pub state: State,
    /// What was found.
    pub says: String,
    /// What to do about it.
    #[serde(rename = "advice")]
    pub mend: Option<String>,
}

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// As it should be.
    Ok,
    /// It works, but is unusual or unsafe.
    Warning,
    /// It does not work, or is unsafe.
    Problem,
}

impl Check {
    /// A check without findings.
    pub fn ok(check: &str, says: impl Into<String>) -> Self {
        Self { check: check.to_owned(), state: State::Ok, says: says.into(), mend: None }
    }

    /// A warning, and what to do about it.
    pub fn warning(check: &str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            state: State::Warning,
            says: says.into(),
            mend: Some(mend.into()),
        }
    }

    /// A problem, and what to do about it.
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
        // Only a path that is not UTF-8 cannot be JSON, and such paths are refused beforehand.
        json.unwrap_or_default()
    }
}
