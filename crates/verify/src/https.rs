//! Fetches keys over HTTPS.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, header};
use http_body_util::{BodyExt as _, Empty, LengthLimitError, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

use crate::ConfigError;
use crate::keys::{FetchError, Fetched, MAX_JWKS_BYTES, Transport};

const TIMEOUT: Duration = Duration::from_secs(3);

/// Fetches keys over HTTPS, with rustls and aws-lc-rs: at most 64 KiB, no redirects, no proxy.
/// Requires Tokio.
#[derive(Clone)]
pub struct HttpsTransport {
    client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    timeout: Duration,
}

impl HttpsTransport {
    /// Trusts the certificates that the operating system trusts.
    ///
    /// # Errors
    /// [`ConfigError::Tls`] when TLS cannot be set up.
    pub fn new() -> Result<Self, ConfigError> {
        let mut roots = RootCertStore::empty();
        // A machine without any root certificates can still fetch from itself; other servers then
        // fail with an unknown issuer.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        Self::trusting(roots)
    }

    /// Trusts only these certificates, in PEM: for a pool whose certificate comes from a private
    /// authority.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use poolkeeper_verify::{HttpsTransport, Verifier};
    ///
    /// let pem = std::fs::read("/etc/ssl/our-ca.pem")?;
    /// let transport = HttpsTransport::with_root_certificates(&pem)?;
    /// let builder = Verifier::builder().transport(transport);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ConfigError::Tls`] when there is no certificate, or one cannot be used.
    pub fn with_root_certificates(pem: &[u8]) -> Result<Self, ConfigError> {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate
                .map_err(|error| ConfigError::Tls(format!("not certificates in PEM: {error}")))?;
            roots.add(certificate).map_err(|error| {
                ConfigError::Tls(format!("a certificate cannot be used: {error}"))
            })?;
        }
        if roots.is_empty() {
            return Err(ConfigError::Tls("there is no certificate in the PEM text".to_owned()));
        }
        Self::trusting(roots)
    }

    /// Time limit for a fetch, from the name lookup to the last byte; three seconds by default.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    fn trusting(roots: RootCertStore) -> Result<Self, ConfigError> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| ConfigError::Tls(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        // Building the verifier rejected plain HTTP unless it was allowed.
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1()
            .build();
        let client =
            Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Ok(Self { client, timeout: TIMEOUT })
    }

    async fn fetch(&self, url: &str) -> Result<Vec<u8>, FetchError> {
        let request = Request::get(url)
            .header(header::ACCEPT, "application/json")
            .header(header::USER_AGENT, concat!("poolkeeper-verify/", env!("CARGO_PKG_VERSION")))
            .body(Empty::new())
            .map_err(|error| FetchError::Connection(error.to_string()))?;
        let response = self
            .client
            .request(request)
            .await
            .map_err(|error| FetchError::Connection(causes(&error)))?;
        if response.status() != StatusCode::OK {
            return Err(FetchError::Status(response.status().as_u16()));
        }
        match Limited::new(response.into_body(), MAX_JWKS_BYTES).collect().await {
            Ok(body) => Ok(body.to_bytes().to_vec()),
            Err(error) if error.is::<LengthLimitError>() => Err(FetchError::TooLong),
            Err(error) => Err(FetchError::Connection(error.to_string())),
        }
    }
}

impl Transport for HttpsTransport {
    fn get<'a>(&'a self, url: &'a str) -> Fetched<'a> {
        Box::pin(async move {
            tokio::time::timeout(self.timeout, self.fetch(url))
                .await
                .unwrap_or(Err(FetchError::Timeout))
        })
    }
}

impl fmt::Debug for HttpsTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpsTransport(..)")
    }
}

/// The error with its causes: the outermost error only says that the client could not connect.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut inner = error.source();
    while let Some(cause) = inner {
        text = format!("{text}: {cause}");
        inner = cause.source();
    }
    text
}
