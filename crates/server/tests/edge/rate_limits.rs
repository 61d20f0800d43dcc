//! Rate limits per client address, as a client meets them.

use std::collections::BTreeMap;
use std::net::IpAddr;

use domain::Rate;
use http::Method;
use pools::RateLimits;
use wire::Class;

use crate::signer::Signing;
use crate::support::{Answer, Edge, example_key, request, unsigned_headers};

const FORWARDED: &str = "x-forwarded-for";

/// Two sign-ins a second per address, with a burst of four.
fn strict() -> RateLimits {
    RateLimits {
        per_address: BTreeMap::from([(Class::UserAuthentication, Rate::new(2, 2))]),
        ..RateLimits::default()
    }
}

fn strict_edge() -> Edge {
    Edge::limited(vec![example_key()], &["10.0.0.0/8"], &["192.0.2.128/25"], strict())
}

impl Edge {
    async fn call_from(
        &self,
        peer: &str,
        forwarded: Option<&str>,
        operation: &str,
        body: &str,
    ) -> Answer {
        let mut headers = unsigned_headers(operation);
        headers.extend(forwarded.map(|text| (FORWARDED.to_owned(), text.to_owned())));
        let mut request = request(Method::POST, "/", &headers, body.as_bytes());
        request.extensions_mut().insert(server::Peer(peer.parse::<IpAddr>().unwrap()));
        self.send(request).await
    }

    /// How many of 20 sign-ins from this address are admitted.
    async fn admitted(&self, peer: &str, forwarded: Option<&str>) -> usize {
        let mut admitted = 0;
        for _ in 0..20 {
            let (status, kind, text) =
                self.call_from(peer, forwarded, "InitiateAuth", "{}").await.error();
            if kind == "TooManyRequestsException" {
                assert_eq!((status, text.as_str()), (400, "Rate exceeded"));
            } else {
                assert_eq!(kind, "InvalidParameterException");
                admitted += 1;
            }
        }
        admitted
    }
}

#[tokio::test]
async fn an_address_over_its_limit_is_refused_until_time_has_passed() {
    let edge = strict_edge();
    assert_eq!(edge.admitted("203.0.113.9", None).await, 4);
    let refused = edge.call_from("203.0.113.9", None, "InitiateAuth", "{}").await;
    assert_eq!(
        refused.text(),
        r#"{"__type":"TooManyRequestsException","message":"Rate exceeded"}"#
    );
    assert_eq!(refused.header("x-amzn-errormessage"), "Rate exceeded");
    edge.clock.advance_seconds(1);
    assert_eq!(edge.admitted("203.0.113.9", None).await, 2);
    edge.clock.advance_seconds(3_600);
    assert_eq!(edge.admitted("203.0.113.9", None).await, 4);
    // Setting the clock back locks nobody out.
    edge.clock.advance_seconds(-7_200);
    assert_eq!(edge.admitted("203.0.113.9", None).await, 0);
    edge.clock.advance_seconds(2);
    assert_eq!(edge.admitted("203.0.113.9", None).await, 4);
}

#[tokio::test]
async fn each_address_has_its_own_limit_and_an_ipv6_network_shares_one() {
    let edge = strict_edge();
    for (address, expected) in [
        ("203.0.113.9", 4),
        ("::ffff:203.0.113.9", 0),
        ("203.0.113.10", 4),
        ("2001:db8:1:2::1", 4),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", 0),
        ("2001:db8:1:3::1", 4),
    ] {
        assert_eq!(edge.admitted(address, None).await, expected, "{address}");
    }
}

#[tokio::test]
async fn only_trusted_proxies_can_name_the_client_that_is_counted() {
    let edge = strict_edge();
    for (peer, forwarded, expected) in [
        ("10.0.0.1", "203.0.113.9", 4),
        ("10.0.0.2", "198.51.100.66, 203.0.113.9", 0),
        ("10.0.0.1", "203.0.113.10", 4),
        ("198.51.100.1", "203.0.113.11", 4),
        ("198.51.100.1", "203.0.113.12", 0),
        ("10.0.0.1", "rubbish", 4),
        ("10.0.0.1", "other rubbish", 0),
    ] {
        assert_eq!(edge.admitted(peer, Some(forwarded)).await, expected, "{peer} {forwarded}");
    }
}

#[tokio::test]
async fn unlimited_addresses_are_not_counted() {
    let edge = strict_edge();
    assert_eq!(edge.admitted("192.0.2.200", None).await, 20);
    assert_eq!(edge.admitted("10.0.0.1", Some("192.0.2.200")).await, 20);
    assert_eq!(edge.admitted("192.0.2.100", Some("192.0.2.200")).await, 4);
}

#[tokio::test]
async fn other_operations_are_not_limited() {
    let edge = strict_edge();
    edge.admitted("203.0.113.9", None).await;
    for operation in ["SignUp", "GetUser", "RevokeToken"] {
        let kind = edge.call_from("203.0.113.9", None, operation, "{}").await.error().1;
        assert_eq!(kind, "InvalidParameterException", "{operation}");
    }
    // Signed requests of the class are not counted by address.
    for _ in 0..6 {
        let mut signed =
            request(Method::POST, "/", &Signing::idp("AdminInitiateAuth", "{}").signed(), b"{}");
        signed.extensions_mut().insert(server::Peer("203.0.113.77".parse().unwrap()));
        assert_eq!(edge.send(signed).await.error().1, "InvalidParameterException");
    }
    assert_eq!(edge.admitted("203.0.113.77", None).await, 4);
}

#[tokio::test]
async fn requests_are_counted_before_their_body_is_parsed() {
    let edge = strict_edge();
    for _ in 0..4 {
        assert_eq!(
            edge.call_from("203.0.113.9", None, "InitiateAuth", "rubbish").await.error().1,
            "SerializationException"
        );
    }
    let refused = edge.call_from("203.0.113.9", None, "InitiateAuth", "rubbish").await;
    refused.assert_error(400, "TooManyRequestsException", "Rate exceeded");
    let too_large = " ".repeat(2 * 1024 * 1024);
    assert_eq!(edge.call_from("203.0.113.9", None, "InitiateAuth", &too_large).await.status, 413);
}

#[tokio::test]
async fn operations_that_do_not_declare_the_exception_get_the_front_ends() {
    let per_address = BTreeMap::from([(Class::UserResourceUpdate, Rate::new(1, 1))]);
    let edge = Edge::limited(vec![], &[], &[], RateLimits { per_address, ..RateLimits::default() });
    let first = edge.call_from("203.0.113.9", None, "AssociateSoftwareToken", "{}").await;
    assert_eq!(first.error().1, "UnsupportedOperationException");
    let second = edge.call_from("203.0.113.9", None, "AssociateSoftwareToken", "{}").await;
    second.assert_error(400, "ThrottlingException", "Rate exceeded");
}

#[tokio::test]
async fn refusals_are_counted() {
    let edge = strict_edge();
    edge.admitted("203.0.113.9", None).await;
    let refusals = edge.app.server.limits.refusals();
    let expected =
        pools::Refusals { scope: "address", class: Class::UserAuthentication, count: 16 };
    assert_eq!(refusals, [expected]);
    let outcome = r#"poolkeeper_requests_total{operation="InitiateAuth",outcome="TooManyRequestsException"} 16"#;
    assert!(edge.app.metrics.render(&[]).contains(outcome));
}
