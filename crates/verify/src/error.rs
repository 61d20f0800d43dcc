//! Why a token is refused.

use std::fmt;

use crate::TokenUse;
use crate::keys::KeyFault;

/// The check that a token failed. Checks are made in the order in which they stand here, and the
/// first that fails is told.
///
/// No text or debug output of it holds anything that a token said, save the times of one whose
/// signature is right: it may be logged as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// Longer than is read at all.
    TooLong {
        /// The most bytes that are read.
        most_bytes: usize,
    },
    /// Not a signed JSON Web Token in compact form.
    Malformed(Malformed),
    /// A member of the header or a claim has another JSON type than it must have.
    WrongType {
        /// Its name.
        member: &'static str,
        /// What it must be.
        wanted: &'static str,
    },
    /// The header asks for an extension (`crit`, `b64`) of which this crate knows none.
    Extension,
    /// The token is of none of the accepted issuers.
    Issuer {
        /// The accepted ones.
        wanted: Vec<String>,
    },
    /// The header names no key.
    NoKid,
    /// The keys of the pool are not to be had: the token may be good or not. **Not the token's
    /// fault**; try again later.
    KeysUnavailable {
        /// Where the keys are.
        jwks_uri: String,
        /// What went wrong.
        reason: String,
    },
    /// The pool has no key of that id.
    UnknownKey {
        /// Where the keys are.
        jwks_uri: String,
    },
    /// The key is none that signs tokens.
    Key(KeyFault),
    /// Signed with another algorithm, or not at all.
    Algorithm {
        /// The accepted one.
        wanted: &'static str,
    },
    /// The signature is not the key's.
    Signature,
    /// A claim that every token has is not there.
    Missing {
        /// Its name.
        claim: &'static str,
    },
    /// Past its expiry.
    Expired {
        /// The `exp` claim, in seconds since 1970.
        exp: i64,
        /// The moment of the check, in seconds since 1970.
        now: i64,
    },
    /// Not good yet.
    NotYetValid {
        /// The `nbf` claim, in seconds since 1970.
        nbf: i64,
        /// The moment of the check, in seconds since 1970.
        now: i64,
    },
    /// Without the scopes that are asked for.
    Scope {
        /// The scopes asked for.
        wanted: Vec<String>,
        /// Whether all of them are, or any one.
        all: bool,
    },
    /// Its user is in none of the groups.
    Group {
        /// The groups.
        wanted: Vec<String>,
    },
    /// An ID token where an access token is wanted, or the other way round, or neither.
    TokenUse {
        /// The use that is wanted; `None`: any.
        wanted: Option<TokenUse>,
    },
    /// Issued to another app client, or to none.
    Client {
        /// The accepted clients; empty: any, but there must be one.
        wanted: Vec<String>,
    },
}

/// In which way a text is no signed JSON Web Token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// Not three parts with dots between them.
    Parts,
    /// A part is not base64url, or padded, or not in its canonical form.
    Base64(Part),
    /// A part is not a JSON object, or has a member twice, or is nested too deep.
    Json(Part),
}

/// A part of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first: how it is signed.
    Header,
    /// The second: the claims.
    Payload,
    /// The third.
    Signature,
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
                write!(f, "the keys at {jwks_uri} are not to be had: {reason}")
            }
            Self::UnknownKey { jwks_uri } => {
                write!(f, "the key that the token names is not at {jwks_uri}")
            }
            Self::Key(fault) => write!(f, "the key that the token names cannot verify it: {fault}"),
            Self::Algorithm { wanted } => write!(f, "the token is not signed with {wanted}"),
            Self::Signature => f.write_str("the token's signature is wrong"),
            Self::Missing { claim } => write!(f, "the token has no {claim}"),
            Self::Expired { exp, now } => write!(f, "the token expired at {exp}, and it is {now}"),
            Self::NotYetValid { nbf, now } => {
                write!(f, "the token is not valid before {nbf}, and it is {now}")
            }
            Self::Scope { wanted, all: true } => {
                write!(f, "the token lacks a scope of {}", wanted.join(", "))
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
            Self::Json(part) => write!(f, "its {part} is not a JSON object with each member once"),
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

fn any_of(wanted: &[String]) -> String {
    wanted.join(" or ")
}
