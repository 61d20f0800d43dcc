//! An IP network such as `10.0.0.0/8`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// An address with the number of leading bits that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: Ipv6Addr,
    bits: u32,
}

impl Network {
    /// Whether `address` is in the network. An IPv4 address and its IPv4-mapped IPv6 form are the
    /// same.
    pub fn contains(&self, address: IpAddr) -> bool {
        let differing = u128::from(self.address) ^ u128::from(as_v6(address));
        self.bits == 0 || differing >> (128 - self.bits) == 0
    }

    /// Whether it is `0.0.0.0/0`, `::/0` or one that holds them.
    pub fn is_everybody(&self) -> bool {
        const IPV4: u32 = 96;
        self.bits == 0 || (self.bits <= IPV4 && self.contains(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
    }
}

/// Not an address, nor an address with `/` and a number of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u32>().map_err(|_| NotANetwork)?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(width);
        if bits > width {
            return Err(NotANetwork);
        }
        Ok(Self { address: as_v6(address), bits: bits + (128 - width) })
    }
}

fn as_v6(address: IpAddr) -> Ipv6Addr {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped(),
        IpAddr::V6(address) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_addresses_and_no_others() {
        for (network, address, expected) in [
            ("10.0.0.0/8", "10.255.1.2", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("::/0", "203.0.113.9", true),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "fe80::1", false),
        ] {
            let network: Network = network.parse().unwrap();
            assert_eq!(
                network.contains(address.parse().unwrap()),
                expected,
                "{network:?} {address}"
            );
        }
    }

    #[test]
    fn everybody() {
        for (network, expected) in [
            ("0.0.0.0/0", true),
            ("::/0", true),
            ("::ffff:0:0/96", true),
            ("0.0.0.0/1", false),
            ("10.0.0.0/8", false),
            ("fd00::/8", false),
        ] {
            let network: Network = network.parse().unwrap();
            assert_eq!(network.is_everybody(), expected, "{network:?}");
        }
    }

    #[test]
    fn refuses_other_texts() {
        for text in
            ["", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "proxy.example", "10.0.0.0/-1"]
        {
            assert_eq!(text.parse::<Network>(), Err(NotANetwork), "{text}");
        }
    }
}
