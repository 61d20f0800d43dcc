//! The outcome of an operation.

use serde_json::Value;

/// An exception as a client sees it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The exception's type.
    pub kind: String,
    /// Its message; empty when absent.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}: {}", self.status, self.kind, self.message)
    }
}

/// The outcome of an operation: its output, or an exception.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Answer {
    pub(crate) operation: String,
    /// The output; `Null` for an operation without one.
    pub result: Result<Value, Refusal>,
}

impl Answer {
    /// Whether the operation succeeded.
    pub fn is_ok(&self) -> bool {
        self.result.is_ok()
    }

    /// Returns the output.
    ///
    /// # Panics
    /// If the operation returned an exception.
    #[track_caller]
    pub fn ok(self) -> Value {
        let operation = self.operation;
        self.result.unwrap_or_else(|refusal| panic!("{operation} refused: {refusal}"))
    }

    /// Returns the exception.
    ///
    /// # Panics
    /// If the operation succeeded.
    #[track_caller]
    pub fn refusal(self) -> Refusal {
        let operation = self.operation;
        match self.result {
            Err(refusal) => refusal,
            Ok(output) => panic!("{operation} succeeded: {output}"),
        }
    }

    /// Requires this exception with this message and status 400.
    ///
    /// # Panics
    /// On any other outcome.
    #[track_caller]
    pub fn refused(self, kind: &str, message: &str) {
        let operation = self.operation.clone();
        let refusal = self.refusal();
        let expected = Refusal { status: 400, kind: kind.to_owned(), message: message.to_owned() };
        assert_eq!(refusal, expected, "{operation}");
    }

    /// The exception's message, empty on success; for counting outcomes.
    pub fn text(&self) -> &str {
        self.result.as_ref().map_or_else(|refusal| refusal.message.as_str(), |_| "")
    }

    /// The exception's type, empty on success.
    pub fn kind(&self) -> &str {
        self.result.as_ref().map_or_else(|refusal| refusal.kind.as_str(), |_| "")
    }
}
