//! The endpoints besides the API: health, metrics and a pool's public documents.

use http::Method;
use serde_json::Value;

use crate::signer::Signing;
use crate::support::{Answer, Edge, request};

async fn get(edge: &Edge, path: &str) -> Answer {
    edge.send(request(Method::GET, path, &[("host", "localhost")], b"")).await
}

#[tokio::test]
async fn live_and_ready() {
    let edge = Edge::serve();
    assert_eq!(get(&edge, "/_poolkeeper/live").await.text(), r#"{"status":"live"}"#);
    assert_eq!(get(&edge, "/_poolkeeper/ready").await.text(), r#"{"status":"ready"}"#);
    edge.app.begin_stop();
    let stopping = get(&edge, "/_poolkeeper/ready").await;
    assert_eq!((stopping.status.as_u16(), stopping.text()), (503, r#"{"status":"stopping"}"#));
    assert_eq!(get(&edge, "/_poolkeeper/live").await.status, 200);
}

#[tokio::test]
async fn readiness_depends_on_the_store() {
    let edge = Edge::serve();
    edge.app.server.store.close().await;
    assert_eq!(get(&edge, "/_poolkeeper/ready").await.status, 503);
}

#[tokio::test]
async fn metrics_count_requests_by_outcome() {
    let edge = Edge::dev();
    for _ in 0..2 {
        edge.unsigned("SignUp", "{}").await;
    }
    edge.unsigned("NoSuchOperation", "{}").await;
    get(&edge, "/eu-west-1_Nothing12/.well-known/jwks.json").await;
    let answer = get(&edge, "/_poolkeeper/metrics").await;
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    for line in [
        r#"poolkeeper_requests_total{operation="SignUp",outcome="InvalidParameterException"} 2"#,
        r#"poolkeeper_requests_total{operation="unknown",outcome="UnknownOperationException"} 1"#,
        r#"poolkeeper_requests_total{operation="jwks",outcome="not_found"} 1"#,
        r#"poolkeeper_request_duration_seconds_count{operation="SignUp"} 2"#,
        "poolkeeper_store_commits_total 0",
        "poolkeeper_crypto_signatures_total 0",
        "poolkeeper_log_lines_lost_total 0",
        "# TYPE poolkeeper_rate_limited_total counter",
    ] {
        assert!(
            answer.text().lines().any(|given| given == line),
            "{line} not in\n{}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn a_pools_documents() {
    let edge = Edge::serve();
    let created = edge.signed(&Signing::idp("CreateUserPool", r#"{"PoolName":"p"}"#)).await.json();
    let pool = created["UserPool"]["Id"].as_str().unwrap();
    let jwks = get(&edge, &format!("/{pool}/.well-known/jwks.json")).await;
    let keys = jwks.json()["keys"].as_array().unwrap().clone();
    assert!(keys.len() >= 2 && keys.iter().all(|key| key["kty"] == "RSA"), "{keys:?}");
    let discovery = get(&edge, &format!("/{pool}/.well-known/openid-configuration")).await;
    assert_eq!(discovery.json()["issuer"], Value::from(format!("http://localhost:7665/{pool}")));
    for answer in [jwks, discovery] {
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "public, max-age=3600");
    }
}

#[tokio::test]
async fn documents_of_unknown_pools() {
    let edge = Edge::serve();
    let unknown = get(&edge, "/eu-west-1_Nothing12/.well-known/jwks.json").await;
    let text = r#"{"message":"User pool eu-west-1_Nothing12 does not exist."}"#;
    assert_eq!((unknown.status.as_u16(), unknown.text()), (404, text));
    for path in [
        "/%22/.well-known/jwks.json",
        "/a%2Fb_c/.well-known/jwks.json",
        "/%ff/.well-known/openid-configuration",
    ] {
        assert_eq!(get(&edge, path).await.status, 404, "{path}");
    }
    let long = format!("/{}/.well-known/jwks.json", "x_".repeat(500));
    assert_eq!(get(&edge, &long).await.status, 404);
    let posted = edge.send(request(
        Method::POST,
        "/eu-west-1_x/.well-known/jwks.json",
        &[("host", "localhost")],
        b"",
    ));
    assert_eq!(posted.await.status, 405);
}
