//! Tokens as an attacker would craft them.

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::token::SigningKey;
use serde_json::Value;

/// A compact JWS with this header and payload, signed by `sign`.
pub fn forge(header: &Value, payload: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(payload));
    let signature = URL_SAFE_NO_PAD.encode(sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// An empty signature.
pub fn unsigned(_: &[u8]) -> Vec<u8> {
    Vec::new()
}

/// Signs with HMAC-SHA256.
pub fn hs256(secret: &[u8]) -> impl FnOnce(&[u8]) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    move |signed| hmac::sign(&key, signed).as_ref().to_vec()
}

/// Signs with RSA PKCS #1 v1.5 and SHA-256.
pub fn rs256(key: &SigningKey) -> impl FnOnce(&[u8]) -> Vec<u8> {
    let pair = RsaKeyPair::from_pkcs8(&key.pkcs8()).expect("an RSA key");
    move |signed| {
        let mut signature = vec![0; pair.public_modulus_len()];
        #[expect(
            clippy::disallowed_methods,
            reason = "the signature of RFC 8017 section 8.2 uses no randomness"
        )]
        let rng = SystemRandom::new();
        pair.sign(&RSA_PKCS1_SHA256, &rng, signed, &mut signature).expect("a signature");
        signature
    }
}
