//! Refresh tokens: self-contained, sealed, opaque to clients.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::seal::{DataKeys, Purpose, SealedParts};
use crate::{Rng, Time};

/// The first part of every refresh token, decoded. Clients and libraries recognise refresh tokens
/// by it; it says nothing about how this server seals them.
pub const HEADER: &str = r#"{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}"#;

/// What a refresh token records about the sign-in that it continues. Pool and client are bound into
/// the seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The user.
    pub user_id: String,
    /// Id of the token family; always present, whether or not tokens carry it.
    pub origin_jti: String,
    /// How many tokens of the family were retired by rotation before this one.
    pub serial: i64,
    /// Whether the family's ID and access tokens carry `origin_jti`.
    pub revocable: bool,
    /// The user's token generation at the start of the sign-in.
    pub generation: i64,
    /// Time of the original sign-in.
    pub auth_time: Time,
    /// Time from which the token is no longer valid; refreshing does not move it.
    pub expires: Time,
    /// Granted scopes.
    pub scopes: Vec<String>,
    /// Authentication methods.
    pub amr: Vec<String>,
    /// Authentication context class.
    pub acr: Option<String>,
    /// Id of the authentication event.
    pub event_id: String,
    /// Device the user signed in with.
    pub device_key: Option<String>,
}

/// The text is not a refresh token of this pool and client: it never was one, was tampered with, or
/// was issued to somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARefreshToken;

impl std::fmt::Display for NotARefreshToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Invalid Refresh Token.")
    }
}

impl std::error::Error for NotARefreshToken {}

impl RefreshToken {
    /// The token's text for `client_id`: five non-empty parts of unpadded base64url, the first of
    /// them `HEADER`.
    #[must_use]
    pub fn seal(&self, data_keys: &DataKeys, rng: &Rng, client_id: &str) -> String {
        let header = URL_SAFE_NO_PAD.encode(HEADER);
        let sealed = data_keys.seal_parts(
            rng,
            Purpose::RefreshToken,
            header.as_bytes(),
            &[client_id],
            &self.to_bytes(),
        );
        let mut token = header;
        for part in [&sealed.key, &sealed.nonce, &sealed.ciphertext, &sealed.tag] {
            token.push('.');
            URL_SAFE_NO_PAD.encode_string(part, &mut token);
        }
        token
    }

    /// Opens a token that was sealed for `client_id`. The caller must check its expiry.
    ///
    /// # Errors
    /// `NotARefreshToken` for any text that `seal` did not return for this pool and client.
    pub fn open(
        token: &str,
        data_keys: &DataKeys,
        client_id: &str,
    ) -> Result<Self, NotARefreshToken> {
        let mut parts = token.split('.');
        let mut part = || parts.next().ok_or(NotARefreshToken);
        let header = part()?;
        let sealed = SealedParts {
            key: decode(part()?)?,
            nonce: decode(part()?)?,
            ciphertext: decode(part()?)?,
            tag: decode(part()?)?,
        };
        if parts.next().is_some() {
            return Err(NotARefreshToken);
        }
        // The header needs no check of its own: it is authenticated as received, and nothing was
        // ever sealed with another.
        let plain = data_keys
            .unseal_parts(Purpose::RefreshToken, header.as_bytes(), &[client_id], &sealed)
            .map_err(|_| NotARefreshToken)?;
        Self::from_bytes(&plain).ok_or(NotARefreshToken)
    }

    #[expect(clippy::expect_used, reason = "INVARIANT: strings and numbers always serialise")]
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let body = Body {
            v: 1,
            sub: self.user_id.clone(),
            fam: self.origin_jti.clone(),
            ser: self.serial,
            rev: self.revocable,
            genr: self.generation,
            auth: self.auth_time.millis(),
            exp: self.expires.millis(),
            scp: self.scopes.clone(),
            amr: self.amr.clone(),
            acr: self.acr.clone(),
            evt: self.event_id.clone(),
            dev: self.device_key.clone(),
        };
        Zeroizing::new(serde_json::to_vec(&body).expect("strings and numbers serialise"))
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let body: Body = serde_json::from_slice(bytes).ok()?;
        (body.v == 1).then_some(Self {
            user_id: body.sub,
            origin_jti: body.fam,
            serial: body.ser,
            revocable: body.rev,
            generation: body.genr,
            auth_time: Time(body.auth),
            expires: Time(body.exp),
            scopes: body.scp,
            amr: body.amr,
            acr: body.acr,
            event_id: body.evt,
            device_key: body.dev,
        })
    }
}

/// The sealed document. A token lives up to ten years: members may be added, never changed.
#[derive(Serialize, Deserialize)]
struct Body {
    v: u32,
    sub: String,
    fam: String,
    #[serde(default, skip_serializing_if = "is_first")]
    ser: i64,
    rev: bool,
    #[serde(rename = "gen")]
    genr: i64,
    auth: i64,
    exp: i64,
    scp: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    amr: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acr: Option<String>,
    evt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dev: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_first(serial: &i64) -> bool {
    *serial == 0
}

fn decode(part: &str) -> Result<Vec<u8>, NotARefreshToken> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| NotARefreshToken)
}
