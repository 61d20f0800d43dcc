//! What an operator does with keys: lists and rotates a pool's signing keys, and moves all pools to
//! a new master key.
//!
//! Each works beside running nodes: what it writes is configuration, which every node reads anew
//! within a second.

mod master;
mod signing;

use std::fmt;

pub use master::{Rewrapped, master_key_uses, rotate_master, wrapping_key};
pub use signing::new_signing_key;
pub(crate) use signing::remove_retired;
pub use signing::{
    KeyState, LEAST_LEAD_SECONDS, ListedKey, MOST_LEAD_SECONDS, Rotated, list, rotate,
};

use domain::Time;

use crate::error::Error;

/// Why it was not done; a sentence for the operator, without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyError {
    /// It makes no sense as asked.
    Refused(String),
    /// A rotation of the pool has not come to its end: its new keys sign from then.
    UnderWay(Time),
    /// The store or a key failed. What was done so far stays done, and running it again goes on
    /// behind it.
    Failed(String),
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(text) | Self::Failed(text) => f.write_str(text),
            Self::UnderWay(_) => {
                f.write_str("a rotation of this pool is under way: its new keys do not sign yet")
            }
        }
    }
}

impl std::error::Error for KeyError {}

impl From<Error> for KeyError {
    fn from(error: Error) -> Self {
        match error {
            Error::Exception(exception) => Self::Refused(exception.message),
            Error::Fault(fault) => Self::Failed(fault.to_string()),
        }
    }
}

impl From<store::StoreError> for KeyError {
    fn from(error: store::StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// How often a change is decided anew when something else is written in between.
const MOST_TRIES: u32 = 20;

fn overtaken() -> KeyError {
    KeyError::Failed(
        "other changes to the pool came in between again and again; run it again".to_owned(),
    )
}
