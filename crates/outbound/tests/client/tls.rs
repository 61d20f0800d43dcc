//! Certificates are verified.

use std::sync::Arc;

use outbound::{Addresses, Client, Error, Options, Roots};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// A server with a certificate for `localhost`; its port.
async fn server() -> (u16, CertificateDer<'static>) {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let certificate = cert.der().clone();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok").await;
        }
    });
    (port, certificate)
}

fn trusting(roots: Roots) -> Client {
    Client::new(Options { addresses: Addresses::Any, roots, ..Options::default() })
}

#[tokio::test]
async fn a_certificate_must_be_trusted_and_name_the_host() {
    let (port, certificate) = server().await;
    let client = trusting(Roots::Only(vec![certificate]));
    let url = format!("https://localhost:{port}/");
    assert_eq!(client.get(&url).await.unwrap().body(), "ok");
    let by_address = client.get(&format!("https://127.0.0.1:{port}/")).await;
    assert!(matches!(by_address, Err(Error::Exchange(_))), "{by_address:?}");
    let by_system = trusting(Roots::System).get(&url).await.unwrap_err();
    let text = outbound::causes(&by_system);
    assert!(text.contains("certificate"), "{text}");
}
