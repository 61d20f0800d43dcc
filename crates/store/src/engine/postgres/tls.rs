//! TLS to the database with rustls and aws-lc: the existing crate for this brings a second
//! cryptography implementation.

use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::pem::{self, PemObject};
use rustls_pki_types::{CertificateDer, InvalidDnsNameError, ServerName};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::config::SslMode;
use tokio_postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio_rustls::{TlsConnector, client};

/// Makes TLS connections to servers whose certificate is signed by a known root and names the host.
#[derive(Clone)]
pub(super) struct Tls(Arc<ClientConfig>);

/// TLS to one host.
pub(super) struct ToHost {
    connector: TlsConnector,
    host: ServerName<'static>,
}

/// A connection under TLS.
pub(super) struct Secured<S>(client::TlsStream<S>);

/// Why TLS cannot be set up.
#[derive(Debug)]
pub(super) enum TlsError {
    /// The library refused its own defaults.
    Setup(rustls::Error),
    /// The file of certificates cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file is not PEM.
    NotPem(PathBuf, pem::Error),
    /// A certificate in the file cannot be used.
    Unusable(PathBuf, rustls::Error),
    /// The file has no certificate.
    Empty(PathBuf),
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TlsError::Setup(error) => write!(f, "TLS cannot be set up: {error}"),
            TlsError::Unreadable(path, error) => {
                write!(f, "the certificates in {} cannot be read: {error}", path.display())
            }
            TlsError::NotPem(path, error) => {
                write!(f, "{} is not a file of certificates in PEM: {error}", path.display())
            }
            TlsError::Unusable(path, error) => {
                write!(f, "a certificate in {} cannot be used: {error}", path.display())
            }
            TlsError::Empty(path) => write!(f, "{} has no certificate", path.display()),
        }
    }
}

impl Error for TlsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            TlsError::Setup(error) | TlsError::Unusable(_, error) => Some(error),
            TlsError::Unreadable(_, error) => Some(error),
            TlsError::NotPem(_, error) => Some(error),
            TlsError::Empty(_) => None,
        }
    }
}

/// The TLS settings: which roots must sign the server's certificate.
pub(super) fn connector(ca_file: Option<&Path>, mode: SslMode) -> Result<Tls, TlsError> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        Some(path) => add_file(&mut roots, path)?,
        // Without TLS, the system's many certificates need not be read.
        None if mode == SslMode::Disable => {}
        None => {
            let certificates = rustls_native_certs::load_native_certs().certs;
            let _counts = roots.add_parsable_certificates(certificates);
        }
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Setup)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Tls(Arc::new(config)))
}

fn add_file(roots: &mut RootCertStore, path: &Path) -> Result<(), TlsError> {
    let file = || path.to_owned();
    let text = fs::read(path).map_err(|error| TlsError::Unreadable(file(), error))?;
    for certificate in CertificateDer::pem_slice_iter(&text) {
        let certificate = certificate.map_err(|error| TlsError::NotPem(file(), error))?;
        roots.add(certificate).map_err(|error| TlsError::Unusable(file(), error))?;
    }
    if roots.is_empty() { Err(TlsError::Empty(file())) } else { Ok(()) }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> MakeTlsConnect<S> for Tls {
    type Stream = Secured<S>;
    type TlsConnect = ToHost;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, host: &str) -> Result<ToHost, InvalidDnsNameError> {
        let host = ServerName::try_from(host)?.to_owned();
        Ok(ToHost { connector: TlsConnector::from(Arc::clone(&self.0)), host })
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> TlsConnect<S> for ToHost {
    type Stream = Secured<S>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Secured<S>>> + Send>>;

    fn connect(self, stream: S) -> Self::Future {
        Box::pin(async move { self.connector.connect(self.host, stream).await.map(Secured) })
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> TlsStream for Secured<S> {
    /// SCRAM without channel binding, because the certificate is verified.
    fn channel_binding(&self) -> ChannelBinding {
        ChannelBinding::none()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Secured<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, into)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Secured<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, from)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
