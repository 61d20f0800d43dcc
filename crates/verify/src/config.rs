//! What a verifier cannot be built from.

use std::fmt;

use crate::keys::JwksError;

/// Why a verifier cannot be built. The text says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// Not a pool id.
    NotAPoolId(String),
    /// Not a URL that an issuer or a JWKS may have.
    NotAUrl(String),
    /// A document that is no JWKS.
    Jwks(JwksError),
    /// No pool was named.
    NoPool,
    /// Two pools have this issuer.
    SameIssuer(String),
    /// None of the pools has this issuer.
    UnknownIssuer(String),
    /// It was not said whether ID tokens, access tokens or both are accepted.
    NoTokenUse,
    /// It was not said which app clients are accepted.
    NoClient,
    /// Both: these app clients and any.
    ClientsAndAny,
    /// An empty list of this, which could mean any or none.
    EmptyList(&'static str),
    /// Text that no scope can be.
    NotAScope(String),
    /// Scopes are asked of ID tokens, which have none.
    ScopesOfIdTokens,
    /// The keys would travel in clear, where anybody on the way can put in others.
    PlainHttp(String),
    /// TLS cannot be set up.
    Tls(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPoolId(id) => write!(f, "{id:?} is not a user pool id; one looks like eu-west-1_AbCdEf123"),
            Self::NotAUrl(url) => {
                write!(f, "{url:?} is not a usable URL; give one such as https://auth.example.com/eu-west-1_AbCdEf123")
            }
            Self::Jwks(error) => error.fmt(f),
            Self::NoPool => f.write_str("name a pool: pool(Pool::issuer(..)?) or pool(Pool::cognito(..)?)"),
            Self::SameIssuer(issuer) => write!(f, "two pools have the issuer {issuer}; name each issuer once"),
            Self::UnknownIssuer(issuer) => write!(f, "no pool of this verifier has the issuer {issuer:?}"),
            Self::NoTokenUse => {
                f.write_str("say which tokens are accepted: id_tokens(), access_tokens() or id_and_access_tokens()")
            }
            Self::NoClient => f.write_str("say which app clients are accepted: client(\"..\"), clients(..) or any_client()"),
            Self::ClientsAndAny => f.write_str("name app clients or say any_client(), not both"),
            Self::EmptyList(what) => write!(f, "the list of {what} is empty; leave it out or name one"),
            Self::NotAScope(scope) => write!(f, "{scope:?} is not a scope; one has no spaces, quotes or backslashes"),
            Self::ScopesOfIdTokens => f.write_str("ID tokens have no scopes; ask for scopes with access_tokens()"),
            Self::PlainHttp(url) => {
                write!(
                    f,
                    "the keys at {url} would travel unprotected; use https, or say allow_plain_http() on a network you trust"
                )
            }
            Self::Tls(why) => write!(f, "TLS cannot be set up: {why}"),
        }
    }
}

impl std::error::Error for ConfigError {}

impl From<JwksError> for ConfigError {
    fn from(error: JwksError) -> Self {
        Self::Jwks(error)
    }
}
