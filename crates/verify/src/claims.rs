//! The claims of a verified token.

use serde_json::{Map, Value};

use crate::{TokenUse, VerifyError};

/// The claims of a verified token.
#[derive(Debug, Clone, PartialEq)]
pub enum Claims {
    /// An ID token.
    Id(IdClaims),
    /// An access token.
    Access(AccessClaims),
}

/// The claims of a verified ID token. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IdClaims {
    /// `iss`: identifies the pool.
    pub issuer: String,
    /// `sub`: the user's immutable id.
    pub sub: String,
    /// `cognito:username`
    pub username: Option<String>,
    /// `aud`: the app client that the token was issued to.
    pub client_id: String,
    /// `cognito:groups`
    pub groups: Vec<String>,
    /// `email`
    pub email: Option<String>,
    /// `email_verified`; false when absent.
    pub email_verified: bool,
    /// `exp`: when the token expires.
    pub exp: i64,
    /// `iat`: when it was issued.
    pub iat: i64,
    /// `auth_time`: when the user signed in.
    pub auth_time: Option<i64>,
    /// `jti`: the token's id.
    pub jti: Option<String>,
    /// `origin_jti`: the id of the sign-in it stems from, if the app client has token revocation
    /// enabled.
    pub origin_jti: Option<String>,
    /// All claims as they appear in the token, including custom attributes.
    pub raw: Map<String, Value>,
}

/// The claims of a verified access token. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AccessClaims {
    /// `iss`: identifies the pool.
    pub issuer: String,
    /// `sub`: the user's immutable id, or the app client's id in a machine-to-machine token.
    pub sub: String,
    /// `username`; absent from a machine-to-machine token.
    pub username: Option<String>,
    /// `client_id`: the app client that the token was issued to.
    pub client_id: String,
    /// `scope`, split at spaces.
    pub scopes: Vec<String>,
    /// `cognito:groups`
    pub groups: Vec<String>,
    /// `exp`: when the token expires.
    pub exp: i64,
    /// `iat`: when it was issued.
    pub iat: i64,
    /// `auth_time`: when the user signed in.
    pub auth_time: Option<i64>,
    /// `jti`: the token's id.
    pub jti: Option<String>,
    /// `origin_jti`: the id of the sign-in it stems from, if the app client has token revocation
    /// enabled.
    pub origin_jti: Option<String>,
    /// All claims as they appear in the token.
    pub raw: Map<String, Value>,
}

impl Claims {
    /// Reads the claims of a token that passed all other checks.
    pub(crate) fn of(
        token_use: TokenUse,
        client_id: String,
        raw: Map<String, Value>,
    ) -> Result<Self, VerifyError> {
        let claims = Reader(&raw);
        let (issuer, sub) = (claims.require_text("iss")?, claims.require_text("sub")?);
        let (exp, iat) = (claims.require_time("exp")?, claims.require_time("iat")?);
        let (auth_time, groups) = (claims.time("auth_time")?, claims.groups()?);
        let (jti, origin_jti) = (claims.text("jti")?, claims.text("origin_jti")?);
        Ok(match token_use {
            TokenUse::Id => {
                let (username, email) = (claims.text("cognito:username")?, claims.text("email")?);
                let email_verified = raw.get("email_verified") == Some(&Value::Bool(true));
                Self::Id(IdClaims {
                    issuer,
                    sub,
                    username,
                    client_id,
                    groups,
                    email,
                    email_verified,
                    exp,
                    iat,
                    auth_time,
                    jti,
                    origin_jti,
                    raw,
                })
            }
            TokenUse::Access => {
                let (username, scopes) =
                    (claims.text("username")?, scopes(&raw).map(str::to_owned).collect());
                Self::Access(AccessClaims {
                    issuer,
                    sub,
                    username,
                    client_id,
                    scopes,
                    groups,
                    exp,
                    iat,
                    auth_time,
                    jti,
                    origin_jti,
                    raw,
                })
            }
        })
    }

    /// Whether this is an ID or an access token.
    #[must_use]
    pub fn token_use(&self) -> TokenUse {
        match self {
            Self::Id(_) => TokenUse::Id,
            Self::Access(_) => TokenUse::Access,
        }
    }

    /// The user's immutable id, or the app client's id in a machine-to-machine token.
    #[must_use]
    pub fn sub(&self) -> &str {
        match self {
            Self::Id(id) => &id.sub,
            Self::Access(access) => &access.sub,
        }
    }

    /// The username; a machine-to-machine token has none.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        match self {
            Self::Id(id) => id.username.as_deref(),
            Self::Access(access) => access.username.as_deref(),
        }
    }

    /// The app client that the token was issued to.
    #[must_use]
    pub fn client_id(&self) -> &str {
        match self {
            Self::Id(id) => &id.client_id,
            Self::Access(access) => &access.client_id,
        }
    }

    /// The user's groups.
    #[must_use]
    pub fn groups(&self) -> &[String] {
        match self {
            Self::Id(id) => &id.groups,
            Self::Access(access) => &access.groups,
        }
    }

    /// The scopes of an access token; an ID token has none.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        match self {
            Self::Id(_) => &[],
            Self::Access(access) => &access.scopes,
        }
    }

    /// When the token expires, in seconds since 1970.
    #[must_use]
    pub fn exp(&self) -> i64 {
        match self {
            Self::Id(id) => id.exp,
            Self::Access(access) => access.exp,
        }
    }

    /// All claims as they appear in the token.
    #[must_use]
    pub fn raw(&self) -> &Map<String, Value> {
        match self {
            Self::Id(id) => &id.raw,
            Self::Access(access) => &access.raw,
        }
    }

    /// A claim's text, such as that of `custom:tenant`; `None` if it is absent or not a string.
    #[must_use]
    pub fn text(&self, claim: &str) -> Option<&str> {
        self.raw().get(claim).and_then(Value::as_str)
    }
}

/// The scopes of a token; empty without a `scope` claim.
pub(crate) fn scopes(claims: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let scope = claims.get("scope").and_then(Value::as_str).unwrap_or_default();
    scope.split(' ').filter(|scope| !scope.is_empty())
}

/// Reads claims with their types. A claim of the wrong type is an error, never treated as absent.
pub(crate) struct Reader<'m>(pub(crate) &'m Map<String, Value>);

impl Reader<'_> {
    pub(crate) fn text(&self, claim: &'static str) -> Result<Option<String>, VerifyError> {
        match self.0.get(claim) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(VerifyError::WrongType { member: claim, wanted: "a string" }),
        }
    }

    /// A NumericDate, which may have a fraction.
    pub(crate) fn seconds(&self, claim: &'static str) -> Result<Option<f64>, VerifyError> {
        match self.0.get(claim) {
            None => Ok(None),
            Some(value) => value
                .as_f64()
                .map(Some)
                .ok_or(VerifyError::WrongType { member: claim, wanted: "a number" }),
        }
    }

    /// The user's groups; empty without the claim.
    pub(crate) fn groups(&self) -> Result<Vec<String>, VerifyError> {
        const CLAIM: &str = "cognito:groups";
        let Some(value) = self.0.get(CLAIM) else { return Ok(Vec::new()) };
        let names = value
            .as_array()
            .and_then(|names| names.iter().map(|name| name.as_str().map(str::to_owned)).collect());
        names.ok_or(VerifyError::WrongType { member: CLAIM, wanted: "an array of strings" })
    }

    fn require_text(&self, claim: &'static str) -> Result<String, VerifyError> {
        self.text(claim)?.ok_or(VerifyError::Missing { claim })
    }

    fn time(&self, claim: &'static str) -> Result<Option<i64>, VerifyError> {
        Ok(self.seconds(claim)?.map(whole))
    }

    fn require_time(&self, claim: &'static str) -> Result<i64, VerifyError> {
        self.time(claim)?.ok_or(VerifyError::Missing { claim })
    }
}

/// Whole seconds, saturating at the bounds of i64.
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float saturates")]
pub(crate) fn whole(seconds: f64) -> i64 {
    seconds.floor() as i64
}
