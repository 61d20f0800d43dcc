use std::fmt;

use aws_lc_rs::hkdf::Prk;
use zeroize::{Zeroize, Zeroizing};

use super::aead::{NONCE_LEN, ONLY_NONCE, OneTimeKey, SALT_LEN, TAG_LEN, root, unambiguous};
use super::{Purpose, Unsealable};
use crate::{Meter, Rng};

const VERSION_LEN: usize = 4;

/// A user pool's versioned data keys. The highest version seals, all unseal.
pub struct DataKeys {
    pool_id: String,
    current: (u32, Prk),
    older: Vec<(u32, Prk)>,
    meter: Meter,
}

/// A pool has no data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDataKeys;

/// A sealed value in the parts of a compact JWE (RFC 7516 section 3.1), after its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedParts {
    /// In place of the encrypted key: key version (4 bytes, big-endian) and salt (16 bytes).
    pub key: Vec<u8>,
    /// The nonce (12 bytes).
    pub nonce: Vec<u8>,
    /// The ciphertext, as long as the plain value.
    pub ciphertext: Vec<u8>,
    /// The authentication tag (16 bytes).
    pub tag: Vec<u8>,
}

impl DataKeys {
    /// The data keys of `pool_id`, each with its version, in any order. The work done with them is
    /// counted in `meter`.
    pub fn new(
        pool_id: impl Into<String>,
        mut keys: Vec<(u32, [u8; 32])>,
        meter: Meter,
    ) -> Result<DataKeys, NoDataKeys> {
        keys.sort_unstable_by_key(|(version, _)| *version);
        let mut roots: Vec<_> = keys.iter().map(|(version, key)| (*version, root(key))).collect();
        keys.iter_mut().for_each(|(_, key)| key.zeroize());
        let current = roots.pop().ok_or(NoDataKeys)?;
        Ok(DataKeys { pool_id: pool_id.into(), current, older: roots, meter })
    }

    /// The version that seals: the highest.
    #[must_use]
    pub fn current(&self) -> u32 {
        self.current.0
    }

    /// The pool whose keys these are.
    #[must_use]
    pub fn pool_id(&self) -> &str {
        &self.pool_id
    }

    /// Seals `plain` for `purpose`. `bound` names what it belongs to (user, client, record); the
    /// same parts are needed to unseal it. The result is key version (4 bytes, big-endian), salt
    /// (16 bytes), ciphertext, tag (16 bytes).
    #[must_use]
    pub fn seal(&self, rng: &Rng, purpose: Purpose, bound: &[&str], plain: &[u8]) -> Vec<u8> {
        self.meter.count_seal();
        let (version, root) = &self.current;
        let salt: [u8; SALT_LEN] = rng.bytes();
        let mut sealed = Vec::with_capacity(VERSION_LEN + SALT_LEN + plain.len() + TAG_LEN);
        sealed.extend_from_slice(&version.to_be_bytes());
        sealed.extend_from_slice(&salt);
        sealed.extend_from_slice(plain);
        let aad = self.associated_data(b"", purpose, bound);
        let tag = OneTimeKey::derive(root, purpose.label(), &salt).seal(
            ONLY_NONCE,
            &aad,
            &mut sealed[VERSION_LEN + SALT_LEN..],
        );
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// Returns what [`DataKeys::seal`] sealed for the same pool, purpose and bound parts.
    pub fn unseal(
        &self,
        purpose: Purpose,
        bound: &[&str],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        self.meter.count_unseal();
        let (key, rest) = sealed.split_at_checked(VERSION_LEN + SALT_LEN).ok_or(Unsealable)?;
        let (ciphertext, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(Unsealable)?;
        let aad = self.associated_data(b"", purpose, bound);
        self.one_time_key(purpose, key)?.open(ONLY_NONCE, &aad, ciphertext, tag)
    }

    /// Seals `plain` into separate parts; `header` is authenticated with them.
    #[must_use]
    pub fn seal_parts(
        &self,
        rng: &Rng,
        purpose: Purpose,
        header: &[u8],
        bound: &[&str],
        plain: &[u8],
    ) -> SealedParts {
        self.meter.count_seal();
        let (version, root) = &self.current;
        let salt: [u8; SALT_LEN] = rng.bytes();
        let nonce: [u8; NONCE_LEN] = rng.bytes();
        let mut ciphertext = plain.to_vec();
        let aad = self.associated_data(header, purpose, bound);
        let tag =
            OneTimeKey::derive(root, purpose.label(), &salt).seal(nonce, &aad, &mut ciphertext);
        let key = [version.to_be_bytes().as_slice(), &salt].concat();
        SealedParts { key, nonce: nonce.to_vec(), ciphertext, tag: tag.to_vec() }
    }

    /// Returns what [`DataKeys::seal_parts`] sealed for the same pool, purpose, header and bound
    /// parts.
    pub fn unseal_parts(
        &self,
        purpose: Purpose,
        header: &[u8],
        bound: &[&str],
        parts: &SealedParts,
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        self.meter.count_unseal();
        let nonce = parts.nonce.as_slice().try_into().map_err(|_| Unsealable)?;
        if parts.tag.len() != TAG_LEN {
            return Err(Unsealable);
        }
        let aad = self.associated_data(header, purpose, bound);
        self.one_time_key(purpose, &parts.key)?.open(nonce, &aad, &parts.ciphertext, &parts.tag)
    }

    fn one_time_key(&self, purpose: Purpose, key: &[u8]) -> Result<OneTimeKey, Unsealable> {
        let (version, salt) = key.split_first_chunk().ok_or(Unsealable)?;
        let salt: &[u8; SALT_LEN] = salt.try_into().map_err(|_| Unsealable)?;
        let version = u32::from_be_bytes(*version);
        let mut all = self.older.iter().chain([&self.current]);
        let (_, root) = all.find(|(known, _)| *known == version).ok_or(Unsealable)?;
        Ok(OneTimeKey::derive(root, purpose.label(), salt))
    }

    fn associated_data(&self, header: &[u8], purpose: Purpose, bound: &[&str]) -> Vec<u8> {
        let fixed = [header, purpose.label().as_bytes(), self.pool_id.as_bytes()];
        unambiguous(fixed.into_iter().chain(bound.iter().map(|part| part.as_bytes())))
    }
}

impl fmt::Debug for DataKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DataKeys")
            .field("pool_id", &self.pool_id)
            .field("current", &self.current.0)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for NoDataKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the pool has no data key")
    }
}

impl std::error::Error for NoDataKeys {}
