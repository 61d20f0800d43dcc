//! Every limit of the client, against servers in this process.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod server;
mod tls;

use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::LOCATION;
use outbound::{AddressKind, Addresses, BadUrl, Client, Error, Options, Request};
use server::Server;

/// Plain HTTP to 127.0.0.1 and to no other private address.
fn near() -> Options {
    let addresses = Addresses::PublicAnd(vec!["127.0.0.1".parse().unwrap()]);
    Options { allow_http: true, addresses, ..Options::default() }
}

fn kind_of(outcome: Result<outbound::Response, Error>) -> AddressKind {
    match outcome {
        Err(Error::Address { kind, .. }) => kind,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_response_is_read_whole() {
    let server =
        Server::answering("HTTP/1.1 201 Created\r\nx-a: b\r\ncontent-length: 5\r\n\r\nhello");
    let request =
        http::Request::post(server.url("/p?q")).body(Bytes::from_static(b"sent")).unwrap();
    let response = Client::new(near()).send(request).await.unwrap();
    assert_eq!((response.status(), &response.body()[..]), (StatusCode::CREATED, &b"hello"[..]));
    assert_eq!(response.headers()["x-a"], "b");
    let received = server.received();
    assert!(received.starts_with("POST /p?q HTTP/1.1\r\n"), "{received}");
    assert!(received.contains(&format!("host: {}\r\n", server.authority())), "{received}");
    assert!(received.ends_with("\r\n\r\nsent"), "{received}");
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    let server = Server::silent();
    let options = Options { timeout: Duration::from_millis(20), ..near() };
    let outcome = Client::new(options).get(&server.url("/")).await;
    assert!(matches!(outcome, Err(Error::TimedOut(_))), "{outcome:?}");
}

#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhello");
    let options = Options { timeout: Duration::from_millis(20), ..near() };
    let outcome = Client::new(options).get(&server.url("/")).await;
    assert!(matches!(outcome, Err(Error::TimedOut(_))), "{outcome:?}");
}

#[tokio::test]
async fn a_longer_body_is_refused_however_it_is_framed() {
    let options = Options { max_response_bytes: 8, ..near() };
    for (answer, is_read) in [
        ("content-length: 8\r\n\r\n12345678", true),
        // The length alone is enough: the body never comes.
        ("content-length: 9\r\n\r\n", false),
        ("transfer-encoding: chunked\r\n\r\n4\r\n1234\r\n4\r\n5678\r\n0\r\n\r\n", true),
        ("transfer-encoding: chunked\r\n\r\n4\r\n1234\r\n5\r\n56789\r\n", false),
    ] {
        let server = Server::answering(&format!("HTTP/1.1 200 OK\r\n{answer}"));
        let outcome = Client::new(options.clone()).get(&server.url("/")).await;
        match outcome {
            Ok(response) => assert!(is_read && response.body().len() == 8, "{answer}"),
            Err(Error::TooLarge(8)) => assert!(!is_read, "{answer}"),
            Err(other) => panic!("{answer}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_redirect_is_the_response_unless_it_is_followed() {
    let goal = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ngoal");
    let first = Server::redirecting(&goal.url("/there"));
    let response = Client::new(near()).get(&first.url("/")).await.unwrap();
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(response.headers()[LOCATION], *goal.url("/there"));
    let client = Client::new(Options { max_redirects: 1, ..near() });
    assert_eq!(client.get(&first.url("/")).await.unwrap().body(), "goal");
    assert!(goal.received().starts_with("GET /there "));
    let second = Server::redirecting(&first.url("/"));
    let outcome = client.get(&second.url("/")).await;
    assert!(matches!(outcome, Err(Error::TooManyRedirects(1))), "{outcome:?}");
}

#[tokio::test]
async fn a_redirect_to_a_private_address_or_another_scheme_is_refused() {
    let client = Client::new(Options { max_redirects: 3, ..near() });
    for (location, expected) in [
        ("http://169.254.169.254/latest/meta-data", AddressKind::LinkLocal),
        ("http://127.0.0.2/", AddressKind::Loopback),
        ("http://[::ffff:10.0.0.1]/", AddressKind::Private),
        ("//0.0.0.0/", AddressKind::Unspecified),
    ] {
        let server = Server::redirecting(location);
        assert_eq!(kind_of(client.get(&server.url("/")).await), expected, "{location}");
    }
    let server = Server::redirecting("file:///etc/passwd");
    let outcome = client.get(&server.url("/")).await;
    assert!(matches!(outcome, Err(Error::Url(_))), "{outcome:?}");
}

#[tokio::test]
async fn names_are_checked_by_what_they_resolve_to() {
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let public = Client::new(Options { allow_http: true, ..Options::default() });
    // Another spelling of 127.0.0.1, which only a resolver understands.
    for host in ["localhost", "127.1"] {
        let url = format!("http://{host}:{}/", server.port());
        assert_eq!(kind_of(public.get(&url).await), AddressKind::Loopback, "{host}");
        assert_eq!(Client::new(near()).get(&url).await.unwrap().status(), StatusCode::OK, "{host}");
    }
    // The same where TLS would follow.
    let url = format!("https://localhost:{}/", server.port());
    assert_eq!(kind_of(public.get(&url).await), AddressKind::Loopback);
    assert_eq!(kind_of(public.get(&server.url("/")).await), AddressKind::Loopback);
}

#[tokio::test]
async fn any_address_is_allowed_where_the_options_say_so() {
    let server = Server::answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let any = Options { allow_http: true, addresses: Addresses::Any, ..Options::default() };
    assert!(Client::new(any).get(&server.url("/")).await.is_ok());
}

#[tokio::test]
async fn texts_that_are_no_url_are_refused() {
    for url in ["", "a b", "https://", "https://\u{fc}.example"] {
        let outcome = Client::new(near()).get(url).await;
        assert!(matches!(outcome, Err(Error::Url(_))), "{url}: {outcome:?}");
    }
    let outcome = Client::new(Options::default()).get("http://a.example").await;
    assert!(matches!(outcome, Err(Error::Url(BadUrl::Scheme))), "{outcome:?}");
}

#[tokio::test]
async fn a_connection_that_is_refused_names_its_cause() {
    let closed = {
        let listener = std::net::TcpListener::bind((IpAddr::from([127, 0, 0, 1]), 0)).unwrap();
        listener.local_addr().unwrap()
    };
    let error = Client::new(near()).get(&format!("http://{closed}/")).await.unwrap_err();
    assert!(matches!(error, Error::Exchange(_)), "{error:?}");
    let text = outbound::causes(&error);
    assert!(text.starts_with("client error (Connect): "), "{text}");
    assert!(text.contains("refused"), "{text}");
}

#[tokio::test]
async fn secrets_are_in_no_debug_text() {
    let request: Request =
        http::Request::get("http://10.0.0.1/hidden-path?hidden-query").body(Bytes::new()).unwrap();
    let client = Client::new(Options { allow_http: true, ..Options::default() });
    let error = client.send(request).await.unwrap_err();
    let shown = format!("{client:?} {error:?} {error}");
    assert!(shown.contains("10.0.0.1") && !shown.contains("hidden"), "{shown}");
}
