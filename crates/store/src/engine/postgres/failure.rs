//! What a PostgreSQL error means for what was sent.

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use crate::error::{Cause, StoreError};

/// What an error means.
#[derive(Debug)]
pub(super) enum Failure {
    /// A statement's own assertion failed.
    Unmet,
    /// The database asks for a retry: deadlock, serialization failure, lock timeout. Nothing was
    /// written.
    Again(StoreError),
    /// This connection has forgotten its prepared statements; nothing was written.
    Forgotten(StoreError),
    /// The connection is broken, or its server does not accept writes: whether anything was written
    /// is unknown.
    Lost(StoreError),
    /// Nothing was written, and trying again would not help.
    Failed(StoreError),
}

impl Failure {
    /// Classifies by SQLSTATE (PostgreSQL manual, appendix A). An error without one comes from the
    /// connection.
    pub(super) fn of(error: &Error) -> Failure {
        let cause = redacted(error);
        let Some(state) = error.code() else { return Failure::Lost(StoreError::Engine(cause)) };
        match state.code() {
            "22012" => Failure::Unmet,
            "40001" | "40P01" | "55P03" => Failure::Again(StoreError::Engine(cause)),
            "26000" => Failure::Forgotten(StoreError::Engine(cause)),
            // A standby, or a database that was made read-only.
            "25006" => Failure::Lost(StoreError::ReadOnly(cause)),
            "25P03" | "57P01" | "57P02" | "57P03" | "57P05" => {
                Failure::Lost(StoreError::Engine(cause))
            }
            // No space, no more temporary files, or an error when writing.
            "53100" | "53400" => Failure::Failed(StoreError::Full(cause)),
            "58030" => Failure::Failed(StoreError::ReadOnly(cause)),
            "XX001" | "XX002" => Failure::Failed(StoreError::Corrupt(cause)),
            other if other.starts_with("08") => Failure::Lost(StoreError::Engine(cause)),
            _ => Failure::Failed(StoreError::Engine(cause)),
        }
    }
}

/// The server's message, without the detail, which quotes values.
pub(super) fn redacted(error: &Error) -> Cause {
    Cause::new(match error.as_db_error() {
        Some(error) => format!("{} ({})", error.message(), error.code().code()),
        None => std::error::Error::source(error)
            .map_or_else(|| error.to_string(), |source| format!("{error}: {source}")),
    })
}

/// Whether the error says that a table is missing.
pub(super) fn is_missing_table(error: &Error) -> bool {
    error.code() == Some(&SqlState::UNDEFINED_TABLE)
}
