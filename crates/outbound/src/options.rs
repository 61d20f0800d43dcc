//! What a client may do.

use std::net::IpAddr;
use std::time::Duration;

use rustls::pki_types::CertificateDer;

use crate::address::{AddressKind, kind_of};
use crate::network::Network;

/// The limits of a client. Spread the default and change what differs.
#[derive(Debug, Clone)]
pub struct Options {
    /// For a whole exchange: resolving, connecting, every redirect and the body.
    pub timeout: Duration,
    /// The longest body that is read, in bytes.
    pub max_response_bytes: usize,
    /// How many redirects are followed. With 0 the redirect itself is the response.
    pub max_redirects: u32,
    /// Whether `http` is allowed beside `https`.
    pub allow_http: bool,
    /// The addresses that may be connected to.
    pub addresses: Addresses,
    /// The certificate authorities that are trusted.
    pub roots: Roots,
}

impl Default for Options {
    /// 10 seconds, 1 MiB, no redirect, only `https`, only public addresses, the system's roots.
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            max_response_bytes: 1 << 20,
            max_redirects: 0,
            allow_http: false,
            addresses: Addresses::Public,
            roots: Roots::System,
        }
    }
}

/// The addresses that may be connected to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addresses {
    /// Public ones.
    Public,
    /// Public ones, and these networks.
    PublicAnd(Vec<Network>),
    /// Any, private ones too: for URLs that the operator gives.
    Any,
}

impl Addresses {
    /// Why this address is refused; `None`: it may be connected to.
    pub(crate) fn find_refusal(&self, address: IpAddr) -> Option<AddressKind> {
        match self {
            Self::Any => None,
            Self::PublicAnd(networks)
                if networks.iter().any(|network| network.contains(address)) =>
            {
                None
            }
            Self::Public | Self::PublicAnd(_) => kind_of(address),
        }
    }
}

/// The certificate authorities that are trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Roots {
    /// Those of the system, read at the first `https` request of the process.
    System,
    /// These alone.
    Only(Vec<CertificateDer<'static>>),
}
