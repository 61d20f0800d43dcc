//! The token to verify.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256,
    RsaPublicKeyComponents,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

pub const ISSUER: &str = "https://auth.example.com/eu-west-1_AbCdEf123";
pub const CLIENT: &str = "4kq1example7client";
const KID: &str = "Zx8mT1o/4+Vd2cUeRj7hWkYpQs0gLnBfAa5iM9tC3uE=";

pub struct Token {
    pub text: String,
    pub jwks: String,
    key: ParsedPublicKey,
}

/// An access token of a hosted sign-in, and its pool's keys.
pub fn sign() -> Token {
    let pair = KeyPair::generate(KeySize::Rsa2048).expect("a key");
    let components = RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
    let key = components.to_parsed_public_key(&RSA_PKCS1_2048_8192_SHA256).expect("a key");
    let jwk = json!({
        "alg": "RS256", "e": encoded(&components.e), "kid": KID, "kty": "RSA",
        "n": encoded(&components.n), "use": "sig",
    });
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time past 1970").as_secs();
    let claims = json!({
        "sub": "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c", "cognito:groups": ["admins", "beta"],
        "iss": ISSUER, "version": 2,
        "client_id": CLIENT, "origin_jti": "0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88",
        "event_id": "f0c1f7f2-2c2f-4a1e-9b3e-1d7c0f4a5b6c", "token_use": "access",
        "scope": "openid email orders/read",
        "auth_time": now, "exp": now + 3600, "iat": now,
        "jti": "6a1d4c2e-8e1b-4f0f-8f2e-8a5b0c7d9e10", "username": "alice",
    });
    let header = json!({ "kid": KID, "alg": "RS256" });
    let signed = format!(
        "{}.{}",
        encoded(header.to_string().as_bytes()),
        encoded(claims.to_string().as_bytes())
    );
    let mut signature = [0; 256];
    pair.sign_digest(&RSA_PKCS1_SHA256, &digest(&SHA256, signed.as_bytes()), &mut signature)
        .expect("a signature");
    let text = format!("{signed}.{}", encoded(&signature));
    Token { text, jwks: json!({ "keys": [jwk] }).to_string(), key }
}

impl Token {
    /// The work that no verifier can avoid.
    pub fn verify_signature(&self, text: &str) -> String {
        let (signed, signature) = text.rsplit_once('.').expect("a token");
        let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64url");
        self.key.verify_sig(signed.as_bytes(), &signature).expect("its signature");
        String::new()
    }
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
