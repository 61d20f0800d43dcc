//! What `serve` lacks compared with `dev`, and what it accepts from a trusted proxy.

use std::net::IpAddr;

use http::Method;

use crate::signer::Signing;
use crate::support::{Edge, example_key, request};

#[tokio::test]
async fn the_api_has_no_inbox_and_no_metrics() {
    let edge = Edge::serve();
    for path in ["/_poolkeeper/inbox", "/_poolkeeper/metrics"] {
        let answer = edge.send(request(Method::GET, path, &[("host", "localhost")], b"")).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[tokio::test]
async fn any_host_is_served() {
    let answer = Edge::serve()
        .send(request(Method::GET, "/_poolkeeper/live", &[("host", "auth.example")], b""))
        .await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn without_keys_no_signature_is_accepted() {
    let edge = Edge::serve_with(vec![], &[]);
    let answer = edge.signed(&Signing::idp("ListUserPools", r#"{"MaxResults":1}"#)).await;
    assert_eq!(answer.error().1, "UnrecognizedClientException");
    let answer = edge.unsigned("ListUserPools", r#"{"MaxResults":1}"#).await;
    assert_eq!(answer.error().1, "MissingAuthenticationTokenException");
}

#[tokio::test]
async fn only_a_trusted_proxy_can_name_the_signed_host() {
    let edge = Edge::serve_with(vec![example_key()], &["10.0.0.0/8"]);
    let mut signing = Signing::idp("ListUserPools", r#"{"MaxResults":1}"#);
    signing.headers.retain(|(name, _)| name != "host");
    signing.headers.push(("host".into(), "auth.example".into()));
    // The proxy rewrote Host and kept the original beside it.
    let mut headers = signing.signed();
    headers.retain(|(name, _)| name != "host");
    headers.push(("host".into(), "upstream:7665".into()));
    headers.push(("x-forwarded-host".into(), "auth.example".into()));
    for (peer, good) in [("10.1.2.3", true), ("192.0.2.1", false), ("::ffff:10.1.2.3", true)] {
        let mut request = request(Method::POST, "/", &headers, &signing.body);
        request.extensions_mut().insert(server::Peer(peer.parse::<IpAddr>().unwrap()));
        let answer = edge.send(request).await;
        assert_eq!(answer.status == 200, good, "{peer}: {}", answer.text());
    }
    assert_eq!(edge.post(&headers, &signing.body).await.error().1, "InvalidSignatureException");
    assert_eq!(edge.unsigned("SignUp", "{}").await.error().1, "InvalidParameterException");
}
