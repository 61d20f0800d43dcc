//! How an operation fails: with one of the service's exceptions, or with a fault of ours that the
//! caller learns nothing of.

use wire::{Exception, ExceptionType};

/// What an operation answers instead of its output.
#[derive(Debug)]
pub(crate) enum Error {
    /// The service's own answer, declared by the operation.
    Exception(Exception),
    /// Our fault: logged once with the request id, answered as `InternalErrorException`.
    Fault(Fault),
}

/// An internal fault. Opaque: it is only ever logged.
#[derive(Debug)]
pub(crate) struct Fault(String);

impl Fault {
    /// A fault described for the operator's log. Never put a secret or an attribute value in it.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// An exception as an error.
pub(crate) fn refuse(kind: ExceptionType, message: impl Into<String>) -> Error {
    Error::Exception(Exception::new(kind, message))
}

impl From<Exception> for Error {
    fn from(exception: Exception) -> Self {
        Self::Exception(exception)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<store::StoreError> for Error {
    fn from(error: store::StoreError) -> Self {
        Self::Fault(Fault::new(format!("store: {error}")))
    }
}
