//! Signing keys of a user pool (RS256), their public halves, and the JWKS document.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256,
};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use zeroize::Zeroizing;

use super::json::push_json_string;
use super::jwt::Unverified;
use crate::Meter;

/// Bytes of a 2,048-bit modulus, and so of a signature.
const MODULUS_LEN: usize = 256;

/// The bytes are not an RSA key of at least 2,048 bits, or the library could not make a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadKey;

impl std::fmt::Display for BadKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a usable RSA signing key")
    }
}

impl std::error::Error for BadKey {}

/// An RSA-2048 key pair that signs tokens. The parsed key is kept: parsing takes several times as
/// long as signing.
pub struct SigningKey {
    pair: KeyPair,
    public: PublicKey,
    header: String,
    meter: Meter,
}

impl SigningKey {
    /// A new key. Takes tens to hundreds of milliseconds of one core.
    ///
    /// # Errors
    /// `BadKey` if the library could not make one.
    pub fn generate() -> Result<Self, BadKey> {
        Self::from_pair(KeyPair::generate(KeySize::Rsa2048).map_err(|_| BadKey)?)
    }

    /// The key of an unencrypted PKCS#8 document, as `pkcs8` returns it.
    ///
    /// # Errors
    /// `BadKey` if the bytes are not such a key.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, BadKey> {
        Self::from_pair(KeyPair::from_pkcs8(pkcs8).map_err(|_| BadKey)?)
    }

    /// The same key, its signatures counted by `meter`.
    #[must_use]
    pub fn counted_by(self, meter: Meter) -> Self {
        Self { meter, ..self }
    }

    /// The private key as an unencrypted PKCS#8 document: to be sealed before it is stored.
    #[must_use]
    #[expect(clippy::expect_used, reason = "INVARIANT: a parsed key pair has an encoding")]
    pub fn pkcs8(&self) -> Zeroizing<Vec<u8>> {
        let der: Pkcs8V1Der<'static> =
            self.pair.as_der().expect("a parsed key pair has an encoding");
        Zeroizing::new(der.as_ref().to_vec())
    }

    /// The key's id: padded standard base64 of its RFC 7638 SHA-256 thumbprint, 44 characters.
    #[must_use]
    pub fn kid(&self) -> &str {
        self.public.kid()
    }

    /// The public half as a DER `RSAPublicKey` (RFC 8017 appendix A.1.1), to be stored in clear:
    /// see `PublicKey::from_public`.
    #[must_use]
    pub fn public(&self) -> &[u8] {
        self.public.public()
    }

    /// The public half.
    #[must_use]
    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// The public half as a JWK.
    #[must_use]
    pub fn jwk(&self) -> &str {
        self.public.jwk()
    }

    /// Signs a JSON payload: a compact JWS (RFC 7515 section 7.1) whose header is exactly
    /// `{"kid":…,"alg":"RS256"}`.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "INVARIANT: a parsed key signs; a buffer of the modulus' length holds the signature"
    )]
    pub fn sign(&self, payload_json: &str) -> String {
        self.meter.count_signature();
        let mut signature = [0_u8; MODULUS_LEN];
        let mut token = String::with_capacity(
            self.header.len() + (payload_json.len() + signature.len() + 4) / 3 * 4 + 2,
        );
        token.push_str(&self.header);
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(payload_json, &mut token);
        let digest = digest(&SHA256, token.as_bytes());
        self.pair
            .sign_digest(&RSA_PKCS1_SHA256, &digest, &mut signature)
            .expect("an RSA-2048 key signs");
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        token
    }

    fn from_pair(pair: KeyPair) -> Result<Self, BadKey> {
        if pair.public_modulus_len() != MODULUS_LEN {
            return Err(BadKey);
        }
        let public = PublicKey::from_public(pair.public_key().as_ref())?;
        let mut header = String::from("{\"kid\":");
        push_json_string(&mut header, public.kid());
        header.push_str(",\"alg\":\"RS256\"}");
        let header = URL_SAFE_NO_PAD.encode(header);
        Ok(Self { pair, public, header, meter: Meter::new() })
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("kid", &self.kid()).finish_non_exhaustive()
    }
}

/// The public half of a signing key: verifies tokens and appears in the JWKS, without any
/// unsealing.
#[derive(Clone)]
pub struct PublicKey {
    kid: String,
    jwk: String,
    der: Vec<u8>,
    parsed: ParsedPublicKey,
}

impl PublicKey {
    /// The key of a DER `RSAPublicKey`, as `SigningKey::public` returns it.
    ///
    /// # Errors
    /// `BadKey` if the bytes are not such a key.
    pub fn from_public(der: &[u8]) -> Result<Self, BadKey> {
        let key = aws_lc_rs::rsa::PublicKey::from_der(der).map_err(|_| BadKey)?;
        let n = URL_SAFE_NO_PAD.encode(key.modulus().big_endian_without_leading_zero());
        let e = URL_SAFE_NO_PAD.encode(key.exponent().big_endian_without_leading_zero());
        let kid = thumbprint(&e, &n);
        let jwk = format!(
            "{{\"alg\":\"RS256\",\"e\":\"{e}\",\"kid\":\"{kid}\",\"kty\":\"RSA\",\"n\":\"{n}\",\"use\":\"sig\"}}"
        );
        let parsed = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der).map_err(|_| BadKey)?;
        Ok(Self { kid, jwk, der: der.to_vec(), parsed })
    }

    /// The key's id, 44 characters: see `SigningKey::kid`.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The bytes `from_public` takes.
    #[must_use]
    pub fn public(&self) -> &[u8] {
        &self.der
    }

    /// The key as a JWK (RFC 7517) with exactly the members alg, e, kid, kty, n, use.
    #[must_use]
    pub fn jwk(&self) -> &str {
        &self.jwk
    }

    /// Whether this key signed `token` with RS256. The caller must check the `alg` and `kid` of its
    /// header.
    #[must_use]
    pub fn verify(&self, token: &Unverified<'_>) -> bool {
        self.parsed.verify_sig(token.signed_input.as_bytes(), &token.signature).is_ok()
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PublicKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

/// The JWKS document (RFC 7517 section 5) of these keys, in this order.
#[must_use]
pub fn jwks(keys: &[PublicKey]) -> String {
    let jwks: Vec<&str> = keys.iter().map(PublicKey::jwk).collect();
    format!("{{\"keys\":[{}]}}", jwks.join(","))
}

/// RFC 7638 section 3: the required members in lexicographic order, without white space, hashed
/// with SHA-256.
fn thumbprint(e: &str, n: &str) -> String {
    let canonical = format!("{{\"e\":\"{e}\",\"kty\":\"RSA\",\"n\":\"{n}\"}}");
    STANDARD.encode(digest(&SHA256, canonical.as_bytes()))
}
