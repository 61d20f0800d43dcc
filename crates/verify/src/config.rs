//! Why a verifier cannot be built.

use std::fmt;

use crate::keys::JwksError;

/// An example of a usable URL.
const URL: &str = "https://auth.example.com/eu-west-1_AbCdEf123";

/// Why a verifier cannot be built. The text says how to fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// Not a pool id.
    NotAPoolId(String),
    /// Not usable as the URL of an issuer or a JWKS.
    NotAUrl(String),
    /// Not a valid JWKS document.
    Jwks(JwksError),
    /// No pool was given.
    NoPool,
    /// Two pools have this issuer.
    SameIssuer(String),
    /// None of the pools has this issuer.
    UnknownIssuer(String),
    /// Neither ID tokens, access tokens nor both were chosen.
    NoTokenUse,
    /// No app clients were chosen.
    NoClient,
    /// Both a list of app clients and `any_client()` were given.
    ClientsAndAny,
    /// An empty list of this, which could mean either any or none.
    EmptyList(&'static str),
    /// Not a valid scope.
    NotAScope(String),
    /// Scopes were required of ID tokens, which have none.
    ScopesOfIdTokens,
    /// The keys would be fetched over plain HTTP, where anybody on the path can substitute others.
    PlainHttp(String),
    /// TLS cannot be set up.
    Tls(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPoolId(id) => {
                write!(f, "{id:?} is not a user pool id; an id looks like eu-west-1_AbCdEf123")
            }
            Self::NotAUrl(url) => write!(f, "{url:?} is not a usable URL; give one such as {URL}"),
            Self::Jwks(error) => error.fmt(f),
            Self::NoPool => {
                f.write_str("name a pool: pool(Pool::issuer(..)?) or pool(Pool::cognito(..)?)")
            }
            Self::SameIssuer(issuer) => {
                write!(f, "two pools have the issuer {issuer}; name each issuer once")
            }
            Self::UnknownIssuer(issuer) => {
                write!(f, "no pool of this verifier has the issuer {issuer:?}")
            }
            Self::NoTokenUse => f.write_str(
                "choose which tokens are accepted: \
                 id_tokens(), access_tokens() or id_and_access_tokens()",
            ),
            Self::NoClient => f.write_str(
                "choose which app clients are accepted: \
                 client(\"..\"), clients(..) or any_client()",
            ),
            Self::ClientsAndAny => f.write_str("name app clients or call any_client(), not both"),
            Self::EmptyList(what) => {
                write!(f, "the list of {what} is empty; leave it out or name one")
            }
            Self::NotAScope(scope) => {
                write!(f, "{scope:?} is not a scope; scopes have no spaces, quotes or backslashes")
            }
            Self::ScopesOfIdTokens => {
                f.write_str("ID tokens have no scopes; require them of access_tokens()")
            }
            Self::PlainHttp(url) => write!(
                f,
                "the keys at {url} would be fetched unprotected; \
                 use https, or call allow_plain_http() on a network you trust"
            ),
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
