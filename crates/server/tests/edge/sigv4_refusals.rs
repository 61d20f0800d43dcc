//! Every way a signed request is refused, with the service's texts and in its order.

use http::{HeaderMap, HeaderName, Method};
use server::sigv4::{AccessKeys, Refusal, SignedRequest, verify};

use crate::signer::{Signing, hash};
use crate::support::{Edge, NOW, example_key, request, unsigned_headers};

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your AWS \
                        Secret Access Key and signing method. Consult the service documentation for details.";
const UNKNOWN_KEY: &str = "The security token included in the request is invalid.";

fn list_pools() -> Signing {
    Signing::idp("ListUserPools", r#"{"MaxResults":10}"#)
}

#[tokio::test]
async fn a_good_signature_runs_the_operation() {
    let answer = Edge::serve().signed(&list_pools()).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, r#"{"UserPools":[]}"#));
    assert_eq!(answer.header("content-type"), "application/x-amz-json-1.1");
}

#[tokio::test]
async fn missing_authorization() {
    let answer = Edge::serve().unsigned("ListUserPools", r#"{"MaxResults":10}"#).await;
    answer.assert_error(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
}

#[tokio::test]
async fn an_unreadable_authorization_names_what_is_missing() {
    let mut headers = unsigned_headers("ListUserPools");
    headers.push(("authorization".into(), "Bearer abc".into()));
    let text = "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' \
                parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires \
                existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Bearer abc";
    let edge = Edge::serve();
    edge.post(&headers, b"{}").await.assert_error(400, "IncompleteSignatureException", text);
    headers.push(("authorization".into(), "Bearer abc".into()));
    assert_eq!(edge.post(&headers, b"{}").await.error().1, "IncompleteSignatureException");
}

#[tokio::test]
async fn unknown_keys_wrong_secrets_and_session_tokens() {
    let edge = Edge::serve();
    let unknown = Signing { key_id: "AKIDOTHER".into(), ..list_pools() };
    edge.signed(&unknown).await.assert_error(400, "UnrecognizedClientException", UNKNOWN_KEY);
    let wrong =
        Signing { secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ".into(), ..list_pools() };
    edge.signed(&wrong).await.assert_error(400, "InvalidSignatureException", MISMATCH);
    let mut token = list_pools();
    token.headers.push(("x-amz-security-token".into(), "TOKEN".into()));
    edge.signed(&token).await.assert_error(400, "UnrecognizedClientException", UNKNOWN_KEY);
}

#[tokio::test]
async fn the_clock_may_be_five_minutes_off() {
    let edge = Edge::serve();
    let at = |date: &str| Signing { date: date.into(), ..list_pools() };
    for good in ["20260131T235430Z", "20260201T000430Z"] {
        assert_eq!(edge.signed(&at(good)).await.status, 200, "{good}");
    }
    edge.signed(&at("20260131T235429Z")).await.assert_error(
        400,
        "InvalidSignatureException",
        "Signature expired: 20260131T235429Z is now earlier than 20260131T235430Z (20260131T235930Z - 5 min.)",
    );
    edge.signed(&at("20260201T000431Z")).await.assert_error(
        400,
        "InvalidSignatureException",
        "Signature not yet current: 20260201T000431Z is still later than 20260201T000430Z (20260131T235930Z + 5 min.)",
    );
    let unreadable = edge.signed(&at("2026-01-31T23:59:30Z")).await.error();
    assert_eq!(unreadable.1, "IncompleteSignatureException");
}

#[tokio::test]
async fn the_scope_must_name_this_service_and_a_served_region() {
    let edge = Edge::serve();
    let region = Signing { region: "us-east-1".into(), ..list_pools() };
    let text = "Credential should be scoped to a valid region. ";
    edge.signed(&region).await.assert_error(400, "InvalidSignatureException", text);
    let service = Signing { service: "cognito-identity".into(), ..list_pools() };
    let text = "Credential should be scoped to correct service: 'cognito-idp'.";
    edge.signed(&service).await.assert_error(400, "InvalidSignatureException", text);
}

#[tokio::test]
async fn the_scope_must_name_the_same_day() {
    let edge = Edge::serve();
    for day in ["20260130", "20260201", "2026013", ""] {
        // A client that keeps its signing key past midnight sends this.
        let stale = Signing { day: Some(day.into()), ..list_pools() };
        let text = format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{day}' != \
             '20260131', from '20260131T235930Z'."
        );
        edge.signed(&stale).await.assert_error(400, "InvalidSignatureException", &text);
    }
}

#[tokio::test]
async fn headers_that_change_the_meaning_must_be_signed() {
    let edge = Edge::serve();
    for (name, shown) in [("host", "Host"), ("x-amz-target", "X-Amz-Target")] {
        let mut signing = list_pools();
        signing.headers.retain(|(header, _)| header != name);
        let mut headers = signing.signed();
        headers.push(list_pools().headers.into_iter().find(|(header, _)| header == name).unwrap());
        let text = format!("'{shown}' must be a 'SignedHeader' in the AWS Authorization.");
        edge.post(&headers, &signing.body).await.assert_error(
            400,
            "InvalidSignatureException",
            &text,
        );
    }
    let mut headers = list_pools().signed();
    let authorization =
        &mut headers.iter_mut().find(|(name, _)| name == "authorization").unwrap().1;
    *authorization = authorization.replace(";x-amz-date", "");
    let text = "'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.";
    edge.post(&headers, &list_pools().body).await.assert_error(
        400,
        "InvalidSignatureException",
        text,
    );
}

#[tokio::test]
async fn headers_that_change_the_meaning_must_occur_once() {
    let edge = Edge::serve();
    for (name, status) in
        [("host", 400), ("x-amz-target", 400), ("x-amz-date", 400), ("authorization", 400)]
    {
        let mut headers = list_pools().signed();
        let first = headers.iter().find(|(header, _)| header == name).unwrap().clone();
        headers.push(first);
        assert_eq!(edge.post(&headers, &list_pools().body).await.error().0, status, "{name}");
    }
}

/// Calls the verifier directly: the router refuses some of these itself.
#[test]
fn repeated_headers_are_refused_even_when_both_are_signed() {
    for (name, shown) in [("host", "Host"), ("x-amz-target", "X-Amz-Target")] {
        let mut signing = list_pools();
        let value = &mut signing.headers.iter_mut().find(|(header, _)| header == name).unwrap().1;
        let once = value.clone();
        *value = format!("{once},{once}");
        let mut headers = HeaderMap::new();
        for (header, value) in signing.signed() {
            let times = if header == name { 2 } else { 1 };
            let value = if header == name { once.clone() } else { value };
            for _ in 0..times {
                headers.append(
                    HeaderName::from_bytes(header.as_bytes()).unwrap(),
                    value.parse().unwrap(),
                );
            }
        }
        let body = &signing.body;
        let request = SignedRequest {
            method: "POST",
            path: "/",
            query: None,
            headers: &headers,
            forwarded_host: None,
            body,
        };
        let keys = AccessKeys::new(vec![example_key()]);
        let outcome = verify(&request, &keys, "cognito-idp", None, NOW.millis())
            .map(|verified| verified.region);
        assert_eq!(outcome, Err(Refusal::NotSigned(shown)));
    }
}

#[tokio::test]
async fn a_missing_signed_header() {
    let mut signing = list_pools();
    signing.headers.push(("x-amz-extra".into(), String::new()));
    let mut headers = signing.signed();
    headers.retain(|(name, _)| name != "x-amz-extra");
    Edge::serve().post(&headers, &signing.body).await.assert_error(
        400,
        "InvalidSignatureException",
        MISMATCH,
    );
}

#[tokio::test]
async fn a_stated_body_hash_must_match_the_body() {
    let edge = Edge::serve();
    let with_hash = |value: &str| {
        let mut signing = list_pools();
        signing.headers.push(("x-amz-content-sha256".into(), value.into()));
        signing
    };
    let right = hash(&list_pools().body);
    assert_eq!(edge.signed(&with_hash(&right)).await.status, 200);
    for wrong in [
        hash(b""),
        "UNSIGNED-PAYLOAD".into(),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD".into(),
        right.to_uppercase(),
    ] {
        edge.signed(&with_hash(&wrong)).await.assert_error(
            400,
            "InvalidSignatureException",
            MISMATCH,
        );
    }
}

#[tokio::test]
async fn presigned_queries_are_refused() {
    let edge = Edge::serve();
    let query =
        "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE&X-Amz-Signature=00";
    let body = list_pools().body;
    let alone =
        edge.send(request(Method::POST, query, &unsigned_headers("ListUserPools"), &body)).await;
    alone.assert_error(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
    // Even when the signature in the header covers the query.
    let signed = Signing { query: query.trim_start_matches("/?").into(), ..list_pools() };
    let both = edge.send(request(Method::POST, query, &signed.signed(), &body)).await;
    both.assert_error(400, "InvalidSignatureException", MISMATCH);
    let other = Signing { query: "a=1&b=2".into(), ..list_pools() };
    let other = edge.send(request(Method::POST, "/?b=2&a=1", &other.signed(), &body)).await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn the_signature_is_checked_before_clock_and_scope() {
    let edge = Edge::serve();
    let all_wrong = Signing {
        secret: "another secret of the right length......".into(),
        date: "20200101T000000Z".into(),
        region: "mars-north-1".into(),
        service: "s3".into(),
        ..list_pools()
    };
    edge.signed(&all_wrong).await.assert_error(400, "InvalidSignatureException", MISMATCH);
    let secret_right = Signing { secret: list_pools().secret, ..all_wrong };
    assert!(edge.signed(&secret_right).await.error().2.starts_with("Signature expired: "));
}

#[tokio::test]
async fn the_protocol_is_checked_before_the_signature_and_the_shape_after_it() {
    let edge = Edge::serve();
    edge.unsigned("ListUserPools", "not json").await.assert_error(
        400,
        "SerializationException",
        "",
    );
    edge.unsigned("NoSuchOperation", "{}").await.assert_error(400, "UnknownOperationException", "");
    let missing = "MissingAuthenticationTokenException";
    edge.unsigned("ListUserPools", r#"{"MaxResults":1000}"#).await.assert_error(
        400,
        missing,
        "Missing Authentication Token",
    );
    edge.unsigned("ListUserPools", r#"{"MaxResults":"x"}"#).await.assert_error(
        400,
        missing,
        "Missing Authentication Token",
    );
}

#[tokio::test]
async fn operations_without_authentication_ignore_the_header() {
    let edge = Edge::serve();
    let without = edge.unsigned("SignUp", "{}").await.error();
    for value in ["Bearer abc", "AWS4-HMAC-SHA256 nonsense", "x"] {
        let mut headers = unsigned_headers("SignUp");
        headers.push(("authorization".into(), value.into()));
        assert_eq!(edge.post(&headers, b"{}").await.error(), without, "{value}");
    }
    assert_ne!(without.1, "MissingAuthenticationTokenException");
}
