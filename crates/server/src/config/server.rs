//! `[server]`: where the server listens and how clients reach it.

use std::net::SocketAddr;

use serde::Deserialize;

use super::ConfigError;
use super::faults::Faults;
use crate::net::Network;
use crate::net::is_loopback;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    listen: String,
    public_url: String,
    #[serde(default)]
    trusted_proxy: Vec<String>,
    metrics_listen: Option<String>,
    max_connections: Option<i64>,
}

/// Connections at once, unless the operator says otherwise. An idle one takes about 20 KiB of
/// memory, at worst one takes 130.
pub const MAX_CONNECTIONS: usize = 8192;

/// Fewer would not serve a single page that asks in parallel.
const LEAST_CONNECTIONS: usize = 16;

/// The checked section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listening {
    /// The address of the API.
    pub listen: SocketAddr,
    /// How clients reach it, without a slash at the end; part of every token's issuer.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-Host` counts.
    pub trusted_proxies: Vec<Network>,
    /// The address of metrics and health; without it there are no metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// Connections to the API at once.
    pub max_connections: usize,
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Listening> {
        let listen = faults.keep(address("server.listen", &self.listen));
        let public_url = faults.keep(public_url(&self.public_url));
        let trusted_proxies = faults.keep_all(self.trusted_proxy.iter().map(|text| network(text)));
        let metrics_listen = self
            .metrics_listen
            .and_then(|text| faults.keep(address("server.metrics_listen", &text)));
        if metrics_listen.is_some() && metrics_listen == listen {
            faults.note("server.metrics_listen is the same as server.listen; give metrics an address of their own.");
        }
        let max_connections = faults.keep(max_connections(self.max_connections));
        Some(Listening {
            listen: listen?,
            public_url: public_url?,
            trusted_proxies,
            metrics_listen,
            max_connections: max_connections?,
        })
    }
}

fn max_connections(given: Option<i64>) -> Result<usize, ConfigError> {
    let wanted = given.map_or(Some(MAX_CONNECTIONS), |given| usize::try_from(given).ok());
    wanted.filter(|wanted| *wanted >= LEAST_CONNECTIONS).ok_or_else(|| {
        ConfigError::new(format!(
            "server.max_connections is too small; {LEAST_CONNECTIONS} is the least, {MAX_CONNECTIONS} the default."
        ))
    })
}

/// Checks a URL under which clients reach a server: `https`, or `http` on this machine; no path's
/// slash at the end, no query, no fragment, no credentials. Gives it without its last slash.
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
            "is not https: tokens and passwords would cross the network in clear. Put a TLS proxy in front and \
             give its https address.",
        )),
        _ => Err(refuse("must begin with https://.")),
    }
}

/// Reads an address with a port; `name` is what the error calls it.
pub fn address(name: &str, text: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|_| {
        ConfigError::new(format!(
            "{name} '{text}' is not an address with a port; write it as 0.0.0.0:7665."
        ))
    })
}

fn network(text: &str) -> Result<Network, ConfigError> {
    text.parse().map_err(|_| {
        ConfigError::new(format!(
            "server.trusted_proxy '{text}' is not an IP address or network; write it as 10.0.0.5 or 10.0.0.0/8."
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
