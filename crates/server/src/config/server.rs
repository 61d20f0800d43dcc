//! `[server]`: where the server listens and how clients reach it.

use std::net::SocketAddr;

use super::ConfigError;
use super::faults::Faults;
use super::settings::settings;
use crate::net::{Network, is_loopback};

settings! {
    /// Where the server listens and how clients reach it.
    section "server" Section => Listening (Debug, Clone, PartialEq, Eq) {
        /// The address and port of the API. It is plain HTTP: put a proxy with TLS in front.
        listen: String => SocketAddr = |name, text: String, faults: &mut Faults| {
            faults.keep(address(name, &text))
        }, required, r#""127.0.0.1:7665""#;

        /// The URL under which clients reach the server, and the beginning of every token's issuer:
        /// changing it invalidates issued tokens. https, or http for this machine only.
        public_url: String => String = |_name, text: String, faults: &mut Faults| {
            faults.keep(public_url(&text))
        }, required, r#""https://auth.example.com""#;

        /// Proxies trusted to report the host (X-Forwarded-Host) and the client (X-Forwarded-For):
        /// addresses or networks. Required if a proxy changes Host, which is signed.
        trusted_proxy: Vec<String> => Vec<Network> = networks,
        value("[]"), r#"["10.0.0.5", "10.1.0.0/16"]"#;

        /// A separate address and port for Prometheus metrics, at /_poolkeeper/metrics.
        metrics_listen: Option<String> => Option<SocketAddr> = metrics_listen,
        nothing, r#""127.0.0.1:9665""#;

        /// Maximum number of concurrent client connections (minimum 16). Beyond it, the connections
        /// that have waited longest for a request are closed.
        max_connections: i64 => usize = max_connections, value("8192"), "1024";
    }
}

/// The default of `max_connections`, for `dev`. An idle connection takes about 20 KiB of memory, at
/// worst 130 KiB.
pub const MAX_CONNECTIONS: usize = 8192;

/// With fewer, not even one page that sends requests in parallel could be served.
const LEAST_CONNECTIONS: usize = 16;

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Listening> {
        let parsed = |text: &str| text.parse::<SocketAddr>().ok();
        let metrics = self.metrics_listen.as_deref().and_then(parsed);
        let is_same = metrics.is_some() && metrics == parsed(&self.listen);
        let checked = self.each(faults);
        if is_same {
            faults.note("server.metrics_listen is the same as server.listen; give metrics an address of their own.");
        }
        checked
    }
}

fn metrics_listen(
    name: &str,
    given: Option<String>,
    faults: &mut Faults,
) -> Option<Option<SocketAddr>> {
    let Some(text) = given else { return Some(None) };
    faults.keep(address(name, &text)).map(Some)
}

fn max_connections(name: &str, given: i64, faults: &mut Faults) -> Option<usize> {
    let enough = usize::try_from(given).ok().filter(|given| *given >= LEAST_CONNECTIONS);
    faults.keep(enough.ok_or_else(|| {
        ConfigError::new(format!(
            "{name} is too small; {LEAST_CONNECTIONS} is the minimum, {MAX_CONNECTIONS} the default."
        ))
    }))
}

/// Parses addresses or networks, and records those that are neither.
#[expect(clippy::needless_pass_by_value, reason = "the form of a check")]
pub(super) fn networks(
    name: &str,
    texts: Vec<String>,
    faults: &mut Faults,
) -> Option<Vec<Network>> {
    let network = |text: &String| {
        text.parse::<Network>().map_err(|_not_one| {
            ConfigError::new(format!(
                "{name} '{text}' is not an IP address or network; write it as 10.0.0.5 or 10.0.0.0/8."
            ))
        })
    };
    Some(faults.keep_all(texts.iter().map(network)))
}

/// Checks a URL under which clients reach a server: `https`, or `http` on this machine. It may have
/// a path, but no query, fragment or credentials. Returns it without a final slash.
pub fn public_url(text: &str) -> Result<String, ConfigError> {
    let refuse = |why: &str| ConfigError::new(format!("server.public_url '{text}' {why}"));
    let url = text.strip_suffix('/').unwrap_or(text);
    let parsed: http::Uri =
        url.parse().map_err(|_| refuse("is not a URL; write it as https://auth.example.com."))?;
    let (Some(scheme), Some(authority)) = (parsed.scheme_str(), parsed.authority()) else {
        return Err(refuse("is not absolute; write it as https://auth.example.com."));
    };
    if parsed.query().is_some()
        || url.contains(['?', '#'])
        || authority.as_str().contains('@')
        || url.ends_with('/')
    {
        return Err(refuse("may only have a scheme, a host, a port and a path."));
    }
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let is_local = host == "localhost" || host.parse().is_ok_and(is_loopback);
    match scheme {
        "https" => Ok(url.to_owned()),
        "http" if is_local => Ok(url.to_owned()),
        "http" => Err(refuse(
            "is not https: tokens and passwords would cross the network unencrypted. Put a TLS proxy in front and \
             give its https address.",
        )),
        _ => Err(refuse("must begin with https://.")),
    }
}

/// Parses an address with a port; `name` names it in errors.
pub fn address(name: &str, text: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|_| {
        ConfigError::new(format!(
            "{name} '{text}' is not an address with a port; write it as 0.0.0.0:7665."
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_urls() {
        for (text, expected) in [
            ("https://auth.example.com", "https://auth.example.com"),
            ("https://auth.example.com/", "https://auth.example.com"),
            ("https://example.com:8443/auth", "https://example.com:8443/auth"),
            ("http://localhost:7665", "http://localhost:7665"),
            ("http://127.0.0.1:7665", "http://127.0.0.1:7665"),
            ("http://[::1]:7665", "http://[::1]:7665"),
        ] {
            assert_eq!(public_url(text).as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "",
            "auth.example.com",
            "/auth",
            "http://auth.example.com",
            "http://localhost.example.com",
            "http://10.0.0.1",
            "ftp://auth.example.com",
            "https://",
            "https://a.example//",
            "https://a.example/?x=1",
            "https://a.example/#x",
            "https://user@a.example",
            "https://a b",
        ] {
            assert!(public_url(text).is_err(), "{text}");
        }
    }
}
