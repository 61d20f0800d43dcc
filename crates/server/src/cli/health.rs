//! `poolkeeper health`: checks a running server, for containers without curl.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use clap::Args;
use http::{StatusCode, Uri};
use serde_json::json;

use super::Stop;
use super::terminal::Form;
use crate::explain::http::{Http, HttpError};

const READY: &str = "/_poolkeeper/ready";

/// Flags of `health`.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// The address the server listens on, or its URL
    #[arg(long, default_value = "127.0.0.1:7665", value_name = "HOST:PORT|URL")]
    address: Address,
    #[command(flatten)]
    pub(super) form: Form,
}

/// A server address as given, and the URL of its readiness endpoint.
#[derive(Debug, Clone)]
struct Address {
    given: String,
    ready: Uri,
}

impl FromStr for Address {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORMS: &str = "give it as 127.0.0.1:7665, localhost:7665 or https://auth.example.com";
        let given = text.trim_end_matches('/');
        let url = if given.contains("://") { given.to_owned() } else { format!("http://{given}") };
        let ready: Uri = format!("{url}{READY}").parse().map_err(|_| FORMS)?;
        let has_port = given.contains("://") || ready.port_u16().is_some_and(|port| port != 0);
        let is_http = matches!(ready.scheme_str(), Some("http" | "https"));
        let is_plain = !text.contains(['@', '?', '#', '\\'])
            && (given.contains("://") || !given.contains('/'));
        if ready.host().is_none_or(str::is_empty) || !(has_port && is_http && is_plain) {
            return Err(FORMS);
        }
        Ok(Self { given: given.to_owned(), ready })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

impl Health {
    /// Succeeds if the server's `/_poolkeeper/ready` answers 200.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let address = self.address;
        match address.ask().await? {
            StatusCode::OK => {
                self.form.tell(&json!({ "address": address.given, "ready": true }), |_| {
                    "ready".to_owned()
                });
                Ok(())
            }
            status => Err(Stop::failed(format!(
                "{address} is not ready: it answered {}.",
                status.as_u16()
            ))),
        }
    }
}

impl Address {
    async fn ask(&self) -> Result<StatusCode, Stop> {
        match Http::new().get(&self.ready.to_string()).await {
            Ok((status, _body)) => Ok(status),
            Err(error) if self.ready.scheme_str() == Some("https") => {
                Err(Stop::failed(format!("{error}.")))
            }
            Err(HttpError { source: outbound::Error::TimedOut(after), .. }) => {
                Err(Stop::failed(format!("{self} did not answer within {} s.", after.as_secs())))
            }
            Err(HttpError { source, .. }) => {
                Err(Stop::failed(format!("{self} does not answer: {}.", innermost(&source))))
            }
        }
    }
}

/// The innermost cause. For a server on this machine, the system's error is enough.
fn innermost<'e>(error: &'e (dyn Error + 'static)) -> &'e (dyn Error + 'static) {
    error.source().map_or(error, innermost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_parsed() {
        for (text, asked) in [
            ("127.0.0.1:7665", "http://127.0.0.1:7665/_poolkeeper/ready"),
            ("[::1]:7665", "http://[::1]:7665/_poolkeeper/ready"),
            ("localhost:7665", "http://localhost:7665/_poolkeeper/ready"),
            ("http://localhost:7665/", "http://localhost:7665/_poolkeeper/ready"),
            ("http://10.0.0.1", "http://10.0.0.1/_poolkeeper/ready"),
            ("https://auth.example.com", "https://auth.example.com/_poolkeeper/ready"),
            ("https://example.com:8443/auth/", "https://example.com:8443/auth/_poolkeeper/ready"),
        ] {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.ready.to_string(), asked, "{text}");
        }
        for text in [
            "",
            "localhost",
            "127.0.0.1",
            ":7665",
            "127.0.0.1:0",
            "127.0.0.1:70000",
            "localhost:x",
            "localhost:7665/path",
            "ftp://a.example",
            "http://",
            "https://user@a.example",
            "https://a.example?x",
            "a b:1",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
