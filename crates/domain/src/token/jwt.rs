//! Strict parsing of a compact JWS. Nothing in it is verified.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::Value;

use crate::ids;

/// Text that is not a compact JWS with JSON objects as header and payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAJwt;

impl std::fmt::Display for NotAJwt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a JSON Web Token")
    }
}

impl std::error::Error for NotAJwt {}

/// The members of a JWS header that this server reads. Absent ones are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Header {
    /// Key id.
    pub kid: String,
    /// Signature algorithm.
    pub alg: String,
}

/// A parsed compact JWS (RFC 7515 section 7.1) of which **nothing is verified**: neither signature,
/// issuer nor expiry. `access::verify` turns it into claims.
#[derive(Clone)]
pub struct Unverified<'t> {
    /// The protected header.
    pub header: Header,
    /// The payload: bytes of a JSON object.
    pub payload: Vec<u8>,
    /// What the signature covers: the first two parts and the dot between them.
    pub signed_input: &'t str,
    /// The signature's bytes.
    pub signature: Vec<u8>,
    issuer: Option<String>,
}

impl<'t> Unverified<'t> {
    /// Splits and decodes a token: exactly three parts of unpadded canonical base64url, JSON
    /// objects in the first two.
    ///
    /// # Errors
    /// `NotAJwt` for anything else.
    pub fn parse(token: &'t str) -> Result<Self, NotAJwt> {
        let (signed_input, signature) = token.rsplit_once('.').ok_or(NotAJwt)?;
        // A fourth part would leave a dot in the payload, which is not a base64url character.
        let (header, payload) = signed_input.split_once('.').ok_or(NotAJwt)?;
        let header = decode(header)?;
        let payload = decode(payload)?;
        let signature = decode(signature)?;
        let peek: Peek = object(&payload)?;
        Ok(Self { header: object(&header)?, payload, signed_input, signature, issuer: peek.iss })
    }

    /// The payload as a JSON value, or `None` if a member is unusable.
    #[must_use]
    pub fn payload_value(&self) -> Option<Value> {
        serde_json::from_slice(&self.payload).ok()
    }

    /// The pool that the token claims to be from. Use it only to find the keys to verify the token
    /// with.
    #[must_use]
    pub fn pool_id(&self) -> Option<UnverifiedPoolId<'_>> {
        let (_, id) = self.issuer.as_deref()?.rsplit_once('/')?;
        ids::is_pool_id(id).then_some(UnverifiedPoolId(id))
    }
}

impl std::fmt::Debug for Unverified<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unverified").field("header", &self.header).finish_non_exhaustive()
    }
}

/// The user pool id at the end of an unverified issuer. All that is known is that it has the form
/// of a pool id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnverifiedPoolId<'t>(&'t str);

impl<'t> UnverifiedPoolId<'t> {
    /// The id's text, to look the pool up by.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.0
    }
}

#[derive(Deserialize)]
struct Peek {
    iss: Option<String>,
}

fn decode(part: &str) -> Result<Vec<u8>, NotAJwt> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| NotAJwt)
}

/// Serde accepts an array where it expects a structure; a JWS does not.
fn object<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, NotAJwt> {
    let first = json.iter().find(|c| !c.is_ascii_whitespace());
    if first != Some(&b'{') {
        return Err(NotAJwt);
    }
    serde_json::from_slice(json).map_err(|_| NotAJwt)
}
