//! The public documents of a pool.

use std::collections::BTreeSet;

use pools::user_pools::well_known::{NoDocument, discovery, jwks};
use pools::{Asker, IssuerForm};
use serde_json::{Value, json};
use testkit::{Jwt, TestPool, TestServer};

async fn discovered(pool: &TestPool) -> Value {
    pool.server.document(&format!("/{}/.well-known/openid-configuration", pool.id)).await
}

fn kids(jwks: &Value) -> BTreeSet<String> {
    jwks["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["kid"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_pool_has_one_key_per_kind_of_token() {
    let pool = TestServer::start().pool().await;
    let jwks = pool.jwks().await;
    let keys = jwks["keys"].as_array().unwrap();
    assert_eq!(keys.len(), 2);
    for key in keys {
        let members: Vec<_> = key.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["alg", "e", "kid", "kty", "n", "use"]);
        let fixed = ["alg", "e", "kty", "use"].map(|member| key[member].as_str().unwrap());
        assert_eq!(fixed, ["RS256", "AQAB", "RSA", "sig"]);
        let (kid, modulus) = (key["kid"].as_str().unwrap(), key["n"].as_str().unwrap());
        assert!(kid.len() == 44 && kid.ends_with('='), "{kid}");
        assert_eq!(modulus.len(), 342, "2048 bits, base64url");
    }
    pool.confirmed_user("alice").await;
    let tokens = pool.client().await.tokens("alice").await;
    let (id, access) = (Jwt::decode(&tokens.id), Jwt::decode(&tokens.access));
    let used = [&id, &access].map(|token| token.header["kid"].as_str().unwrap().to_owned());
    assert_eq!(BTreeSet::from(used), kids(&jwks));
    assert!(id.is_signed_by(&jwks) && access.is_signed_by(&jwks));
}

#[tokio::test]
async fn pools_share_no_keys_and_keep_theirs() {
    let server = TestServer::start();
    let (one, other) = (server.pool().await, server.pool().await);
    let first = kids(&one.jwks().await);
    assert!(first.is_disjoint(&kids(&other.jwks().await)));
    server.advance_seconds(365 * 86_400);
    assert_eq!(kids(&one.jwks().await), first);
}

#[tokio::test]
async fn discovery_names_the_issuer_of_the_tokens() {
    let pool = TestServer::start().pool().await;
    let base = format!("http://localhost:7665/{}", pool.id);
    let expected = json!({
        "authorization_endpoint": format!("{base}/oauth2/authorize"),
        "id_token_signing_alg_values_supported": ["RS256"],
        "issuer": base,
        "jwks_uri": format!("{base}/.well-known/jwks.json"),
        "response_types_supported": ["code", "token"],
        "scopes_supported": ["openid", "email", "phone", "profile"],
        "subject_types_supported": ["public"],
        "token_endpoint": format!("{base}/oauth2/token"),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "userinfo_endpoint": format!("{base}/oauth2/userInfo"),
    });
    assert_eq!(discovered(&pool).await, expected);
    pool.confirmed_user("alice").await;
    let tokens = pool.client().await.tokens("alice").await;
    assert_eq!(Jwt::decode(&tokens.id).text("iss"), base);
    assert_eq!(Jwt::decode(&tokens.access).text("iss"), base);
}

/// The issuer may have the service's own form; the keys are still fetched from this server.
#[tokio::test]
async fn the_issuer_may_have_the_services_form() {
    let server = TestServer::builder().issuer(IssuerForm::Aws).start();
    for (kind, host) in [("ORIGINAL", "cognito-idp"), ("UPDATED", "issuer-cognito-idp")] {
        let pool = server.pool_with(json!({ "IssuerConfiguration": { "Type": kind } })).await;
        let issuer = format!("https://{host}.eu-west-1.amazonaws.com/{}", pool.id);
        let document = discovered(&pool).await;
        assert_eq!(document["issuer"], issuer);
        assert_eq!(
            document["jwks_uri"],
            format!("http://localhost:7665/{}/.well-known/jwks.json", pool.id)
        );
        pool.confirmed_user("alice").await;
        let tokens = pool.client().await.tokens("alice").await;
        assert_eq!(Jwt::decode(&tokens.access).text("iss"), issuer);
        server.get_user(&tokens.access).await.ok();
    }
}

#[tokio::test]
async fn an_unknown_pool_has_no_documents() {
    let server = TestServer::start();
    let deleted = server.pool().await;
    deleted.call("DeleteUserPool", json!({})).await.ok();
    for id in ["eu-west-1_Unknown00", "", "../etc", &deleted.id] {
        assert_eq!(
            jwks(server.inner(), id, || Asker::Client(None), || Some(())).await,
            Err(NoDocument::UnknownPool),
            "{id}"
        );
        assert_eq!(
            discovery(server.inner(), id, || Asker::Client(None), || Some(())).await,
            Err(NoDocument::UnknownPool),
            "{id}"
        );
    }
}
