//! Why there is no response.

use std::error::Error as StdError;
use std::net::IpAddr;
use std::time::Duration;

use crate::address::AddressKind;

/// Why there is no response. None of these texts holds a URL's path, query or credentials, a header
/// or a body: all of them can be secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The URL, or that of a redirect, cannot be asked for.
    #[error("the URL {0}")]
    Url(#[source] BadUrl),
    /// The address of the host, or all addresses that its name has, are refused.
    #[error("{host} has the address {address}, which is {kind} and not allowed")]
    Address {
        /// The host of the URL.
        host: String,
        /// The first address that was refused.
        address: IpAddr,
        /// Why.
        kind: AddressKind,
    },
    /// More redirects than the options allow.
    #[error("more than {0} redirects")]
    TooManyRedirects(u32),
    /// The exchange took longer than the options allow.
    #[error("no answer in time")]
    TimedOut(Duration),
    /// The body is longer than the options allow, in bytes.
    #[error("the answer is longer than {0} bytes")]
    TooLarge(usize),
    /// The server cannot be reached, or does not speak HTTP or TLS.
    #[error("{0}")]
    Exchange(#[source] hyper_util::client::legacy::Error),
    /// The connection was lost in the body.
    #[error("the answer was cut off: {0}")]
    Body(#[source] Box<dyn StdError + Send + Sync>),
    /// TLS cannot be set up.
    #[error("TLS cannot be set up: {0}")]
    Tls(#[source] rustls::Error),
}

/// What is wrong with a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadUrl {
    /// Not a URL.
    #[error("cannot be read")]
    Malformed,
    /// It has no host.
    #[error("names no host")]
    NoHost,
    /// It holds a user or a password.
    #[error("holds credentials")]
    Credentials,
    /// A scheme other than `https`, or `http` where that is allowed.
    #[error("has a scheme that is not allowed")]
    Scheme,
}

/// A resolved address that is refused, on its way through the connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the address {address} is {kind} and not allowed")]
pub(crate) struct RefusedAddress {
    pub(crate) address: IpAddr,
    pub(crate) kind: AddressKind,
}
