//! What can go wrong.

mod backup;
mod cause;
mod open;

use std::fmt;

pub use backup::{BackupError, BackupFlaw};
pub use cause::Cause;
pub use open::OpenError;

/// A commit that did not take effect, or whose outcome is unknown.
#[derive(Debug)]
pub enum CommitError {
    /// An expectation did not hold: another request wrote in between. Nothing was written; read and
    /// decide again.
    Conflict,
    /// The store failed.
    Store(StoreError),
}

/// A fault of the store; never the caller's input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// A column does not hold a value of its type.
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The batch or read breaks a rule of this crate; the text says which. A programming error.
    Invalid(String),
    /// A read without an explicit limit found more rows than it may hold.
    TooMany {
        /// The table.
        table: &'static str,
    },
    /// The disk, or the share of it that the store may use, is full.
    Full(Cause),
    /// The database file is damaged.
    Corrupt(Cause),
    /// The database cannot be written.
    ReadOnly(Cause),
    /// The engine reported another error.
    Engine(Cause),
    /// Whether the batch was committed could not be determined; the last error.
    OutcomeUnknown(Box<StoreError>),
    /// No database that accepts writes could be reached in time.
    Unavailable,
    /// The store is closed.
    Closed,
}

impl StoreError {
    /// The outcome of a commit is unknown because of this error.
    pub(crate) fn outcome_unknown(self) -> StoreError {
        StoreError::OutcomeUnknown(Box::new(self))
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Inconsistent { table, column } => {
                write!(f, "{table}.{column} does not hold a value of its type")
            }
            StoreError::Invalid(what) => write!(f, "not a valid use of the store: {what}"),
            StoreError::TooMany { table } => {
                write!(f, "too many rows of {table} for one unbounded read")
            }
            StoreError::Full(cause) => write!(f, "the disk is full: {cause}"),
            StoreError::Corrupt(cause) => write!(f, "the database file is damaged: {cause}"),
            StoreError::ReadOnly(cause) => write!(f, "the database cannot be written: {cause}"),
            StoreError::Engine(cause) => write!(f, "the database reported: {cause}"),
            StoreError::OutcomeUnknown(last) => {
                write!(f, "whether a batch was committed is unknown: {last}")
            }
            StoreError::Unavailable => {
                f.write_str("no database that accepts writes could be reached")
            }
            StoreError::Closed => f.write_str("the store is closed"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            StoreError::Full(cause)
            | StoreError::Corrupt(cause)
            | StoreError::ReadOnly(cause)
            | StoreError::Engine(cause) => Some(cause),
            StoreError::OutcomeUnknown(last) => Some(last),
            _ => None,
        }
    }
}

impl fmt::Display for CommitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CommitError::Conflict => f.write_str("another request wrote in between"),
            CommitError::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CommitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CommitError::Conflict => None,
            CommitError::Store(error) => error.source(),
        }
    }
}

impl From<StoreError> for CommitError {
    fn from(error: StoreError) -> CommitError {
        CommitError::Store(error)
    }
}
