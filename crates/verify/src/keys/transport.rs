//! The interface for fetching a JWKS.

use std::fmt;
use std::pin::Pin;

/// Maximum size of a JWKS in bytes; a pool's takes about 500 bytes per key.
pub const MAX_JWKS_BYTES: usize = 64 * 1024;

/// The future returned by [`Transport::get`].
pub type Fetched<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>, FetchError>> + Send + 'a>>;

/// Fetches a document over the network. The feature `https` provides one implementation,
/// `HttpsTransport`; another could use a proxy, or read a file that something else keeps up to
/// date.
///
/// Only one fetch of a URL runs at a time, and everybody who needs its keys waits for it, so a
/// transport must give up after a few seconds. It must not follow redirects.
///
/// ```
/// use poolkeeper_verify::{FetchError, Fetched, Transport};
///
/// struct File(std::path::PathBuf);
///
/// impl Transport for File {
///     fn get<'a>(&'a self, _url: &'a str) -> Fetched<'a> {
///         Box::pin(async {
///             std::fs::read(&self.0).map_err(|error| FetchError::Connection(error.to_string()))
///         })
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// The body of the document at this URL.
    fn get<'a>(&'a self, url: &'a str) -> Fetched<'a>;
}

/// Why a document could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FetchError {
    /// The server could not be reached, or the connection broke. Retried once immediately.
    Connection(String),
    /// The server took too long.
    Timeout,
    /// The server answered with a status other than 200.
    Status(u16),
    /// The response is longer than [`MAX_JWKS_BYTES`].
    TooLong,
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connection(why) => f.write_str(why),
            Self::Timeout => f.write_str("no answer in time"),
            Self::Status(status) => write!(f, "the answer has status {status} instead of 200"),
            Self::TooLong => write!(f, "the answer is longer than {MAX_JWKS_BYTES} bytes"),
        }
    }
}

impl std::error::Error for FetchError {}
