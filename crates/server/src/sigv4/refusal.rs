//! Why a signed request was refused, with the service's exception and text for each cause.

use std::fmt;

/// A request whose signature was not accepted. `Display` gives the exception's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No `Authorization` header.
    Missing,
    /// The header cannot be read; the text says what is missing.
    Incomplete(String),
    /// The access key is not known, or a session token came with a key that has none.
    UnknownKey,
    /// The signature, or the body hash the client named, is not that of the request received.
    Mismatch,
    /// A header that must be covered by the signature is not, or came more than once.
    NotSigned(&'static str),
    /// Signed too long ago, or in the future.
    Clock(String),
    /// The credential scope's date is not the day of `X-Amz-Date`.
    ScopeDate(String),
    /// The credential scope names a region this server does not serve.
    Region,
    /// The credential scope names another service; the right signing name is held.
    Service(&'static str),
}

impl Refusal {
    /// The name of the exception as clients see it in `__type`.
    pub fn exception(&self) -> &'static str {
        match self {
            Self::Missing => "MissingAuthenticationTokenException",
            Self::Incomplete(_) => "IncompleteSignatureException",
            Self::UnknownKey => "UnrecognizedClientException",
            Self::Mismatch | Self::NotSigned(_) | Self::Clock(_) | Self::ScopeDate(_) | Self::Region | Self::Service(_) => {
                "InvalidSignatureException"
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Missing Authentication Token"),
            Self::UnknownKey => f.write_str("The security token included in the request is invalid."),
            Self::Mismatch => f.write_str(
                "The request signature we calculated does not match the signature you provided. Check \
                 your AWS Secret Access Key and signing method. Consult the service documentation for \
                 details.",
            ),
            Self::NotSigned(header) => {
                write!(f, "'{header}' must be a 'SignedHeader' in the AWS Authorization.")
            }
            Self::Incomplete(text) | Self::Clock(text) | Self::ScopeDate(text) => f.write_str(text),
            // The trailing space is the service's own.
            Self::Region => f.write_str("Credential should be scoped to a valid region. "),
            Self::Service(name) => {
                write!(f, "Credential should be scoped to correct service: '{name}'.")
            }
        }
    }
}

impl std::error::Error for Refusal {}
