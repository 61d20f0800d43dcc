//! TLS: versions, roots.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use tokio::sync::OnceCell;

use crate::error::Error;
use crate::options::Roots;

/// The system's roots, read once by a process that needs them.
static SYSTEM: OnceCell<Arc<RootCertStore>> = OnceCell::const_new();

/// The configuration for these roots.
///
/// # Errors
/// [`Error::Tls`].
pub(crate) async fn config(roots: &Roots) -> Result<ClientConfig, Error> {
    let roots = match roots {
        Roots::System => Arc::clone(SYSTEM.get_or_init(system).await),
        Roots::Only(certificates) => {
            let mut store = RootCertStore::empty();
            for certificate in certificates {
                store.add(certificate.clone()).map_err(Error::Tls)?;
            }
            Arc::new(store)
        }
    };
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Error::Tls)?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

/// What cannot be read is left out, and without any root no certificate is good.
async fn system() -> Arc<RootCertStore> {
    let load = || {
        let mut store = RootCertStore::empty();
        store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        store
    };
    // Files are read, which may take a while.
    let loaded = tokio::task::spawn_blocking(load).await;
    Arc::new(loaded.unwrap_or_else(|_| RootCertStore::empty()))
}
