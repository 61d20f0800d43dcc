//! How a request fails: with one of the service's exceptions, or with an internal fault whose cause
//! the caller never sees.

use std::error::Error as StdError;
use std::fmt;

use domain::pool::SettingsRefusal;
use domain::user::AttributeRefusal;
use wire::{Exception, ExceptionType as Kind};

/// Why a request has no result.
#[derive(Debug)]
pub enum Error {
    /// The service's own answer. An endpoint answers only with exceptions that it declares.
    Exception(Exception),
    /// An internal fault: logged once with the request id, answered as `InternalErrorException`.
    Fault(Fault),
}

/// For logs. The causes of a fault are left out: they may quote what is stored.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exception(exception) => f.write_str(&exception.message),
            Self::Fault(fault) => fault.fmt(f),
        }
    }
}

/// An internal fault. Opaque to callers; it is only ever logged.
#[derive(Debug)]
pub struct Fault {
    what: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Fault {
    /// Describes a fault for the operator's log. Must not contain a secret or an attribute value.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), source: None }
    }

    /// A fault and its cause. The cause must not contain a secret or an attribute value either.
    pub(crate) fn caused(
        what: impl Into<String>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self { what: what.into(), source: Some(source.into()) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            None => f.write_str(&self.what),
            Some(source) => write!(f, "{}: {source}", self.what),
        }
    }
}

impl StdError for Fault {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}

/// An exception as an [`Error`].
pub fn refuse(kind: Kind, message: impl Into<String>) -> Error {
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
        Self::Fault(Fault::caused("store", error))
    }
}

impl From<AttributeRefusal> for Error {
    fn from(refusal: AttributeRefusal) -> Self {
        match refusal {
            AttributeRefusal::InvalidParameter(text) => refuse(Kind::InvalidParameter, text),
            AttributeRefusal::NotAuthorized(text) => refuse(Kind::NotAuthorized, text),
        }
    }
}

impl From<SettingsRefusal> for Error {
    fn from(refusal: SettingsRefusal) -> Self {
        use SettingsRefusal as Refusal;
        match refusal {
            Refusal::InvalidParameter(text) => refuse(Kind::InvalidParameter, text),
            Refusal::FeatureUnavailableInTier(text) => refuse(Kind::FeatureUnavailableInTier, text),
            Refusal::ScopeDoesNotExist(text) => refuse(Kind::ScopeDoesNotExist, text),
            Refusal::InvalidOAuthFlow(text) => refuse(Kind::InvalidOAuthFlow, text),
            Refusal::TierChangeNotAllowed(text) => refuse(Kind::TierChangeNotAllowed, text),
            Refusal::UserPoolTagging(text) => refuse(Kind::UserPoolTagging, text),
        }
    }
}
