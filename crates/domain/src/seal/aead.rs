use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Prk};
use zeroize::Zeroizing;

use super::Unsealable;

pub(super) const SALT_LEN: usize = 16;
pub(super) const NONCE_LEN: usize = 12;
pub(super) const TAG_LEN: usize = 16;

/// The nonce of a key that seals a single value.
pub(super) const ONLY_NONCE: [u8; NONCE_LEN] = [0; NONCE_LEN];

/// An AES-256-GCM key that seals a single value.
pub(super) struct OneTimeKey(LessSafeKey);

impl OneTimeKey {
    /// The key that HKDF-SHA256 (RFC 5869, expand) derives from `root` for `label` and `salt`. The
    /// salt's length is fixed, so label and salt cannot be confused.
    #[expect(
        clippy::expect_used,
        reason = "INVARIANT: 32 bytes is within HKDF's bound and is the key length of AES-256"
    )]
    pub(super) fn derive(root: &Prk, label: &str, salt: &[u8; SALT_LEN]) -> OneTimeKey {
        let mut key = Zeroizing::new([0; 32]);
        let info = [label.as_bytes(), salt.as_slice()];
        root.expand(&info, KeyLength)
            .and_then(|okm| okm.fill(key.as_mut_slice()))
            .expect("HKDF gives 32 bytes");
        OneTimeKey(LessSafeKey::new(
            UnboundKey::new(&AES_256_GCM, key.as_slice()).expect("32 bytes are an AES-256 key"),
        ))
    }

    /// Encrypts `data` in place and returns the tag.
    #[expect(
        clippy::expect_used,
        reason = "INVARIANT: AES-GCM refuses only inputs past 64 GiB, which no caller can hold"
    )]
    pub(super) fn seal(self, nonce: [u8; NONCE_LEN], aad: &[u8], data: &mut [u8]) -> [u8; TAG_LEN] {
        let tag = self
            .0
            .seal_in_place_separate_tag(Nonce::assume_unique_for_key(nonce), Aad::from(aad), data)
            .expect("AES-GCM seals any value that fits in memory");
        let mut out = [0; TAG_LEN];
        out.copy_from_slice(tag.as_ref());
        out
    }

    /// Decrypts `ciphertext` if the tag matches it and the associated data.
    pub(super) fn open(
        self,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        ciphertext: &[u8],
        tag: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        let mut plain = Zeroizing::new(vec![0; ciphertext.len()]);
        self.0
            .open_separate_gather(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(aad),
                ciphertext,
                tag,
                &mut plain,
            )
            .map_err(|_| Unsealable)?;
        Ok(plain)
    }
}

/// A root for [`OneTimeKey::derive`]: HKDF-Extract over a uniformly random 256-bit key is the
/// identity in strength, so the key itself is the PRK (RFC 5869 section 3.3).
pub(super) fn root(key: &[u8; 32]) -> Prk {
    Prk::new_less_safe(HKDF_SHA256, key)
}

/// Joins `parts` so that no two lists give the same bytes: each is preceded by its length (32
/// bits).
pub(super) fn unambiguous<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut joined = Vec::with_capacity(128);
    for part in parts {
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        joined.extend_from_slice(&length.to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}

struct KeyLength;

impl KeyType for KeyLength {
    fn len(&self) -> usize {
        32
    }
}
