//! `dev` is not a hole: who may talk to it, and which credentials it accepts.

use base64::Engine;
use http::Method;

use crate::signer::Signing;
use crate::support::{Edge, example_key, request, unsigned_headers};

const ANY: &str = "AWS4-HMAC-SHA256 Credential=any/20200101/mars-north-1/s3/aws4_request, SignedHeaders=x, Signature=y";

fn with(mut headers: Vec<(String, String)>, name: &str, value: &str) -> Vec<(String, String)> {
    headers.retain(|(known, _)| known != name);
    headers.push((name.to_owned(), value.to_owned()));
    headers
}

#[tokio::test]
async fn only_names_of_this_machine_are_served() {
    let edge = Edge::dev_with(&["auth.test"], vec![]);
    for host in
        ["localhost:7665", "127.0.0.1", "[::1]:7665", "x.localhost", "auth.test", "AUTH.test:7665"]
    {
        for path in ["/_poolkeeper/live", "/eu-west-1_x/.well-known/jwks.json", "/nothing"] {
            let answer = edge.send(request(Method::GET, path, &[("host", host)], b"")).await;
            assert_ne!(answer.status, 403, "{host} {path}");
        }
        let answer = edge.post(&with(unsigned_headers("SignUp"), "host", host), b"{}").await;
        assert_eq!(answer.error().1, "InvalidParameterException", "{host}");
    }
    for host in [
        "evil.example",
        "localhost.evil.example",
        "10.0.0.7",
        "0.0.0.0:7665",
        "b.auth.test",
        "",
        "localhost:x",
    ] {
        for path in [
            "/_poolkeeper/live",
            "/_poolkeeper/inbox",
            "/eu-west-1_x/.well-known/jwks.json",
            "/nothing",
        ] {
            let answer = edge.send(request(Method::GET, path, &[("host", host)], b"")).await;
            assert_eq!(answer.status, 403, "{host} {path}");
            assert!(!answer.headers.contains_key("access-control-allow-origin"));
        }
        let answer = edge.post(&with(unsigned_headers("SignUp"), "host", host), b"{}").await;
        assert_eq!(answer.error().0, 403, "{host}");
    }
}

#[tokio::test]
async fn every_host_in_a_request_must_name_this_machine() {
    let edge = Edge::dev();
    let none: [(&str, &str); 0] = [];
    assert_eq!(edge.send(request(Method::GET, "/_poolkeeper/live", &none, b"")).await.status, 403);
    let local = [("host", "localhost")];
    let absolute = "http://evil.example/_poolkeeper/live";
    assert_eq!(edge.send(request(Method::GET, absolute, &local, b"")).await.status, 403);
    let absolute = "http://localhost/_poolkeeper/live";
    assert_eq!(edge.send(request(Method::GET, absolute, &local, b"")).await.status, 200);
    assert_eq!(
        edge.send(request(Method::GET, absolute, &[("host", "evil.example")], b"")).await.status,
        403
    );
    let two = [("host", "localhost"), ("host", "localhost")];
    assert_eq!(edge.send(request(Method::GET, "/_poolkeeper/live", &two, b"")).await.status, 400);
}

#[tokio::test]
async fn pages_of_other_machines_can_only_call_unsigned_operations() {
    let edge = Edge::dev();
    for origin in
        ["https://evil.example", "null", "http://localhost.evil.example", "http://10.0.0.7"]
    {
        let signed =
            with(with(unsigned_headers("ListUserPools"), "authorization", ANY), "origin", origin);
        let (status, kind, _) = edge.post(&signed, br#"{"MaxResults":1}"#).await.error();
        assert_eq!((status, kind.as_str()), (403, "ForbiddenException"), "{origin}");
        let public = with(unsigned_headers("SignUp"), "origin", origin);
        assert_eq!(edge.post(&public, b"{}").await.error().1, "InvalidParameterException");
        for path in ["/_poolkeeper/inbox", "/_poolkeeper/live", "/_poolkeeper/metrics"] {
            let headers = [("host", "localhost"), ("origin", origin)];
            let answer = edge.send(request(Method::GET, path, &headers, b"")).await;
            assert_eq!(answer.status, 403, "{origin} {path}");
        }
    }
    for origin in ["http://localhost:3000", "https://app.localhost", "http://127.0.0.1:5173"] {
        let signed =
            with(with(unsigned_headers("ListUserPools"), "authorization", ANY), "origin", origin);
        assert_eq!(edge.post(&signed, br#"{"MaxResults":1}"#).await.status, 200, "{origin}");
    }
}

#[tokio::test]
async fn the_inbox_can_be_read_locally_but_not_from_another_origin() {
    let edge = Edge::dev();
    let headers = [("host", "localhost"), ("origin", "http://localhost:3000")];
    let answer = edge.send(request(Method::GET, "/_poolkeeper/inbox", &headers, b"")).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, r#"{"messages":[]}"#));
    assert!(!answer.headers.keys().any(|name| name.as_str().starts_with("access-control-")));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn without_a_key_any_credentials_are_accepted_but_required() {
    let edge = Edge::dev();
    let create = |authorization: &str| {
        with(unsigned_headers("CreateUserPool"), "authorization", authorization)
    };
    let created = edge.post(&create(ANY), br#"{"PoolName":"p"}"#).await.json();
    assert!(created["UserPool"]["Id"].as_str().unwrap().starts_with("mars-north-1_"), "{created}");
    let missing = edge.unsigned("CreateUserPool", r#"{"PoolName":"p"}"#).await;
    missing.assert_error(
        400,
        "MissingAuthenticationTokenException",
        "Missing Authentication Token",
    );
    for unreadable in [
        "Bearer x",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=x, Signature=y",
    ] {
        let kind = edge.post(&create(unreadable), br#"{"PoolName":"p"}"#).await.error().1;
        assert_eq!(kind, "IncompleteSignatureException", "{unreadable}");
    }
    for region in ["", "Mars", "a_b", "..x", "-x", &"x".repeat(33)] {
        let answer =
            edge.post(&create(&ANY.replace("mars-north-1", region)), br#"{"PoolName":"p"}"#).await;
        let text = "Credential should be scoped to a valid region. ";
        answer.assert_error(400, "InvalidSignatureException", text);
    }
}

#[tokio::test]
async fn with_a_key_every_signature_is_verified() {
    let edge = Edge::dev_with(&[], vec![example_key()]);
    let signing = Signing::idp("ListUserPools", r#"{"MaxResults":1}"#);
    assert_eq!(edge.signed(&signing).await.status, 200);
    let anywhere = Signing { region: "mars-north-1".into(), ..signing };
    assert_eq!(edge.signed(&anywhere).await.status, 200);
    let any = with(unsigned_headers("ListUserPools"), "authorization", ANY);
    assert_eq!(
        edge.post(&any, br#"{"MaxResults":1}"#).await.error().1,
        "IncompleteSignatureException"
    );
    let any = with(any, "x-amz-date", "20260131T235930Z");
    assert_eq!(
        edge.post(&any, br#"{"MaxResults":1}"#).await.error().1,
        "InvalidSignatureException"
    );
}

#[tokio::test]
async fn another_machine_reads_the_inbox_only_with_a_key() {
    let edge = Edge::dev_with(&[], vec![example_key()]);
    let basic =
        |text: &str| format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(text));
    let right = basic("AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    for (peer, authorization, status) in [
        ("127.0.0.1", None, 200),
        ("::1", None, 200),
        ("192.0.2.7", None, 401),
        ("192.0.2.7", Some(basic("AKIDEXAMPLE:wrong")), 401),
        ("192.0.2.7", Some(basic("OTHER:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")), 401),
        ("192.0.2.7", Some(basic("no colon")), 401),
        ("192.0.2.7", Some("Basic ?".to_owned()), 401),
        ("192.0.2.7", Some(right.replace("Basic", "Bearer")), 401),
        ("192.0.2.7", Some(right), 200),
    ] {
        let mut headers = vec![("host", "localhost".to_owned())];
        headers.extend(authorization.map(|value| ("authorization", value)));
        let mut request = request(Method::GET, "/_poolkeeper/inbox", &headers, b"");
        request.extensions_mut().insert(server::Peer(peer.parse().unwrap()));
        assert_eq!(edge.send(request).await.status, status, "{peer} {headers:?}");
    }
}
