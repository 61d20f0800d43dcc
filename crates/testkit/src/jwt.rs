//! Tokens as a relying party reads them: written from RFC 7515 and RFC 7519, sharing no code with
//! the server.

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// A decoded compact JWS.
#[derive(Debug, Clone, PartialEq)]
pub struct Jwt {
    /// The header.
    pub header: Value,
    /// The claims.
    pub claims: Value,
    signed: String,
    signature: Vec<u8>,
}

impl Jwt {
    /// Decodes a token without verifying anything.
    ///
    /// # Panics
    /// If it is not a token.
    pub fn decode(token: &str) -> Self {
        let (signed, signature) = token.rsplit_once('.').expect("three parts");
        let (header, claims) = signed.split_once('.').expect("three parts");
        Self {
            header: json(header),
            claims: json(claims),
            signed: signed.to_owned(),
            signature: bytes(signature),
        }
    }

    /// A claim's text.
    ///
    /// # Panics
    /// If it is absent or not a string.
    pub fn text(&self, claim: &str) -> &str {
        self.claims
            .get(claim)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("the token has no text {claim}: {}", self.claims))
    }

    /// Whether the signature was made by the key in this set that the header names.
    ///
    /// # Panics
    /// If it is not a key set.
    pub fn is_signed_by(&self, jwks: &Value) -> bool {
        let keys = jwks.get("keys").and_then(Value::as_array).expect("a key set");
        let Some(key) = keys.iter().find(|key| key.get("kid") == self.header.get("kid")) else {
            return false;
        };
        let component =
            |name: &str| bytes(key.get(name).and_then(Value::as_str).expect("an RSA key"));
        let public = RsaPublicKeyComponents { n: component("n"), e: component("e") };
        public.verify(&RSA_PKCS1_2048_8192_SHA256, self.signed.as_bytes(), &self.signature).is_ok()
    }
}

fn json(part: &str) -> Value {
    serde_json::from_slice(&bytes(part)).expect("JSON in a token")
}

fn bytes(part: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(part).expect("base64url without padding")
}
