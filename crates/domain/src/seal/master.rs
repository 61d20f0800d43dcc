use std::fmt;

use aws_lc_rs::digest::{self, SHA256};
use aws_lc_rs::hkdf::Prk;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::Unsealable;
use super::aead::{ONLY_NONCE, OneTimeKey, SALT_LEN, TAG_LEN, root, unambiguous};
use crate::Rng;
use crate::hex::hex;

const LABEL: &str = "poolkeeper wrap";
const VERSION: u8 = 1;

/// The keys kept outside the database. The first wraps, all unwrap: a new key goes first, and the
/// old ones stay until nothing needs them.
pub struct MasterKeys(Vec<MasterKey>);

struct MasterKey {
    id: String,
    root: Prk,
}

/// A secret wrapped by a master key, with the id of that key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// Which master key unwraps it.
    pub master_key_id: String,
    /// Format version (1 byte), salt (16 bytes), ciphertext, tag (16 bytes).
    pub bytes: Vec<u8>,
}

/// Why the list of master keys was refused. Positions count from 1; the text of a key is never
/// quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadMasterKey {
    /// The list has no key.
    Missing,
    /// The key at this position is not standard base64.
    NotBase64(usize),
    /// The key at this position does not have 32 bytes.
    WrongLength(usize),
    /// The key at this position repeats an earlier one.
    Repeated(usize),
}

impl MasterKeys {
    /// Reads keys in the text form of [`MasterKeys::generate_one`]; white space around a key, such
    /// as a file's last line break, is ignored.
    pub fn from_texts<S: AsRef<str>>(texts: &[S]) -> Result<MasterKeys, BadMasterKey> {
        let mut keys: Vec<MasterKey> = Vec::with_capacity(texts.len());
        for (position, text) in (1..).zip(texts) {
            let key = parse(text.as_ref(), position)?;
            if keys.iter().any(|known| known.id == key.id) {
                return Err(BadMasterKey::Repeated(position));
            }
            keys.push(key);
        }
        if keys.is_empty() { Err(BadMasterKey::Missing) } else { Ok(MasterKeys(keys)) }
    }

    /// Makes a master key: 256 random bits in standard base64, the text a key file holds.
    #[must_use]
    pub fn generate_one(rng: &Rng) -> Zeroizing<String> {
        let key = Zeroizing::new(rng.bytes::<32>());
        Zeroizing::new(STANDARD.encode(key.as_slice()))
    }

    /// The ids of the keys, the wrapping one first. An id is a hash; it says nothing about its key.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|key| key.id.as_str())
    }

    /// Wraps `plain` with the first key. `context` says what it is and whose; the same context is
    /// needed to unwrap it.
    #[must_use]
    pub fn wrap(&self, rng: &Rng, context: &str, plain: &[u8]) -> Wrapped {
        let salt: [u8; SALT_LEN] = rng.bytes();
        let mut bytes = Vec::with_capacity(1 + SALT_LEN + plain.len() + TAG_LEN);
        bytes.push(VERSION);
        bytes.extend_from_slice(&salt);
        bytes.extend_from_slice(plain);
        let key = &self.0[0];
        let tag = OneTimeKey::derive(&key.root, LABEL, &salt).seal(
            ONLY_NONCE,
            &associated_data(context),
            &mut bytes[1 + SALT_LEN..],
        );
        bytes.extend_from_slice(&tag);
        Wrapped { master_key_id: key.id.clone(), bytes }
    }

    /// Unwraps what [`MasterKeys::wrap`] wrapped with any of these keys, for the same context.
    pub fn unwrap(
        &self,
        context: &str,
        master_key_id: &str,
        bytes: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        let key = self.0.iter().find(|key| key.id == master_key_id).ok_or(Unsealable)?;
        let (&version, rest) = bytes.split_first().ok_or(Unsealable)?;
        let (salt, rest) = rest.split_first_chunk().ok_or(Unsealable)?;
        let (ciphertext, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(Unsealable)?;
        if version != VERSION {
            return Err(Unsealable);
        }
        OneTimeKey::derive(&key.root, LABEL, salt).open(
            ONLY_NONCE,
            &associated_data(context),
            ciphertext,
            tag,
        )
    }
}

impl fmt::Debug for MasterKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MasterKeys").field(&self.ids().collect::<Vec<_>>()).finish()
    }
}

impl fmt::Display for BadMasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadMasterKey::Missing => f.write_str("no master key is given"),
            BadMasterKey::NotBase64(position) => {
                write!(f, "master key {position} is not standard base64")
            }
            BadMasterKey::WrongLength(position) => {
                write!(f, "master key {position} does not have 32 bytes")
            }
            BadMasterKey::Repeated(position) => write!(f, "master key {position} is given twice"),
        }
    }
}

impl std::error::Error for BadMasterKey {}

fn parse(text: &str, position: usize) -> Result<MasterKey, BadMasterKey> {
    let bytes = Zeroizing::new(
        STANDARD.decode(text.trim()).map_err(|_| BadMasterKey::NotBase64(position))?,
    );
    let key: &[u8; 32] =
        bytes.as_slice().try_into().map_err(|_| BadMasterKey::WrongLength(position))?;
    let mut id = digest::Context::new(&SHA256);
    id.update(b"poolkeeper master key id");
    id.update(key);
    Ok(MasterKey { id: hex(&id.finish().as_ref()[..8]), root: root(key) })
}

fn associated_data(context: &str) -> Vec<u8> {
    unambiguous([LABEL.as_bytes(), context.as_bytes()])
}
