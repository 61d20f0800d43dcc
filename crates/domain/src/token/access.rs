//! Verification of access tokens.

use serde::Deserialize;

use super::jwt::{NotAJwt, Unverified};
use super::key::PublicKey;
use crate::Time;

/// The claims of a verified access token. The caller must check whether it was revoked (generation
/// in `jti`, family in `origin_jti`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessClaims {
    /// User id; the client id in a token without a user.
    pub sub: String,
    /// Username; empty in a token without a user.
    pub username: String,
    /// App client the token was issued to.
    pub client_id: String,
    /// Granted scopes.
    pub scopes: Vec<String>,
    /// Token id: `JtiKey::open` gives the generation in it.
    pub jti: String,
    /// Token family, if the token carries it.
    pub origin_jti: Option<String>,
    /// Authentication event, if the token carries it.
    pub event_id: Option<String>,
    /// Device the user signed in with, if any.
    pub device_key: Option<String>,
    /// Authentication methods (RFC 8176), possibly none.
    pub amr: Vec<String>,
    /// Authentication context class, if the token has one.
    pub acr: Option<String>,
    /// Time from which the token is no longer valid.
    pub exp: Time,
    /// Time of the original sign-in.
    pub auth_time: Time,
}

impl AccessClaims {
    /// Whether this scope was granted.
    #[must_use]
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }
}

/// Why an access token is refused. `Display` is the service's message of `NotAuthorizedException`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessRefusal {
    /// Not a JWT, not RS256, or without the claims of an access token.
    NotAJwt,
    /// Another kind of token: an ID token.
    WrongUse,
    /// Not an issuer of this pool.
    WrongIssuer,
    /// Not signed by one of the pool's access keys.
    BadSignature,
    /// Past its expiry.
    Expired,
}

impl std::fmt::Display for AccessRefusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotAJwt | Self::WrongUse | Self::WrongIssuer => "Invalid Access Token",
            Self::BadSignature => "Could not verify signature for Access Token",
            Self::Expired => "Access Token has expired",
        })
    }
}

impl std::error::Error for AccessRefusal {}

impl From<NotAJwt> for AccessRefusal {
    fn from(_: NotAJwt) -> Self {
        Self::NotAJwt
    }
}

/// Verifies an access token (RFC 7519 section 7.2, RFC 8725): algorithm, issuer, use, key,
/// signature, expiry, in this order.
///
/// `issuers` are all the issuers of the pool; `key` finds a key by its id **among the pool's access
/// keys only**, so that a key of another purpose or pool cannot vouch for an access token. A token
/// is valid while `now` is before its expiry.
///
/// # Errors
/// The first check that fails.
pub fn verify<'k>(
    token: &Unverified<'_>,
    now: Time,
    issuers: &[&str],
    key: impl FnOnce(&str) -> Option<&'k PublicKey>,
) -> Result<AccessClaims, AccessRefusal> {
    if token.header.alg != "RS256" {
        return Err(AccessRefusal::NotAJwt);
    }
    let payload: Payload =
        serde_json::from_slice(&token.payload).map_err(|_| AccessRefusal::NotAJwt)?;
    if !issuers.contains(&payload.iss.as_str()) {
        return Err(AccessRefusal::WrongIssuer);
    }
    if payload.token_use != "access" {
        return Err(AccessRefusal::WrongUse);
    }
    // The same text for an unknown key as for a bad signature: the key may be another pool's.
    let key = key(&token.header.kid).ok_or(AccessRefusal::BadSignature)?;
    if !key.verify(token) {
        return Err(AccessRefusal::BadSignature);
    }
    let claims = payload.into_claims().ok_or(AccessRefusal::NotAJwt)?;
    if now >= claims.exp {
        return Err(AccessRefusal::Expired);
    }
    Ok(claims)
}

/// Members that ID tokens lack are optional here, so that an ID token is refused for its use rather
/// than its form.
#[derive(Deserialize)]
struct Payload {
    #[serde(default)]
    iss: String,
    #[serde(default)]
    token_use: String,
    sub: Option<String>,
    #[serde(default)]
    username: String,
    client_id: Option<String>,
    #[serde(default)]
    scope: String,
    jti: Option<String>,
    origin_jti: Option<String>,
    event_id: Option<String>,
    device_key: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
    acr: Option<String>,
    exp: Option<i64>,
    auth_time: Option<i64>,
}

impl Payload {
    fn into_claims(self) -> Option<AccessClaims> {
        Some(AccessClaims {
            sub: self.sub?,
            username: self.username,
            client_id: self.client_id?,
            scopes: self.scope.split_ascii_whitespace().map(str::to_owned).collect(),
            jti: self.jti?,
            origin_jti: self.origin_jti,
            event_id: self.event_id,
            device_key: self.device_key,
            amr: self.amr,
            acr: self.acr,
            exp: Time(self.exp?.checked_mul(1000)?),
            auth_time: Time(self.auth_time?.checked_mul(1000)?),
        })
    }
}
