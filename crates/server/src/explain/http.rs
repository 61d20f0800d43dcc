//! The HTTP client of `poolkeeper token` and `poolkeeper health`. It fetches public keys, calls
//! GetUser if requested, and checks readiness. The user names the servers, so any address is
//! allowed.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use outbound::{Addresses, BadUrl, Client, Options};
use server::net::is_loopback;

/// Limit for a whole request.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(5);

/// A request that got no answer. Displays as a clause.
#[derive(Debug, thiserror::Error)]
#[error("{url} cannot be read: {}", outbound::causes(source))]
pub(crate) struct HttpError {
    /// The requested URL.
    pub(crate) url: String,
    /// The cause.
    pub(crate) source: outbound::Error,
}

/// A client for https and http URLs.
pub(crate) struct Http(Client);

impl Http {
    /// Creates a client that trusts the system's certificates.
    pub(crate) fn new() -> Self {
        Self(Client::new(Options {
            timeout: TIMEOUT,
            allow_http: true,
            addresses: Addresses::Any,
            ..Options::default()
        }))
    }

    /// Sends a GET request.
    pub(crate) async fn get(&self, url: &str) -> Result<(StatusCode, Bytes), HttpError> {
        self.send(url, Request::get(url).body(Bytes::new())).await
    }

    /// Calls an operation of the user pool API that needs no signature.
    pub(crate) async fn call(
        &self,
        url: &str,
        operation: &str,
        body: String,
    ) -> Result<(StatusCode, Bytes), HttpError> {
        let request = Request::post(url)
            .header(header::CONTENT_TYPE, "application/x-amz-json-1.1")
            .header("x-amz-target", format!("AWSCognitoIdentityProviderService.{operation}"))
            .body(Bytes::from(body));
        self.send(url, request).await
    }

    async fn send(
        &self,
        url: &str,
        request: http::Result<Request<Bytes>>,
    ) -> Result<(StatusCode, Bytes), HttpError> {
        let failed = |source| HttpError { url: url.to_owned(), source };
        // Only the URL can be invalid.
        let request =
            request.map_err(|_bad_url| failed(outbound::Error::Url(BadUrl::Malformed)))?;
        let response = self.0.send(request).await.map_err(failed)?;
        Ok((response.status(), response.into_body()))
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
