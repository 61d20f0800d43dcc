//! Why a token is refused.

use std::fmt;

use crate::TokenUse;

/// The check that a token failed. Checks run in the order listed here; the first failure is
/// reported.
///
/// Neither the text nor the debug output contains anything from the token, except the times of a
/// token whose signature is valid, so both may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// Longer than the limit.
    TooLong {
        /// The limit in bytes.
        most_bytes: usize,
    },
    /// Not a signed JSON Web Token in compact form.
    Malformed(Malformed),
    /// A header member or a claim has the wrong JSON type.
    WrongType {
        /// Its name.
        member: &'static str,
        /// The expected type.
        wanted: &'static str,
    },
    /// The header asks for an extension (`crit`, `b64`); none is supported.
    Extension,
    /// Not issued by an accepted issuer.
    Issuer {
        /// The accepted issuers.
        wanted: Vec<String>,
    },
    /// The header names no key.
    NoKid,
    /// The pool's keys are unavailable, so the token may or may not be valid. **Not the token's
    /// fault**; try again later.
    KeysUnavailable {
        /// The URL of the keys.
        jwks_uri: String,
        /// What went wrong.
        reason: String,
    },
    /// The pool has no key with this id.
    UnknownKey {
        /// The URL of the keys.
        jwks_uri: String,
    },
    /// The key cannot verify tokens.
    Key(KeyFault),
    /// Signed with another algorithm, or not signed.
    Algorithm {
        /// The accepted algorithm.
        wanted: &'static str,
    },
    /// The signature does not match.
    Signature,
    /// A mandatory claim is missing.
    Missing {
        /// Its name.
        claim: &'static str,
    },
    /// Past its expiry.
    Expired {
        /// The `exp` claim, in seconds since 1970.
        exp: i64,
        /// The time of the check, in seconds since 1970.
        now: i64,
    },
    /// Not valid yet.
    NotYetValid {
        /// The `nbf` claim, in seconds since 1970.
        nbf: i64,
        /// The time of the check, in seconds since 1970.
        now: i64,
    },
    /// A required scope is missing.
    Scope {
        /// The required scopes.
        wanted: Vec<String>,
        /// Whether all of them are required, or any one.
        all: bool,
    },
    /// The user is in none of the required groups.
    Group {
        /// The required groups.
        wanted: Vec<String>,
    },
    /// An ID token where an access token is required, or the other way round, or neither.
    TokenUse {
        /// The required use; `None`: either.
        wanted: Option<TokenUse>,
    },
    /// Issued to another app client, or to none.
    Client {
        /// The accepted clients; empty: any client, but the token must name one.
        wanted: Vec<String>,
    },
}

/// Why a text is not a signed JSON Web Token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// Not three parts separated by dots.
    Parts,
    /// A part is not base64url, is padded, or is not in canonical form.
    Base64(Part),
    /// A part is not a JSON object, repeats a member, or is nested too deeply.
    Json(Part),
}

/// A part of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first: the key and the algorithm.
    Header,
    /// The second: the claims.
    Payload,
    /// The third: the signature.
    Signature,
}

/// Why a key of a JWKS cannot verify tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyFault {
    /// Its `use` is not `sig`, or its `key_ops` lack `verify`.
    Use,
    /// Its `kty` is not `RSA`.
    Type,
    /// Its `alg` is not RS256.
    Algorithm,
    /// Its modulus has fewer than 2,048 or more than 8,192 bits.
    Size,
    /// Not an RSA public key.
    Malformed,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { most_bytes } => {
                write!(f, "the token is longer than {most_bytes} bytes")
            }
            Self::Malformed(how) => write!(f, "the token is not a signed JSON Web Token: {how}"),
            Self::WrongType { member, wanted } => write!(f, "the token's {member} is not {wanted}"),
            Self::Extension => f.write_str(
                "the token's header asks for an extension (crit or b64) that is not supported",
            ),
            Self::Issuer { wanted } => write!(f, "the token's issuer is not {}", any_of(wanted)),
            Self::NoKid => f.write_str("the token's header has no kid"),
            Self::KeysUnavailable { jwks_uri, reason } => {
                write!(f, "the keys at {jwks_uri} are unavailable: {reason}")
            }
            Self::UnknownKey { jwks_uri } => {
                write!(f, "the key that the token names is not at {jwks_uri}")
            }
            Self::Key(fault) => write!(f, "the key that the token names cannot verify it: {fault}"),
            Self::Algorithm { wanted } => write!(f, "the token is not signed with {wanted}"),
            Self::Signature => f.write_str("the token's signature is wrong"),
            Self::Missing { claim } => write!(f, "the token has no {claim}"),
            Self::Expired { exp, now } => write!(f, "the token expired at {exp}; it is now {now}"),
            Self::NotYetValid { nbf, now } => {
                write!(f, "the token is not valid before {nbf}; it is now {now}")
            }
            Self::Scope { wanted, all: true } => {
                write!(f, "the token lacks one of the scopes {}", wanted.join(", "))
            }
            Self::Scope { wanted, all: false } => {
                write!(f, "the token does not have the scope {}", any_of(wanted))
            }
            Self::Group { wanted } => {
                write!(f, "the token's user is not in the group {}", any_of(wanted))
            }
            Self::TokenUse { wanted: Some(wanted) } => {
                write!(f, "the token's token_use is not {wanted}")
            }
            Self::TokenUse { wanted: None } => {
                f.write_str("the token's token_use is neither id nor access")
            }
            Self::Client { wanted } if wanted.is_empty() => {
                f.write_str("the token names no app client")
            }
            Self::Client { wanted } => {
                write!(f, "the token was not issued to the app client {}", any_of(wanted))
            }
        }
    }
}

impl std::error::Error for VerifyError {}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parts => f.write_str("it does not have three parts"),
            Self::Base64(part) => write!(f, "its {part} is not base64url without padding"),
            Self::Json(part) => write!(f, "its {part} is not a JSON object, or repeats a member"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        })
    }
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Use => "it is not for signatures",
            Self::Type => "it is not an RSA key",
            Self::Algorithm => "it is not for RS256",
            Self::Size => "it has fewer than 2048 or more than 8192 bits",
            Self::Malformed => "it is malformed",
        })
    }
}

fn any_of(wanted: &[String]) -> String {
    wanted.join(" or ")
}
