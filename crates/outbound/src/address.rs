//! Which addresses are not public (IANA special-purpose address registries, RFC 6890).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Why an address is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// `0.0.0.0/8` and `::`.
    Unspecified,
    /// This machine.
    Loopback,
    /// Private networks (RFC 1918).
    Private,
    /// One link, and the metadata services of clouds (RFC 3927, RFC 4291).
    LinkLocal,
    /// Private networks of IPv6 (RFC 4193).
    UniqueLocal,
    /// Carrier-grade NAT (RFC 6598).
    SharedNat,
    /// Groups, and the broadcast address.
    Multicast,
    /// Examples in documents (RFC 5737, RFC 3849, RFC 9637).
    Documentation,
    /// Everything else that is not public unicast.
    Reserved,
}

impl fmt::Display for AddressKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unspecified => "unspecified",
            Self::Loopback => "loopback",
            Self::Private => "private",
            Self::LinkLocal => "link-local",
            Self::UniqueLocal => "unique-local",
            Self::SharedNat => "carrier-grade NAT",
            Self::Multicast => "multicast",
            Self::Documentation => "documentation",
            Self::Reserved => "reserved",
        })
    }
}

/// Why this address is not public; `None`: it is. An IPv4 address inside an IPv6 one (mapped,
/// NAT64, 6to4) counts as itself.
pub fn kind_of(address: IpAddr) -> Option<AddressKind> {
    match address {
        IpAddr::V4(address) => kind_of_v4(address),
        IpAddr::V6(address) => kind_of_v6(address),
    }
}

fn kind_of_v4(address: Ipv4Addr) -> Option<AddressKind> {
    let kind = match address.octets() {
        [0, ..] => AddressKind::Unspecified,
        [127, ..] => AddressKind::Loopback,
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => AddressKind::Private,
        [169, 254, ..] => AddressKind::LinkLocal,
        [100, 64..=127, ..] => AddressKind::SharedNat,
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => AddressKind::Documentation,
        // Protocol assignments, the relays of 6to4, benchmarks.
        [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..] => AddressKind::Reserved,
        [224..=239, ..] | [255, 255, 255, 255] => AddressKind::Multicast,
        [240..=255, ..] => AddressKind::Reserved,
        _ => return None,
    };
    Some(kind)
}

fn kind_of_v6(address: Ipv6Addr) -> Option<AddressKind> {
    if let Some(inner) = embedded_v4(address) {
        return kind_of_v4(inner);
    }
    if address == Ipv6Addr::UNSPECIFIED {
        return Some(AddressKind::Unspecified);
    }
    if address == Ipv6Addr::LOCALHOST {
        return Some(AddressKind::Loopback);
    }
    let kind = match address.segments() {
        [0xfc00..=0xfdff, ..] => AddressKind::UniqueLocal,
        [0xfe80..=0xfebf, ..] => AddressKind::LinkLocal,
        [0xff00..=0xffff, ..] => AddressKind::Multicast,
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0x0fff, ..] => AddressKind::Documentation,
        // Protocol assignments: Teredo, ORCHID, benchmarks.
        [0x2001, 0..=0x1ff, ..] => AddressKind::Reserved,
        [0x2000..=0x3fff, ..] => return None,
        // Only 2000::/3 is public unicast.
        _ => AddressKind::Reserved,
    };
    Some(kind)
}

/// The IPv4 address that packets to this one end up at: mapped (RFC 4291), NAT64 (RFC 6052) or
/// 6to4 (RFC 3056).
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d] = match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            octets(high, low)
        }
        [0x2002, high, low, ..] => octets(high, low),
        _ => return None,
    };
    Some(Ipv4Addr::new(a, b, c, d))
}

fn octets(high: u16, low: u16) -> [u8; 4] {
    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::AddressKind::*;
    use super::*;

    #[test]
    fn public_addresses_are_public() {
        for address in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:200::1",
            "3ffe::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
        ] {
            assert_eq!(kind_of(address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn other_addresses_are_not() {
        for (address, kind) in [
            ("0.0.0.0", Unspecified),
            ("0.1.2.3", Unspecified),
            ("127.0.0.1", Loopback),
            ("127.255.255.255", Loopback),
            ("10.0.0.1", Private),
            ("172.16.0.1", Private),
            ("172.31.255.255", Private),
            ("192.168.1.1", Private),
            ("169.254.169.254", LinkLocal),
            ("100.64.0.1", SharedNat),
            ("100.127.255.255", SharedNat),
            ("192.0.2.1", Documentation),
            ("198.51.100.1", Documentation),
            ("203.0.113.1", Documentation),
            ("192.0.0.1", Reserved),
            ("192.88.99.1", Reserved),
            ("198.18.0.1", Reserved),
            ("224.0.0.1", Multicast),
            ("255.255.255.255", Multicast),
            ("240.0.0.1", Reserved),
            ("::", Unspecified),
            ("::1", Loopback),
            ("fc00::1", UniqueLocal),
            ("fd12:3456::1", UniqueLocal),
            ("fe80::1", LinkLocal),
            ("fec0::1", Reserved),
            ("ff02::1", Multicast),
            ("2001:db8::1", Documentation),
            ("3fff::1", Documentation),
            ("2001::1", Reserved),
            ("2001:10::1", Reserved),
            ("100::1", Reserved),
            ("5f00::1", Reserved),
            ("::7f00:1", Reserved),
            ("64:ff9b:1::7f00:1", Reserved),
            ("::ffff:127.0.0.1", Loopback),
            ("::ffff:10.0.0.1", Private),
            ("64:ff9b::169.254.169.254", LinkLocal),
            ("64:ff9b::7f00:1", Loopback),
            ("2002:7f00:1::1", Loopback),
            ("2002:a9fe:a9fe::", LinkLocal),
            ("2002:c0a8:101::", Private),
        ] {
            assert_eq!(kind_of(address.parse().unwrap()), Some(kind), "{address}");
        }
    }
}
