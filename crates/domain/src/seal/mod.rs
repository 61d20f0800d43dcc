//! How secrets are stored: master keys wrap each pool's data keys, data keys seal values, and a
//! stable secret gives the pool its HMAC keys.
//!
//! Every sealed value has a key of its own, derived from a data key and a random 128-bit salt. With
//! one AES-GCM key and random nonces, a busy pool would exceed the safe limit (NIST SP 800-38D
//! section 8.3) within days; a one-time key has no such limit.

mod aead;
mod data_keys;
mod jti;
mod master;
mod purpose;
mod stable;

use std::fmt;

pub use data_keys::{DataKeys, NoDataKeys, SealedParts};
pub use jti::JtiKey;
pub use master::{BadMasterKey, MasterKeys, Wrapped};
pub use purpose::Purpose;
pub use stable::StableSecret;

/// A value that was not sealed by these keys for this purpose and context, or has been altered
/// since. Deliberately does not say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsealable;

impl fmt::Display for Unsealable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value cannot be unsealed")
    }
}

impl std::error::Error for Unsealable {}
