//! What an operation answered.

use serde_json::Value;

/// An exception as a client reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The exception's type.
    pub kind: String,
    /// Its text; empty when it has none.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}: {}", self.status, self.kind, self.message)
    }
}

/// The answer of an operation: its output, or an exception.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Answer {
    pub(crate) operation: String,
    /// The output; `Null` for an operation without one.
    pub result: Result<Value, Refusal>,
}

impl Answer {
    /// Whether the operation did what it was asked.
    pub fn is_ok(&self) -> bool {
        self.result.is_ok()
    }

    /// The output.
    ///
    /// # Panics
    /// When the operation refused.
    #[track_caller]
    pub fn ok(self) -> Value {
        let operation = self.operation;
        self.result.unwrap_or_else(|refusal| panic!("{operation} refused: {refusal}"))
    }

    /// The exception.
    ///
    /// # Panics
    /// When there is none.
    #[track_caller]
    pub fn refusal(self) -> Refusal {
        let operation = self.operation;
        match self.result {
            Err(refusal) => refusal,
            Ok(output) => panic!("{operation} did not refuse: {output}"),
        }
    }

    /// Requires this exception with this text, status 400.
    ///
    /// # Panics
    /// When the answer is another one.
    #[track_caller]
    pub fn refused(self, kind: &str, message: &str) {
        let operation = self.operation.clone();
        let refusal = self.refusal();
        let expected = Refusal { status: 400, kind: kind.to_owned(), message: message.to_owned() };
        assert_eq!(refusal, expected, "{operation}");
    }

    /// The text of the exception, empty when there is none: for counting outcomes.
    pub fn text(&self) -> &str {
        self.result.as_ref().map_or_else(|refusal| refusal.message.as_str(), |_| "")
    }

    /// The type of the exception, empty when there is none.
    pub fn kind(&self) -> &str {
        self.result.as_ref().map_or_else(|refusal| refusal.kind.as_str(), |_| "")
    }
}
