//! The `jti` of ID and access tokens, which carries the user's token generation in a form that
//! looks like a UUID.

use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

use crate::Rng;
use crate::hex::{from_uuid_form, uuid_form};

/// The key that turns a token generation into a `jti` and back. One per user pool, derived from its
/// stable secret, so that rotating data keys never revokes a token.
///
/// A `jti` is one AES-256 block of generation (64 bit) and randomness (64 bit), written as
/// 8-4-4-4-12 lower-case hex. It has no integrity protection and needs none: the token's signature
/// covers it, and another key yields another generation.
#[derive(Clone)]
pub struct JtiKey(Aes256);

impl JtiKey {
    /// A key from 32 bytes of uniform secret.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Aes256::new(&Array::from(*key)))
    }

    /// A fresh `jti` carrying `generation`.
    #[must_use]
    pub fn seal(&self, generation: i64, rng: &Rng) -> String {
        let mut block = [0_u8; 16];
        let (head, tail) = block.split_at_mut(8);
        head.copy_from_slice(&generation.to_be_bytes());
        rng.fill(tail);
        let mut block = Array::from(block);
        self.0.encrypt_block(&mut block);
        uuid_form(&block.0)
    }

    /// The generation a `jti` carries, or `None` if the text does not have the form of one.
    #[must_use]
    pub fn open(&self, jti: &str) -> Option<i64> {
        let mut block = Array::from(from_uuid_form(jti)?);
        self.0.decrypt_block(&mut block);
        let (generation, _) = block.0.split_first_chunk::<8>()?;
        Some(i64::from_be_bytes(*generation))
    }
}

impl std::fmt::Debug for JtiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JtiKey(..)")
    }
}
