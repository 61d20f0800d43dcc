//! Key management for operators: lists and rotates a pool's signing keys, and moves all pools to a
//! new master key.
//!
//! Both work while nodes are running: the changes are configuration, which every node reads again
//! within a second.

mod master;
mod signing;
mod uses;

use std::fmt;

pub use master::{Rewrapped, master_key_uses, rotate_master, wrapping_key};
pub use signing::{
    KeyState, LEAST_LEAD_SECONDS, ListedKey, MOST_LEAD_SECONDS, Rotated, list, rotate,
};
pub(crate) use signing::{new_signing_key, remove_retired};
pub use uses::{KeyFit, KeyUse, master_keys};

use domain::Time;

use crate::error::Error;

/// Why a key operation failed; displayed as a sentence for the operator, without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyError {
    /// The request is invalid.
    Refused(String),
    /// An earlier rotation of the pool is not complete; its new keys sign from this time on.
    UnderWay(Time),
    /// The store or a key failed. What was done so far stays done, and running it again resumes.
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

/// Conflicting writes after which a change is given up.
const MOST_TRIES: u32 = 20;

fn overtaken() -> KeyError {
    KeyError::Failed("the pool kept being changed concurrently; run it again".to_owned())
}
