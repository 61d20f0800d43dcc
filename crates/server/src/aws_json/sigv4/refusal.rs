//! Why a signed request was refused, with the service's exception and text for each cause.

use std::fmt;

/// A request whose signature was not accepted. `Display` gives the exception's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No `Authorization` header.
    Missing,
    /// The header cannot be read; the text says what is missing.
    Incomplete(String),
    /// The access key is unknown.
    UnknownKey,
    /// A session token came with a key that has none.
    SessionToken,
    /// The signature does not match the request as received.
    Mismatch,
    /// The body hash that the client stated does not match the body as received.
    BodyHash,
    /// The query holds a signature of its own.
    Presigned,
    /// A header that the signature covers is missing.
    HeaderGone,
    /// A header that the signature must cover is not covered, or occurs more than once.
    NotSigned(&'static str),
    /// Signed too long ago.
    Expired(String),
    /// Signed in the future.
    Early(String),
    /// The credential scope's date is not the day of `X-Amz-Date`.
    ScopeDate(String),
    /// The credential scope names a region that this server does not serve.
    Region,
    /// The credential scope names another service; holds the right signing name.
    Service(&'static str),
}

impl Refusal {
    /// The name of the exception as clients see it in `__type`.
    pub fn exception(&self) -> &'static str {
        match self {
            Self::Missing => "MissingAuthenticationTokenException",
            Self::Incomplete(_) => "IncompleteSignatureException",
            Self::UnknownKey | Self::SessionToken => "UnrecognizedClientException",
            Self::Mismatch
            | Self::BodyHash
            | Self::Presigned
            | Self::HeaderGone
            | Self::NotSigned(_)
            | Self::Expired(_)
            | Self::Early(_)
            | Self::ScopeDate(_)
            | Self::Region
            | Self::Service(_) => "InvalidSignatureException",
        }
    }

    /// Which check refused, as the value of a label in the metrics.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Incomplete(_) => "incomplete",
            Self::UnknownKey => "unknown_key",
            Self::SessionToken => "session_token",
            Self::Mismatch => "mismatch",
            Self::BodyHash => "body_hash",
            Self::Presigned => "presigned",
            Self::HeaderGone | Self::NotSigned(_) => "header_not_signed",
            Self::Expired(_) => "expired",
            Self::Early(_) => "early",
            Self::ScopeDate(_) => "scope_date",
            Self::Region => "region",
            Self::Service(_) => "service",
        }
    }

    /// Which check refused, for the log: a fixed text that quotes nothing of the request. The
    /// service's own texts do not distinguish all of them.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Missing => "there is no Authorization header",
            Self::Incomplete(_) => "the Authorization header or its date cannot be read",
            Self::UnknownKey => "the access key id is not configured",
            Self::SessionToken => {
                "the request has a session token, which access keys here do not use"
            }
            Self::Mismatch => {
                "the signature does not match: the secret is wrong, or the request was changed"
            }
            Self::BodyHash => "X-Amz-Content-Sha256 is not the hash of the body",
            Self::Presigned => "the query holds a signature, which is not accepted",
            Self::HeaderGone => "a signed header is missing",
            Self::NotSigned("Host") => "Host is not signed, or there are several",
            Self::NotSigned("X-Amz-Date") => "X-Amz-Date is not signed, or there are several",
            Self::NotSigned(_) => "X-Amz-Target is not signed, or there are several",
            Self::Expired(_) => "it was signed more than five minutes ago: compare the clocks",
            Self::Early(_) => {
                "it was signed more than five minutes in the future: compare the clocks"
            }
            Self::ScopeDate(_) => "the date of the credential scope is not that of the request",
            Self::Region => "the region of the credential scope is not in aws.regions",
            Self::Service(_) => "the credential scope names another service",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Missing Authentication Token"),
            Self::UnknownKey | Self::SessionToken => f.write_str("The security token included in the request is invalid."),
            Self::Mismatch | Self::BodyHash | Self::Presigned | Self::HeaderGone => f.write_str(
                "The request signature we calculated does not match the signature you provided. Check \
                 your AWS Secret Access Key and signing method. Consult the service documentation for \
                 details.",
            ),
            Self::NotSigned(header) => {
                write!(f, "'{header}' must be a 'SignedHeader' in the AWS Authorization.")
            }
            Self::Incomplete(text) | Self::Expired(text) | Self::Early(text) | Self::ScopeDate(text) => f.write_str(text),
            // The trailing space is the service's own.
            Self::Region => f.write_str("Credential should be scoped to a valid region. "),
            Self::Service(name) => {
                write!(f, "Credential should be scoped to correct service: '{name}'.")
            }
        }
    }
}

impl std::error::Error for Refusal {}
