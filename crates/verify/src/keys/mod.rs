//! A pool's keys: parsing, caching and fetching.

mod cache;
mod key;
mod set;
mod transport;

pub(crate) use cache::{Fetching, KeyCache};
pub(crate) use key::{ALGORITHM, Key};
pub use set::JwksError;
pub(crate) use set::KeySet;
pub use transport::{FetchError, Fetched, MAX_JWKS_BYTES, Transport};
