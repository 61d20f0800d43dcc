//! What a flood of wrong signatures costs, and whom it concerns.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use domain::Rate;
use http::{Method, Request};
use hyper::body::Frame;
use pools::RateLimits;

use crate::signer::Signing;
use crate::support::{Answer, Edge, example_key, request, unsigned_headers};

const HERE: &str = "203.0.113.9";
const ELSEWHERE: &str = "203.0.113.10";
const MISMATCH: &str = "InvalidSignatureException";

/// A body that never arrives.
struct Never;

impl HttpBody for Never {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

/// Three wrong signatures a second, with a burst of three.
fn limited() -> Edge {
    let limits = RateLimits { wrong_signatures: Some(Rate::new(3, 1)), ..RateLimits::default() };
    Edge::limited(vec![example_key()], &[], &["192.0.2.0/24"], limits)
}

fn list_pools() -> Signing {
    Signing::idp("ListUserPools", r#"{"MaxResults":10}"#)
}

fn wrong_secret() -> Signing {
    Signing { secret: "another secret of the right length......".into(), ..list_pools() }
}

fn unknown_key() -> Signing {
    Signing { key_id: "AKIDOTHER".into(), ..list_pools() }
}

fn from(peer: &str, mut request: Request<Body>) -> Request<Body> {
    request.extensions_mut().insert(server::Peer(peer.parse::<IpAddr>().unwrap()));
    request
}

impl Edge {
    async fn signed_from(&self, peer: &str, signing: &Signing) -> Answer {
        let sent = request(Method::POST, "/", &signing.signed(), &signing.body);
        self.send(from(peer, sent)).await
    }

    /// The exceptions of this many requests.
    async fn kinds(&self, peer: &str, signing: &Signing, requests: usize) -> Vec<String> {
        let mut kinds = Vec::new();
        for _ in 0..requests {
            kinds.push(self.signed_from(peer, signing).await.error().1);
        }
        kinds
    }

    /// Sends only the head of a request whose body has this many bytes.
    async fn head_only(&self, peer: &str, signing: &Signing, bytes: usize) -> Answer {
        let mut headers = signing.signed();
        headers.push(("content-length".into(), bytes.to_string()));
        let sent = request(Method::POST, "/", &headers, b"").map(|_empty| Body::new(Never));
        self.send(from(peer, sent)).await
    }
}

#[tokio::test]
async fn a_large_body_is_not_read_if_the_head_shows_that_the_signature_is_wrong() {
    let edge = Edge::serve();
    let expired = Signing { date: "20200101T000000Z".into(), ..list_pools() };
    let region = Signing { region: "us-east-1".into(), ..list_pools() };
    let service = Signing { service: "s3".into(), ..list_pools() };
    for (signing, kind) in [
        (unknown_key(), "UnrecognizedClientException"),
        (expired, MISMATCH),
        (region, MISMATCH),
        (service, MISMATCH),
    ] {
        let answer = edge.head_only(HERE, &signing, 900_000).await;
        assert_eq!(answer.error().1, kind);
        assert_eq!(answer.header("connection"), "close");
    }
    let mut headers = unsigned_headers("ListUserPools");
    headers.push(("content-length".into(), "900000".into()));
    let unsigned = request(Method::POST, "/", &headers, b"").map(|_empty| Body::new(Never));
    assert_eq!(edge.send(unsigned).await.error().1, "MissingAuthenticationTokenException");
}

#[tokio::test]
async fn a_large_body_is_parsed_only_if_its_signature_is_right() {
    let edge = Edge::serve();
    let large = |signing: Signing| Signing { body: vec![b'x'; 100_000], ..signing };
    assert_eq!(edge.signed_from(HERE, &large(wrong_secret())).await.error().1, MISMATCH);
    assert_eq!(
        edge.signed_from(HERE, &large(list_pools())).await.error().1,
        "SerializationException"
    );
    // A body of the usual size comes first, as at the service.
    let small = Signing { body: b"x".to_vec(), ..unknown_key() };
    assert_eq!(edge.signed_from(HERE, &small).await.error().1, "SerializationException");
}

#[tokio::test]
async fn an_address_beyond_its_rate_is_refused_unread_and_concerns_nobody_else() {
    let edge = limited();
    let kinds = edge.kinds(HERE, &wrong_secret(), 5).await;
    let throttled = edge.signed_from(HERE, &wrong_secret()).await;
    let refused = throttled.error();
    assert_eq!((refused.0, refused.2.as_str()), (400, "Rate exceeded"));
    let refused = refused.1.as_str();
    assert_eq!(kinds, [MISMATCH, MISMATCH, MISMATCH, refused, refused]);
    // What the head shows is refused at once, however small the body.
    assert_eq!(edge.head_only(HERE, &unknown_key(), 2).await.error().1, refused);
    // A right signature passes, at the same address too.
    for peer in [HERE, ELSEWHERE] {
        assert_eq!(edge.signed_from(peer, &list_pools()).await.status, 200);
    }
    assert_eq!(edge.kinds(ELSEWHERE, &wrong_secret(), 3).await, [MISMATCH; 3]);
    edge.clock.advance_seconds(1);
    assert_eq!(edge.kinds(HERE, &wrong_secret(), 4).await, [MISMATCH, MISMATCH, MISMATCH, refused]);
    assert_eq!(edge.kinds("192.0.2.7", &wrong_secret(), 9).await, [MISMATCH; 9]);
}

#[tokio::test]
async fn each_wrong_signature_is_counted_once_by_reason() {
    let edge = Edge::dev_with(&[], vec![example_key()]);
    for signing in [unknown_key(), wrong_secret(), wrong_secret(), list_pools()] {
        edge.signed_from(HERE, &signing).await;
    }
    edge.unsigned("ListUserPools", "{}").await;
    // Operations without a signature are not concerned.
    edge.unsigned("SignUp", "{}").await;
    let metrics = edge
        .send(request(Method::GET, "/_poolkeeper/metrics", &[("host", "localhost")], b""))
        .await;
    let counted: Vec<&str> = metrics
        .text()
        .lines()
        .filter_map(|line| line.strip_prefix("poolkeeper_wrong_signatures_total"))
        .collect();
    assert_eq!(
        counted,
        ["{reason=\"mismatch\"} 2", "{reason=\"missing\"} 1", "{reason=\"unknown_key\"} 1",]
    );
}
