//! Tracks whether a connection is inside a transaction.

use crate::proxy::request::Request;
use crate::proxy::statement::Kind;

/// According to what the client has sent, which may be ahead of the server.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transaction {
    #[default]
    None,
    ReadOnly,
    Writing,
}

/// What a request means for the faults.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The server answers it.
    pub(crate) is_answered: bool,
    /// It begins a transaction that may write.
    pub(crate) opens: bool,
    /// It ends one and keeps its changes.
    pub(crate) commits: bool,
}

impl Transaction {
    /// Updates the state for a request.
    pub(crate) fn advance(&mut self, request: &Request) -> Moment {
        let before = *self;
        *self = match request.kind {
            Some(Kind::Begin { read_only: true }) => Self::ReadOnly,
            Some(Kind::Begin { read_only: false }) => Self::Writing,
            Some(Kind::Commit | Kind::Rollback) => Self::None,
            _ => before,
        };
        // A single statement is a transaction; so is a text that ends with COMMIT.
        let is_whole =
            before == Self::None && matches!(request.kind, Some(Kind::Write | Kind::Commit));
        Moment {
            is_answered: request.is_answered,
            opens: is_whole || request.kind == Some(Kind::Begin { read_only: false }),
            commits: is_whole || (before == Self::Writing && request.kind == Some(Kind::Commit)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which requests open a transaction, and which commit.
    fn moments(kinds: &[Kind]) -> String {
        let mut transaction = Transaction::default();
        let mut letters = String::new();
        for kind in kinds {
            let request =
                Request { bytes: Vec::new(), kind: Some(*kind), is_answered: true, sql: None };
            let moment = transaction.advance(&request);
            letters.push(match (moment.opens, moment.commits) {
                (true, true) => 'w',
                (true, false) => 'o',
                (false, true) => 'c',
                (false, false) => '-',
            });
        }
        letters
    }

    #[test]
    fn only_writing_transactions_open_and_commit() {
        let begin = Kind::Begin { read_only: false };
        assert_eq!(moments(&[begin, Kind::Write, Kind::Read, Kind::Commit, Kind::Read]), "o--c-");
        assert_eq!(moments(&[Kind::Begin { read_only: true }, Kind::Read, Kind::Commit]), "---");
        assert_eq!(
            moments(&[begin, Kind::Write, Kind::Rollback, Kind::Write, Kind::Commit]),
            "o--ww"
        );
    }
}
