//! Decodes tokens. Nothing here is verified.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::error::{Malformed, Part, VerifyError};
use crate::json;

/// Maximum token length in bytes unless
/// [`VerifierBuilder::max_token_bytes`](crate::VerifierBuilder::max_token_bytes) changes it.
pub(crate) const MAX_TOKEN_BYTES: usize = 32 * 1024;

/// The contents of a token, **none of it verified**: anybody can write anything into a token. Only
/// good for explaining a token to its owner.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unverified {
    /// The members of the header.
    pub header: Map<String, Value>,
    /// The members of the payload.
    pub claims: Map<String, Value>,
}

impl Unverified {
    /// The header's `alg`.
    #[must_use]
    pub fn algorithm(&self) -> Option<&str> {
        text(&self.header, "alg")
    }

    /// The header's `kid`: the key that claims to have signed the token.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        text(&self.header, "kid")
    }

    /// The `iss` claim.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        text(&self.claims, "iss")
    }

    /// The `token_use` claim unchanged: `id` or `access` in a user pool's token.
    #[must_use]
    pub fn token_use(&self) -> Option<&str> {
        text(&self.claims, "token_use")
    }
}

/// Decodes a token **without verifying anything**: for tools that show a token, and for finding out
/// why one is refused. Never base a decision on it; that is what [`Verifier`](crate::Verifier) is
/// for.
///
/// ```
/// // {"alg":"RS256","kid":"k"}.
/// // {"iss":"https://auth.example.com/eu-west-1_AbCdEf123","token_use":"id"} and a fake signature
/// let token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.\
///     eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZS5jb20vZXUtd2VzdC0xX0FiQ2RFZjEyMyIsInRva2VuX3VzZSI6\
///     ImlkIn0.AAAA";
/// let decoded = poolkeeper_verify::decode_unverified(token)?;
/// assert_eq!(decoded.token_use(), Some("id"));
/// assert_eq!(decoded.issuer(), Some("https://auth.example.com/eu-west-1_AbCdEf123"));
/// # Ok::<(), poolkeeper_verify::VerifyError>(())
/// ```
///
/// # Errors
/// [`VerifyError::TooLong`] over 32 KiB, [`VerifyError::Malformed`] if it is not a signed JSON Web
/// Token in compact form.
pub fn decode_unverified(token: &str) -> Result<Unverified, VerifyError> {
    let Parsed { header, claims, .. } = Parsed::of(token, MAX_TOKEN_BYTES)?;
    Ok(Unverified { header, claims })
}

/// A compact JWS (RFC 7515 section 7.1) with JSON objects as header and payload.
pub(crate) struct Parsed<'t> {
    pub(crate) header: Map<String, Value>,
    pub(crate) claims: Map<String, Value>,
    /// What the signature covers.
    pub(crate) signed: &'t str,
    pub(crate) signature: Vec<u8>,
}

impl<'t> Parsed<'t> {
    /// Accepts exactly three parts of unpadded, canonical base64url.
    pub(crate) fn of(token: &'t str, most_bytes: usize) -> Result<Self, VerifyError> {
        if token.len() > most_bytes {
            return Err(VerifyError::TooLong { most_bytes });
        }
        let parts = VerifyError::Malformed(Malformed::Parts);
        let (signed, signature) = token.rsplit_once('.').ok_or(parts.clone())?;
        let (header, payload) = signed.split_once('.').ok_or(parts.clone())?;
        if payload.contains('.') || [header, payload, signature].contains(&"") {
            return Err(parts);
        }
        Ok(Self {
            header: object(header, Part::Header)?,
            claims: object(payload, Part::Payload)?,
            signed,
            signature: decode(signature, Part::Signature)?,
        })
    }
}

impl fmt::Debug for Parsed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Parsed(..)")
    }
}

fn object(part: &str, which: Part) -> Result<Map<String, Value>, VerifyError> {
    json::parse_object(&decode(part, which)?).ok_or(VerifyError::Malformed(Malformed::Json(which)))
}

fn decode(part: &str, which: Part) -> Result<Vec<u8>, VerifyError> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| VerifyError::Malformed(Malformed::Base64(which)))
}

fn text<'m>(members: &'m Map<String, Value>, name: &str) -> Option<&'m str> {
    members.get(name).and_then(Value::as_str)
}
