//! Making ID and access tokens.

use std::collections::BTreeMap;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::claims::{self, Facts, Token};
use super::groups::GroupClaim;
use super::key::SigningKey;
use crate::Time;
use crate::client::AllowedAttributes;

/// Everything that the tokens of one sign-in or refresh are made from. `claims::CLAIMS` says which
/// claims it becomes.
#[derive(Debug, Clone, Copy)]
pub struct Mint<'a> {
    /// Issuer, without a slash at its end.
    pub issuer: &'a str,
    /// App client.
    pub client_id: &'a str,
    /// The user's immutable id, `sub`.
    pub user_id: &'a str,
    /// The user's name in the pool.
    pub username: &'a str,
    /// The user's attributes as stored, without `sub`.
    pub attributes: &'a BTreeMap<String, String>,
    /// Attributes the client may read.
    pub read_attributes: AllowedAttributes<'a>,
    /// The user's groups.
    pub groups: &'a [GroupClaim],
    /// Granted scopes, in the order in which they appear.
    pub scopes: &'a [String],
    /// Time of the original sign-in.
    pub auth_time: Time,
    /// Time of issue.
    pub now: Time,
    /// Validity of the ID token.
    pub id_seconds: i64,
    /// Validity of the access token.
    pub access_seconds: i64,
    /// Token family, if the tokens are to carry it.
    pub origin_jti: Option<&'a str>,
    /// Id of the authentication event.
    pub event_id: &'a str,
    /// `jti` of the ID token.
    pub jti_id: &'a str,
    /// `jti` of the access token.
    pub jti_access: &'a str,
    /// Authentication methods (RFC 8176); no claim if empty.
    pub amr: &'a [&'a str],
    /// Authentication context class.
    pub acr: Option<&'a str>,
    /// Device of the sign-in.
    pub device_key: Option<&'a str>,
    /// `nonce` of the authorization request.
    pub nonce: Option<&'a str>,
    /// Whether an OAuth endpoint issues the tokens: adds `version` to the access token and
    /// `at_hash` to the ID token.
    pub oauth: bool,
    /// Resource the access token is bound to (RFC 8707).
    pub aud: Option<&'a str>,
}

/// A pair of signed tokens.
#[derive(Clone)]
pub struct Issued {
    /// The ID token, a compact JWS.
    pub id_token: String,
    /// The access token, a compact JWS.
    pub access_token: String,
}

impl std::fmt::Debug for Issued {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Issued(..)")
    }
}

/// Both tokens of a sign-in, each signed by the pool's key for its use.
#[must_use]
pub fn mint(mint: &Mint<'_>, id_key: &SigningKey, access_key: &SigningKey) -> Issued {
    let access_token = mint_access(mint, access_key);
    let at_hash = mint.oauth.then(|| at_hash(&access_token));
    let id_token = id_key.sign(&payload(mint, Token::Id, at_hash.as_deref()));
    Issued { id_token, access_token }
}

/// The access token alone: for grants without `openid`.
#[must_use]
pub fn mint_access(mint: &Mint<'_>, access_key: &SigningKey) -> String {
    access_key.sign(&payload(mint, Token::Access, None))
}

/// The JSON payload of a token before it is signed.
#[must_use]
pub fn payload(mint: &Mint<'_>, token: Token, at_hash: Option<&str>) -> String {
    let mut out = String::with_capacity(1024);
    claims::write(&Facts { mint, token, at_hash }, &mut out);
    out
}

/// OpenID Connect Core 1.0 section 3.1.3.6: the left half of the access token's SHA-256.
fn at_hash(access_token: &str) -> String {
    let hash = digest(&SHA256, access_token.as_bytes());
    URL_SAFE_NO_PAD.encode(hash.as_ref().first_chunk::<16>().unwrap_or(&[0; 16]))
}
