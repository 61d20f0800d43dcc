//! A JWKS document (RFC 7517 section 5).

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use super::key::Key;
use super::transport::MAX_JWKS_BYTES;
use crate::json;

/// A pool has a handful; a longer document is not a pool's.
const MOST_KEYS: usize = 100;

/// Why a document is not a usable JWKS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JwksError {
    /// Longer than [`MAX_JWKS_BYTES`].
    TooLong,
    /// Not a JSON object, or it repeats a member.
    Json,
    /// No array `keys` of at most 100 objects.
    Keys,
    /// Two keys have the same `kid`.
    SameKid,
    /// No key has a `kid`.
    Empty,
}

impl fmt::Display for JwksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "the JWKS is longer than {MAX_JWKS_BYTES} bytes"),
            Self::Json => f.write_str("the JWKS is not a JSON object, or repeats a member"),
            Self::Keys => f.write_str("the JWKS has no array `keys` of at most 100 objects"),
            Self::SameKid => f.write_str("two keys of the JWKS have the same kid"),
            Self::Empty => f.write_str("the JWKS has no key with a kid"),
        }
    }
}

impl std::error::Error for JwksError {}

/// The keys of a document by id, each parsed once. Unusable keys are kept too, so that a token
/// naming one gets a precise error.
#[derive(Clone)]
pub(crate) struct KeySet(Arc<HashMap<String, Arc<Key>>>);

impl KeySet {
    pub(crate) fn parse(document: &[u8]) -> Result<Self, JwksError> {
        if document.len() > MAX_JWKS_BYTES {
            return Err(JwksError::TooLong);
        }
        let members = json::parse_object(document).ok_or(JwksError::Json)?;
        let listed = members.get("keys").and_then(Value::as_array).ok_or(JwksError::Keys)?;
        if listed.len() > MOST_KEYS {
            return Err(JwksError::Keys);
        }
        let mut keys = HashMap::new();
        for jwk in listed {
            let jwk = jwk.as_object().ok_or(JwksError::Keys)?;
            // A token cannot name a key without an id.
            let Some(kid) = jwk.get("kid").and_then(Value::as_str) else { continue };
            if keys.insert(kid.to_owned(), Arc::new(Key::of(jwk))).is_some() {
                return Err(JwksError::SameKid);
            }
        }
        if keys.is_empty() { Err(JwksError::Empty) } else { Ok(Self(Arc::new(keys))) }
    }

    pub(crate) fn find(&self, kid: &str) -> Option<Arc<Key>> {
        self.0.get(kid).cloned()
    }
}
