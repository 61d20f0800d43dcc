//! The network address of a request's client.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderValue};

use super::{App, EdgeMode};
use crate::net::{Network, Peer};

/// The client's address, if the request came over the network.
pub(crate) fn of(app: &App, headers: &HeaderMap, peer: Option<Peer>) -> Option<IpAddr> {
    let proxies = match &app.mode {
        EdgeMode::Serve { trusted_proxies, .. } => trusted_proxies.as_slice(),
        EdgeMode::Dev { .. } => &[],
    };
    peer.map(|Peer(address)| nearest(headers, proxies, address).to_canonical())
}

/// The nearest address that is not a trusted proxy. Trusted proxies report their peer; nothing else
/// is believed.
fn nearest(headers: &HeaderMap, proxies: &[Network], peer: IpAddr) -> IpAddr {
    let lines: Vec<&[u8]> =
        headers.get_all("x-forwarded-for").iter().map(HeaderValue::as_bytes).collect();
    // Each element separately: what a client puts in front must not hide what the proxies report.
    let mut reported =
        lines.iter().rev().flat_map(|line| line.rsplit(|byte| *byte == b',')).map(address);
    let mut nearest = peer;
    while proxies.iter().any(|proxy| proxy.contains(nearest)) {
        let Some(Some(before)) = reported.next() else { break };
        nearest = before;
    }
    nearest
}

/// An address as proxies write it: some add the port.
fn address(text: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(text).ok()?.trim();
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue};

    use super::nearest;

    #[test]
    fn only_trusted_proxies_report_other_addresses() {
        let cases = [
            ("203.0.113.9", &["198.51.100.1"][..], "203.0.113.9"),
            ("10.0.0.5", &[], "10.0.0.5"),
            ("10.0.0.5", &["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.5", &["192.0.2.66, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.5", &["192.0.2.66", "198.51.100.1 , 10.0.0.7"], "198.51.100.1"),
            ("10.0.0.5", &["10.0.0.8, 10.0.0.7"], "10.0.0.8"),
            ("10.0.0.5", &["198.51.100.1, rubbish"], "10.0.0.5"),
            ("10.0.0.5", &["2001:db8::1"], "2001:db8::1"),
            ("10.0.0.5", &["192.0.2.66, 198.51.100.1:5678"], "198.51.100.1"),
            ("10.0.0.5", &["[2001:db8::1]:5678"], "2001:db8::1"),
            ("10.0.0.5", &["[2001:db8::1]"], "2001:db8::1"),
            ("10.0.0.5", &["\u{ff}, 198.51.100.1"], "198.51.100.1"),
        ];
        let proxies = ["10.0.0.0/8".parse().expect("a network")];
        for (peer, lines, expected) in cases {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(
                    "x-forwarded-for",
                    HeaderValue::from_bytes(line.as_bytes()).expect("a header"),
                );
            }
            let found = nearest(&headers, &proxies, peer.parse().expect("an address"));
            assert_eq!(found.to_string(), expected, "{peer} {lines:?}");
        }
    }
}
