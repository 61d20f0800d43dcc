//! One key of a pool.

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::error::KeyFault;

/// The only algorithm of user pools.
pub(crate) const ALGORITHM: &str = "RS256";

const FEWEST_BITS: usize = 2048;
const MOST_BITS: usize = 8192;
/// Longer exponents only slow verification down.
const MOST_EXPONENT_BYTES: usize = 8;

/// A parsed key, or why it could not be parsed.
pub(crate) struct Key(Result<ParsedPublicKey, KeyFault>);

impl Key {
    /// Parses a JWK (RFC 7517).
    pub(crate) fn of(jwk: &Map<String, Value>) -> Self {
        Self(parse(jwk))
    }

    /// The parsed key, or why it is unusable.
    pub(crate) fn check(&self) -> Result<&ParsedPublicKey, KeyFault> {
        self.0.as_ref().map_err(|fault| *fault)
    }
}

fn parse(jwk: &Map<String, Value>) -> Result<ParsedPublicKey, KeyFault> {
    if !absent_or(jwk, "use", |r#use| r#use == "sig")
        || !absent_or(jwk, "key_ops", allows_verifying)
    {
        return Err(KeyFault::Use);
    }
    if jwk.get("kty").and_then(Value::as_str) != Some("RSA") {
        return Err(KeyFault::Type);
    }
    if !absent_or(jwk, "alg", |alg| alg == ALGORITHM) {
        return Err(KeyFault::Algorithm);
    }
    let (n, e) = (number(jwk, "n")?, number(jwk, "e")?);
    if !(FEWEST_BITS..=MOST_BITS).contains(&bits(&n)) {
        return Err(KeyFault::Size);
    }
    // With an exponent of 1 every message is its own signature; an even exponent is invalid.
    let odd = e.last().is_some_and(|last| last % 2 == 1);
    if !odd || e == [1] || e.len() > MOST_EXPONENT_BYTES {
        return Err(KeyFault::Malformed);
    }
    RsaPublicKeyComponents { n, e }
        .to_parsed_public_key(&RSA_PKCS1_2048_8192_SHA256)
        .map_err(|_| KeyFault::Malformed)
}

fn absent_or(
    jwk: &Map<String, Value>,
    member: &str,
    is_right: impl FnOnce(&Value) -> bool,
) -> bool {
    jwk.get(member).is_none_or(is_right)
}

fn allows_verifying(key_ops: &Value) -> bool {
    key_ops
        .as_array()
        .is_some_and(|operations| operations.iter().any(|operation| operation == "verify"))
}

/// An integer as in RFC 7518 section 2: base64url, big-endian, without leading zeros.
fn number(jwk: &Map<String, Value>, member: &str) -> Result<Vec<u8>, KeyFault> {
    let text = jwk.get(member).and_then(Value::as_str).ok_or(KeyFault::Malformed)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyFault::Malformed)?;
    if bytes.first().is_none_or(|first| *first == 0) { Err(KeyFault::Malformed) } else { Ok(bytes) }
}

fn bits(number: &[u8]) -> usize {
    let unused = number.first().map_or(0, |first| first.leading_zeros());
    (number.len() * 8).saturating_sub(unused as usize)
}
