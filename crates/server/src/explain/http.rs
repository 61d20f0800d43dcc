//! The few requests of `poolkeeper token` and `poolkeeper health`: public keys, GetUser where it is
//! asked for, and whether a server can serve. The user names the servers, so any address will do.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use outbound::{Addresses, BadUrl, Client, Options};
use server::net::is_loopback;

/// For a whole request.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(5);

/// A request without an answer. A clause.
#[derive(Debug, thiserror::Error)]
#[error("{url} cannot be read: {}", outbound::causes(source))]
pub(crate) struct HttpError {
    /// What was asked.
    pub(crate) url: String,
    /// Why there is no answer.
    pub(crate) source: outbound::Error,
}

/// A client over HTTPS, and over HTTP where it is given such a URL.
pub(crate) struct Http(Client);

impl Http {
    /// A client that trusts the certificates that the system trusts.
    pub(crate) fn new() -> Self {
        Self(Client::new(Options {
            timeout: TIMEOUT,
            allow_http: true,
            addresses: Addresses::Any,
            ..Options::default()
        }))
    }

    /// The answer to a GET.
    pub(crate) async fn get(&self, url: &str) -> Result<(StatusCode, Bytes), HttpError> {
        self.send(url, Request::get(url).body(Bytes::new())).await
    }

    /// The answer to an operation of the user pool API that needs no signature.
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
        // Only the URL can be wrong.
        let request =
            request.map_err(|_bad_url| failed(outbound::Error::Url(BadUrl::Malformed)))?;
        let response = self.0.send(request).await.map_err(failed)?;
        Ok((response.status(), response.into_body()))
    }
}

/// Whether a URL leads to this machine, whatever a resolver says, and has nothing behind the port.
pub(crate) fn is_of_this_machine(url: &str) -> bool {
    parsed(url).is_some_and(|uri| is_near(&uri) && uri.path() == "/")
}

/// Whether nobody on the way can put another answer in place: https, or this machine.
pub(crate) fn is_protected(url: &str) -> bool {
    parsed(url).is_some_and(|uri| uri.scheme_str() == Some("https") || is_near(&uri))
}

/// An absolute URL of http or https without a user, a query or a fragment.
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
    fn this_machine() {
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
