//! The exceptions of operations.

use crate::ExceptionType;
use crate::encode::{Encode, Object, string};

/// A modelled exception with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The exception's type.
    pub kind: ExceptionType,
    /// The message for the caller.
    pub message: String,
    /// `reasonCode`, which only `InvalidParameterException` may have.
    pub reason_code: Option<String>,
}

impl Exception {
    /// An exception without a reason code.
    pub fn new(kind: ExceptionType, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), reason_code: None }
    }
}

/// The response body: `__type`, `message` and, if present, `reasonCode`.
impl Encode for Exception {
    fn encode(&self, out: &mut String) {
        let mut object = Object::new(out);
        object.required("__type", &self.kind);
        object.required("message", &self.message);
        object.optional("reasonCode", &self.reason_code);
        object.end();
    }
}

impl Encode for ExceptionType {
    fn encode(&self, out: &mut String) {
        string(self.name(), out);
    }
}
