//! Documents of pools that do not exist, as an address asks for them.

use domain::Rate;
use http::Method;
use pools::RateLimits;

use crate::signer::Signing;
use crate::support::{Edge, example_key, request};

/// Two unknown ids a second per address, with a burst of four.
fn limited() -> Edge {
    let limits = RateLimits { unknown_ids: Some(Rate::new(2, 2)), ..RateLimits::default() };
    Edge::limited(vec![example_key()], &["10.0.0.0/8"], &["192.0.2.128/25"], limits)
}

impl Edge {
    async fn document(&self, (peer, forwarded): (&str, &str), path: &str) -> u16 {
        let headers = [("host", "localhost"), ("x-forwarded-for", forwarded)];
        let mut request = request(Method::GET, path, &headers, b"");
        request.extensions_mut().insert(server::Peer(peer.parse().unwrap()));
        self.send(request).await.status.as_u16()
    }

    /// How many reads 20 unknown pools cost.
    async fn reads(&self, from: (&str, &str), path: impl Fn(usize) -> String) -> u64 {
        let reads = || self.app.server.store.counts().reads;
        let before = reads();
        for number in 0..20 {
            assert_eq!(self.document(from, &path(number)).await, 404);
        }
        reads() - before
    }
}

#[tokio::test]
async fn documents_of_unknown_pools_are_looked_up_within_the_addresss_rate() {
    let edge = limited();
    let made = edge.signed(&Signing::idp("CreateUserPool", r#"{"PoolName":"p"}"#)).await;
    let pool_id = made.json()["UserPool"]["Id"].as_str().unwrap().to_owned();
    let documents = ["jwks.json", "openid-configuration"];
    let known = documents.map(|document| format!("/{pool_id}/.well-known/{document}"));
    assert_eq!(edge.document(("203.0.113.9", ""), &known[0]).await, 200);
    let path = |prefix: &'static str| {
        move |number: usize| format!("/eu-west-1{prefix}{number}/.well-known/jwks.json")
    };
    for (peer, forwarded, path, expected) in [
        ("203.0.113.9", "192.0.2.200", path("_A"), 4),
        // The same by the router.
        ("203.0.113.9", "192.0.2.200", path("%5FB"), 0),
        ("203.0.113.10", "203.0.113.9", path("%5FC"), 4),
        ("10.0.0.1", "203.0.113.11", path("_D"), 4),
        ("10.0.0.2", "203.0.113.11", path("_E"), 0),
        ("10.0.0.2", "192.0.2.200", path("_F"), 20),
        ("192.0.2.200", "203.0.113.9", path("_G"), 20),
    ] {
        assert_eq!(edge.reads((peer, forwarded), path).await, expected, "{peer} {forwarded}");
    }
    for path in &known {
        assert_eq!(edge.document(("203.0.113.9", ""), path).await, 200);
    }
    let metrics = edge.app.server.limits.ids_not_looked_up();
    assert_eq!(metrics, 16 + 20 + 16 + 16 + 20);
}
