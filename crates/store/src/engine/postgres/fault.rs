//! What an error of PostgreSQL means for what was sent.

use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use crate::error::StoreError;

/// What an error means.
#[derive(Debug)]
pub(super) enum Fault {
    /// A statement's own assertion failed.
    Unmet,
    /// The database asks for the same again: deadlock, serialization failure, lock timeout. Nothing
    /// was written.
    Again(StoreError),
    /// This connection has forgotten its prepared statements; nothing was written.
    Forgotten(StoreError),
    /// The connection, or its server, is not one to write to: whether anything was written is
    /// unknown.
    Lost(StoreError),
    /// Nothing was written, and trying again would not help.
    Failed(StoreError),
}

impl Fault {
    /// By SQLSTATE (PostgreSQL manual, appendix A); an error without one is the connection's.
    pub(super) fn of(error: &Error) -> Fault {
        let detail = told(error);
        let Some(state) = error.code() else { return Fault::Lost(StoreError::Engine(detail)) };
        match state.code() {
            "22012" => Fault::Unmet,
            "40001" | "40P01" | "55P03" => Fault::Again(StoreError::Engine(detail)),
            "26000" => Fault::Forgotten(StoreError::Engine(detail)),
            "25006" | "25P03" | "57P01" | "57P02" | "57P03" | "57P05" => {
                Fault::Lost(StoreError::Engine(detail))
            }
            "53100" => Fault::Failed(StoreError::Full(detail)),
            "XX001" | "XX002" => Fault::Failed(StoreError::Corrupt(detail)),
            other if other.starts_with("08") => Fault::Lost(StoreError::Engine(detail)),
            _ => Fault::Failed(StoreError::Engine(detail)),
        }
    }
}

/// The server's message without its detail, which quotes values.
pub(super) fn told(error: &Error) -> String {
    match error.as_db_error() {
        Some(error) => format!("{} ({})", error.message(), error.code().code()),
        None => std::error::Error::source(error)
            .map_or_else(|| error.to_string(), |source| format!("{error}: {source}")),
    }
}

/// Whether the schema lacks the table that was asked for.
pub(super) fn is_missing_table(error: &Error) -> bool {
    error.code() == Some(&SqlState::UNDEFINED_TABLE)
}
