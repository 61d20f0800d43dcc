//! Who may talk to `poolkeeper dev`: not pages of other sites, nor names that an attacker points at
//! this machine (DNS rebinding).

use std::net::{IpAddr, Ipv6Addr};

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Uri};

use crate::net::is_loopback;

/// Whether the request names a host that `dev` serves: a loopback address, `localhost`, a name
/// below it, or one of `configured`. This must hold for every host that the request names.
pub(crate) fn is_served_host(uri: &Uri, headers: &HeaderMap, configured: &[String]) -> bool {
    let Some(hosts) = hosts(uri, headers) else { return false };
    hosts.iter().all(|host| {
        name_of(host).is_some_and(|name| {
            is_loopback_name(name)
                || configured.iter().any(|allowed| allowed.eq_ignore_ascii_case(name))
        })
    })
}

/// Whether the request comes from a page of another machine: it has an `Origin` that is not a
/// loopback one.
pub(crate) fn is_foreign_origin(headers: &HeaderMap) -> bool {
    headers.get_all(ORIGIN).iter().any(|origin| !origin.to_str().is_ok_and(is_loopback_origin))
}

/// Whether the text is the name or address of a host, without a port. Names of containers may have
/// underscores.
pub fn is_host(text: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'_';
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(is_letter);
    text.parse::<IpAddr>().is_ok() || (text.len() <= 253 && text.split('.').all(is_label))
}

/// The hosts that the request names: in the request line (absolute form) and in its only `Host`
/// header.
fn hosts<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<Vec<&'a str>> {
    let mut hosts: Vec<&str> =
        uri.authority().map(|authority| authority.as_str()).into_iter().collect();
    let mut named = headers.get_all(HOST).iter();
    if let Some(host) = named.next() {
        hosts.push(host.to_str().ok()?);
    }
    (named.next().is_none() && !hosts.is_empty()).then_some(hosts)
}

fn is_loopback_origin(origin: &str) -> bool {
    origin.split_once("://").and_then(|(_scheme, host)| name_of(host)).is_some_and(is_loopback_name)
}

fn is_loopback_name(name: &str) -> bool {
    if let Ok(address) = name.parse::<IpAddr>() {
        return is_loopback(address);
    }
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.strip_suffix(".localhost").is_some_and(|label| !label.is_empty())
}

/// The name or address in `name`, `name:port`, `[address]` or `[address]:port`.
fn name_of(host: &str) -> Option<&str> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let (address, rest) = rest.split_once(']')?;
            address.parse::<Ipv6Addr>().ok()?;
            (address, rest.strip_prefix(':').or_else(|| rest.is_empty().then_some("")))
        }
        None => match host.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, Some("")),
        },
    };
    let is_port = port?.bytes().all(|byte| byte.is_ascii_digit());
    (is_port && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_without_a_port() {
        for host in
            ["auth.test", "AUTH.test", "my_service", "10.0.0.5", "::1", "xn--bcher-kva.example"]
        {
            assert!(is_host(host), "{host}");
        }
        for host in [
            "",
            "a b",
            "auth.test:7665",
            "http://auth.test",
            "*.test",
            "a..b",
            ".test",
            "b\u{fc}cher.example",
            "[::1]",
        ] {
            assert!(!is_host(host), "{host}");
        }
    }

    #[test]
    fn loopback_names() {
        for host in [
            "localhost",
            "LocalHost:7665",
            "localhost.:7665",
            "auth.localhost",
            "127.0.0.1:7665",
            "127.8.9.10",
            "[::1]:7665",
            "[::ffff:127.0.0.1]",
        ] {
            assert!(name_of(host).is_some_and(is_loopback_name), "{host}");
        }
        for host in [
            "",
            ":7665",
            "example.com",
            "localhost.example.com",
            "notlocalhost",
            ".localhost",
            "127.0.0.1.example.com",
            "0.0.0.0",
            "10.0.0.1",
            "[::]",
            "[::1",
            "[localhost]",
            "::1",
            "localhost:80:80",
            "localhost:http",
            "user@localhost",
            "localhost/x",
            "2130706433",
        ] {
            assert!(!name_of(host).is_some_and(is_loopback_name), "{host}");
        }
    }

    #[test]
    fn loopback_origins() {
        for origin in [
            "http://localhost:3000",
            "https://app.localhost",
            "http://127.0.0.1",
            "tauri://localhost",
        ] {
            assert!(is_loopback_origin(origin), "{origin}");
        }
        for origin in [
            "null",
            "",
            "localhost",
            "http://evil.example",
            "http://localhost@evil.example",
            "file://",
        ] {
            assert!(!is_loopback_origin(origin), "{origin}");
        }
    }
}
