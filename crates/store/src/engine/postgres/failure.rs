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
        match error.code() {
            Some(state) => Failure::with(state.code(), cause),
            None => Failure::Lost(StoreError::Engine(cause)),
        }
    }

    fn with(state: &str, cause: Cause) -> Failure {
        match state {
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
            // An error of the system, or a role that lost the right to write.
            "58030" | "42501" => Failure::Failed(StoreError::ReadOnly(cause)),
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

#[cfg(test)]
mod tests {
    use super::Failure;
    use crate::error::{Cause, StoreError};

    /// What keeps a database from being written, whatever can still be read, is not just any error:
    /// a server that meets it is not ready.
    #[test]
    fn a_database_that_cannot_be_written_is_known_by_its_state() {
        let is_read_only = |error: &StoreError| matches!(error, StoreError::ReadOnly(_));
        let is_full = |error: &StoreError| matches!(error, StoreError::Full(_));
        for state in ["42501", "58030"] {
            let failure = Failure::with(state, Cause::new("x"));
            let is_so = matches!(&failure, Failure::Failed(error) if is_read_only(error));
            assert!(is_so, "{state}: {failure:?}");
        }
        for state in ["53100", "53400"] {
            let failure = Failure::with(state, Cause::new("x"));
            let is_so = matches!(&failure, Failure::Failed(error) if is_full(error));
            assert!(is_so, "{state}: {failure:?}");
        }
        // The database may have moved to another host.
        let failure = Failure::with("25006", Cause::new("x"));
        assert!(matches!(&failure, Failure::Lost(error) if is_read_only(error)), "{failure:?}");
        let failure = Failure::with("42601", Cause::new("x"));
        assert!(matches!(failure, Failure::Failed(StoreError::Engine(_))));
    }
}
