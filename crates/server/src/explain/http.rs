//! The HTTP client of `poolkeeper token`, which fetches public keys and calls GetUser if requested.
//! It follows no redirects and uses no proxy.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use server::net::is_loopback;

/// Limit for a whole request.
const TIMEOUT: Duration = Duration::from_secs(5);
/// The longest answer, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// A client over HTTPS, and over HTTP to this machine.
pub(crate) struct Http(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Http {
    /// Creates a client that trusts the system's certificates. The error is a clause.
    pub(crate) fn new() -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let tls = ClientConfig::builder_with_provider(Arc::new(
            rustls::crypto::aws_lc_rs::default_provider(),
        ))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("cannot set up TLS: {error}"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }

    /// Sends a GET request. The error is a clause.
    pub(crate) async fn get(&self, url: &str) -> Result<(StatusCode, Bytes), String> {
        self.send(url, Request::get(url).body(Full::default())).await
    }

    /// Calls an operation of the user pool API that needs no signature. The error is a clause.
    pub(crate) async fn call(
        &self,
        url: &str,
        operation: &str,
        body: String,
    ) -> Result<(StatusCode, Bytes), String> {
        let request = Request::post(url)
            .header(header::CONTENT_TYPE, "application/x-amz-json-1.1")
            .header("x-amz-target", format!("AWSCognitoIdentityProviderService.{operation}"))
            .body(Full::from(body));
        self.send(url, request).await
    }

    async fn send(
        &self,
        url: &str,
        request: http::Result<Request<Full<Bytes>>>,
    ) -> Result<(StatusCode, Bytes), String> {
        let failed = |why: String| format!("{url} cannot be read: {why}");
        let request = request.map_err(|error| failed(error.to_string()))?;
        let answered = async {
            let response = self.0.request(request).await.map_err(|error| failed(causes(&error)))?;
            let status = response.status();
            let body = Limited::new(response.into_body(), MOST_BYTES).collect().await;
            Ok((status, body.map_err(|error| failed(error.to_string()))?.to_bytes()))
        };
        tokio::time::timeout(TIMEOUT, answered)
            .await
            .unwrap_or_else(|_| Err(failed("no answer in time".to_owned())))
    }
}

/// Whether a URL points to this machine, whatever DNS says, and has no path.
pub(crate) fn is_of_this_machine(url: &str) -> bool {
    parsed(url).is_some_and(|uri| is_near(&uri) && uri.path() == "/")
}

/// Whether nobody on the network path can change the answer: https, or this machine.
pub(crate) fn is_protected(url: &str) -> bool {
    parsed(url).is_some_and(|uri| uri.scheme_str() == Some("https") || is_near(&uri))
}

/// Parses an absolute http or https URL without user, query or fragment.
fn parsed(url: &str) -> Option<Uri> {
    let uri: Uri = url.parse().ok()?;
    let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
    (is_http && uri.host().is_some() && !url.contains(['@', '?', '#', '\\'])).then_some(uri)
}

fn is_near(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse().is_ok_and(is_loopback)
}

/// The error with its causes: the outermost only says that the client could not connect.
fn causes(error: &dyn Error) -> String {
    let mut texts = vec![error.to_string()];
    let mut inner = error.source();
    while let Some(cause) = inner {
        texts.push(cause.to_string());
        inner = cause.source();
    }
    texts.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_of_this_machine_are_recognised() {
        for url in [
            "http://127.0.0.1:7665",
            "http://localhost:7665",
            "http://[::1]:7665",
            "https://localhost",
            "http://127.9.9.9",
        ] {
            assert!(is_of_this_machine(url) && is_protected(url), "{url}");
        }
        for url in [
            "http://10.0.0.1:7665",
            "http://localhost.evil.example",
            "http://x.localhost",
            "http://localhost@evil.example",
            "http://localhost/admin?x=",
            "http://localhost:7665/path",
            "file:///etc/passwd",
            "//localhost",
            "localhost:7665",
            "",
        ] {
            assert!(!is_of_this_machine(url), "{url}");
        }
        assert!(is_protected("https://auth.example.com/base"));
        assert!(is_protected("http://localhost:7665/base"));
        assert!(!is_protected("http://auth.example.com"));
        assert!(!is_protected("https://auth.example.com?x"));
    }
}
