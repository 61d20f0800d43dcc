//! The transport, against local servers that send what the test sets.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use poolkeeper_verify::{
    FetchError, HttpsTransport, MAX_JWKS_BYTES, Pool, Transport as _, Verifier,
};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use serde_json::json;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::fixture::{CLIENT, NOW, access_token, jwks, moment};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A certificate for this machine's address, but not its name.
fn acceptor(authority: &Authority) -> TlsAcceptor {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(["127.0.0.1".to_owned()])
        .unwrap()
        .signed_by(&key, authority)
        .unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Answers one request with this text.
async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, text: &str) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await.unwrap());
    }
    let request = String::from_utf8(request).unwrap();
    assert!(request.starts_with("GET /p/.well-known/jwks.json HTTP/1.1\r\n"), "{request}");
    // The client may have gone.
    let _ = stream.write_all(text.as_bytes()).await;
    let _ = stream.shutdown().await;
}

fn response(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Starts a server that answers every request with this text; returns its port.
async fn serve(tls: Option<TlsAcceptor>, text: String) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            match &tls {
                None => answer(stream, &text).await,
                // A client that does not trust this server ends the handshake.
                Some(tls) => {
                    if let Ok(stream) = tls.accept(stream).await {
                        answer(stream, &text).await;
                    }
                }
            }
        }
    });
    port
}

async fn get(
    transport: &HttpsTransport,
    scheme: &str,
    host: &str,
    port: u16,
) -> Result<Vec<u8>, FetchError> {
    transport.get(&format!("{scheme}://{host}:{port}/p/.well-known/jwks.json")).await
}

fn connection_error(outcome: Result<Vec<u8>, FetchError>) -> String {
    match outcome.unwrap_err() {
        FetchError::Connection(why) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn certificates_are_verified() {
    let authority = authority();
    let port = serve(Some(acceptor(&authority)), response("200 OK", &jwks())).await;
    let trusting = HttpsTransport::with_root_certificates(authority.pem().as_bytes()).unwrap();
    assert_eq!(get(&trusting, "https", "127.0.0.1", port).await.unwrap(), jwks().as_bytes());

    let error = connection_error(get(&trusting, "https", "localhost", port).await);
    assert!(error.contains("not valid for name"), "{error}");
    let others =
        HttpsTransport::with_root_certificates(self::authority().pem().as_bytes()).unwrap();
    for stranger in [others, HttpsTransport::new().unwrap()] {
        let error = connection_error(get(&stranger, "https", "127.0.0.1", port).await);
        assert!(error.contains("invalid peer certificate"), "{error}");
    }
}

#[tokio::test]
async fn a_verifier_fetches_its_keys() {
    let authority = authority();
    let port = serve(Some(acceptor(&authority)), response("200 OK", &jwks())).await;
    let issuer = format!("https://127.0.0.1:{port}/p");
    let verifier = Verifier::builder()
        .pool(Pool::issuer(&issuer).unwrap())
        .access_tokens()
        .client(CLIENT)
        .clock(|| moment(NOW))
        .transport(HttpsTransport::with_root_certificates(authority.pem().as_bytes()).unwrap())
        .build()
        .unwrap();
    assert_eq!(
        verifier.verify(&access_token(json!({ "iss": issuer }))).await.unwrap().username(),
        Some("alice")
    );
}

#[tokio::test]
async fn unexpected_answers_are_errors() {
    let transport = HttpsTransport::new().unwrap();
    let elsewhere = serve(None, response("200 OK", "{}")).await;
    let redirect = format!(
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:{elsewhere}/\r\ncontent-length: 0\r\n\r\n"
    );
    let cases = [
        (redirect, FetchError::Status(302)),
        (response("404 Not Found", "{}"), FetchError::Status(404)),
        (response("204 No Content", ""), FetchError::Status(204)),
        (response("200 OK", &"x".repeat(MAX_JWKS_BYTES + 1)), FetchError::TooLong),
        // Without a length, the body ends with the connection.
        (format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(MAX_JWKS_BYTES + 1)), FetchError::TooLong),
    ];
    for (text, expected) in cases {
        let port = serve(None, text).await;
        assert_eq!(get(&transport, "http", "127.0.0.1", port).await, Err(expected));
    }
    let port = serve(None, response("200 OK", &"x".repeat(MAX_JWKS_BYTES))).await;
    assert_eq!(get(&transport, "http", "127.0.0.1", port).await.unwrap().len(), MAX_JWKS_BYTES);
    let cut = serve(None, "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{}".to_owned()).await;
    connection_error(get(&transport, "http", "127.0.0.1", cut).await);
}

#[tokio::test]
async fn an_unreachable_server_is_reported() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error =
        connection_error(get(&HttpsTransport::new().unwrap(), "http", "127.0.0.1", port).await);
    assert!(error.contains("Connection refused"), "{error}");
}

#[tokio::test]
async fn a_silent_server_times_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let silent = tokio::spawn(async move {
        let _held = listener.accept().await;
        pending::<()>().await;
    });
    let transport = HttpsTransport::new().unwrap().timeout(Duration::from_millis(20));
    assert_eq!(get(&transport, "http", "127.0.0.1", port).await, Err(FetchError::Timeout));
    silent.abort();
}

#[test]
fn root_certificates_must_be_usable() {
    let error = |pem: &[u8]| HttpsTransport::with_root_certificates(pem).unwrap_err().to_string();
    assert_eq!(error(b""), "TLS cannot be set up: there is no certificate in the PEM text");
    let broken = error(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert!(broken.starts_with("TLS cannot be set up: a certificate cannot be used: "), "{broken}");
    let torn = error(b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n");
    assert!(torn.starts_with("TLS cannot be set up: not certificates in PEM: "), "{torn}");
}
