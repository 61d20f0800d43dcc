//! The address at the other end of a connection.

use std::net::{IpAddr, Ipv6Addr};

/// The address that a request came from. Absent for in-process requests.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Whether the address can only be reached from this machine, also in its IPv4-mapped form.
pub fn is_loopback(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback(),
        IpAddr::V6(address) => {
            address == Ipv6Addr::LOCALHOST
                || address.to_ipv4_mapped().is_some_and(|mapped| mapped.is_loopback())
        }
    }
}
