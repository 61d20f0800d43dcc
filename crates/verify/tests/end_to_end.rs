//! Tokens of a real server, verified like in a resource server: the keys come from the server's
//! JWKS, the time from its clock.

use std::time::{Duration, SystemTime};

use axum::Router;
use axum::extract::Request;
use poolkeeper_verify::{
    FetchError, Fetched, HttpsTransport, Pool, TokenUse, Transport, Verifier, VerifierBuilder,
    VerifyError,
};
use pools::IssuerForm;
use serde_json::json;
use testkit::{PASSWORD, TestClient, TestPool, TestServer, Tokens};
use tokio::net::TcpListener;

const HOUR: i64 = 3600;

/// Fetches from the server in this process.
struct InProcess(TestServer);

impl Transport for InProcess {
    fn get<'a>(&'a self, url: &'a str) -> Fetched<'a> {
        Box::pin(async move {
            let path = url
                .strip_prefix("http://localhost:7665")
                .ok_or(FetchError::Connection("elsewhere".to_owned()))?;
            Ok(self.0.document(path).await.to_string().into_bytes())
        })
    }
}

/// A pool with a user in a group.
async fn scene(server: &TestServer) -> (TestPool, TestClient) {
    let pool = server
        .pool_with(json!({ "Schema": [{ "Name": "tenant", "AttributeDataType": "String" }] }))
        .await;
    let client =
        pool.client_with(json!({ "IdTokenValidity": 24, "AccessTokenValidity": 24, "ReadAttributes": ["email", "custom:tenant"] })).await;
    pool.confirmed_user_with("alice", &[("email", "alice@example.com"), ("custom:tenant", "42")])
        .await;
    pool.call("CreateGroup", json!({ "GroupName": "ops" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "ops", "Username": "alice" })).await.ok();
    (pool, client)
}

fn own_pool(pool: &TestPool) -> Pool {
    Pool::issuer(&format!("http://localhost:7665/{}", pool.id)).unwrap()
}

fn builder(server: &TestServer) -> VerifierBuilder {
    let clock = server.clone();
    let now = move || {
        SystemTime::UNIX_EPOCH + Duration::from_millis(clock.now().millis().cast_unsigned())
    };
    Verifier::builder().transport(InProcess(server.clone())).clock(now)
}

#[tokio::test]
async fn tokens_of_a_sign_in_verify() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let Tokens { id, access, .. } = client.tokens("alice").await;
    let builder = || builder(&server).pool(own_pool(&pool)).client(&client.id);
    let ids = builder().id_tokens().any_group(["ops"]).build().unwrap();
    let accesses =
        builder().access_tokens().any_scope(["aws.cognito.signin.user.admin"]).build().unwrap();

    let claims = ids.verify(&id).await.unwrap();
    assert_eq!(
        (claims.token_use(), claims.username(), claims.client_id()),
        (TokenUse::Id, Some("alice"), client.id.as_str())
    );
    assert_eq!(
        (claims.text("email"), claims.text("custom:tenant")),
        (Some("alice@example.com"), Some("42"))
    );
    assert_eq!(claims.groups(), ["ops"]);
    assert_eq!(claims.exp(), server.now().seconds() + 24 * HOUR);
    let user = accesses.verify(&access).await.unwrap();
    assert_eq!(
        (user.token_use(), user.sub(), user.username()),
        (TokenUse::Access, claims.sub(), Some("alice"))
    );
    assert_eq!(
        (user.scopes(), user.groups()),
        (&["aws.cognito.signin.user.admin".to_owned()][..], claims.groups())
    );

    let wrong_use = VerifyError::TokenUse { wanted: Some(TokenUse::Id) };
    let anything = builder().id_tokens().build().unwrap();
    assert_eq!(anything.verify(&access).await.unwrap_err(), wrong_use);
    let another = pool.client().await;
    let others = self::builder(&server)
        .pool(own_pool(&pool))
        .client(&another.id)
        .id_and_access_tokens()
        .build()
        .unwrap();
    for token in [&id, &access] {
        assert_eq!(
            others.verify(token).await.unwrap_err(),
            VerifyError::Client { wanted: vec![another.id.clone()] }
        );
    }
}

#[tokio::test]
async fn another_pools_tokens_are_refused() {
    let server = TestServer::start();
    let (pool, _) = scene(&server).await;
    let (_, other_client) = scene(&server).await;
    let verifier =
        builder(&server).pool(own_pool(&pool)).any_client().id_and_access_tokens().build().unwrap();
    let Tokens { id, access, refresh } = other_client.tokens("alice").await;
    for token in [id, access] {
        let wanted = vec![format!("http://localhost:7665/{}", pool.id)];
        assert_eq!(verifier.verify(&token).await.unwrap_err(), VerifyError::Issuer { wanted });
    }
    assert!(matches!(verifier.verify(&refresh).await.unwrap_err(), VerifyError::Malformed(_)));
}

#[tokio::test]
async fn tokens_expire_by_the_clock() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let verifier =
        builder(&server).pool(own_pool(&pool)).client(&client.id).access_tokens().build().unwrap();
    let Tokens { access, .. } = client.tokens("alice").await;
    let exp = verifier.verify(&access).await.unwrap().exp();
    server.advance_seconds(24 * HOUR - 1);
    verifier.verify(&access).await.unwrap();
    server.advance_seconds(1);
    assert_eq!(verifier.verify(&access).await.unwrap_err(), VerifyError::Expired { exp, now: exp });
}

/// Offline verification only checks the token and the keys.
#[tokio::test]
async fn a_revoked_token_passes_until_it_expires() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let verifier =
        builder(&server).pool(own_pool(&pool)).client(&client.id).access_tokens().build().unwrap();
    let Tokens { access, refresh, .. } = client.tokens("alice").await;
    client.revoke(&refresh).await.ok();
    server
        .get_user(&access)
        .await
        .refused("NotAuthorizedException", "Access Token has been revoked");
    verifier.verify(&access).await.unwrap();
    pool.call("AdminDisableUser", json!({ "Username": "alice" })).await.ok();
    verifier.verify(&access).await.unwrap();
    server.advance_seconds(24 * HOUR);
    assert!(verifier.verify(&access).await.is_err());
}

#[tokio::test]
async fn aws_issuers_verify_with_the_servers_own_keys() {
    let server = TestServer::builder().issuer(IssuerForm::Aws).start();
    let (pool, client) = scene(&server).await;
    let Tokens { id, access, .. } = client.tokens("alice").await;
    let keys_at = format!("http://localhost:7665/{}/.well-known/jwks.json", pool.id);
    let fetching = Pool::cognito(&pool.id).unwrap().jwks_uri(&keys_at).unwrap();
    let supplied = Pool::cognito(&pool.id).unwrap().jwks(&pool.jwks().await.to_string()).unwrap();
    for accepted in [fetching, supplied] {
        let verifier = builder(&server)
            .pool(accepted)
            .client(&client.id)
            .id_and_access_tokens()
            .build()
            .unwrap();
        for token in [&id, &access] {
            let iss = format!("https://cognito-idp.eu-west-1.amazonaws.com/{}", pool.id);
            assert_eq!(verifier.verify(token).await.unwrap().text("iss"), Some(iss.as_str()));
        }
    }
}

/// As in production, except for TLS.
#[tokio::test]
async fn keys_are_fetched_over_the_network() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let keys_at =
        format!("http://{}/{}/.well-known/jwks.json", listener.local_addr().unwrap(), pool.id);
    let upstream = server.clone();
    let router = Router::new().fallback(async move |request: Request| upstream.send(request).await);
    let served = tokio::spawn(axum::serve(listener, router).into_future());
    let fetching = own_pool(&pool).jwks_uri(&keys_at).unwrap();
    let verifier = builder(&server).pool(fetching).client(&client.id).id_and_access_tokens();
    let verifier = verifier.transport(HttpsTransport::new().unwrap()).build().unwrap();
    verifier.hydrate().await.unwrap();
    served.abort();
    let Tokens { id, access, .. } = client.tokens("alice").await;
    for token in [&id, &access] {
        assert_eq!(verifier.verify(token).await.unwrap().username(), Some("alice"));
    }
}

/// Signs in every half hour through a rotation and past its end, and verifies every unexpired
/// token.
#[tokio::test]
async fn tokens_verify_throughout_a_key_rotation() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let builder = || builder(&server).pool(own_pool(&pool)).client(&client.id).max_key_age(None);
    let (ids, accesses) =
        (builder().id_tokens().build().unwrap(), builder().access_tokens().build().unwrap());
    let mut tokens = Vec::new();
    for half in 0..60 {
        if half == 3 {
            pools::keys::rotate(server.inner(), &pool.id, 2 * HOUR).await.unwrap();
        }
        let Tokens { id, access, .. } = Tokens::of(&client.password("alice", PASSWORD).await.ok());
        tokens.push((id, access, server.now().seconds() + 24 * HOUR));
        tokens.retain(|(_, _, expires)| *expires > server.now().seconds());
        for (id, access, _) in &tokens {
            ids.verify(id).await.unwrap();
            accesses.verify(access).await.unwrap();
        }
        server.advance_seconds(HOUR / 2);
    }
}

#[tokio::test]
async fn withdrawn_keys_verify_nothing() {
    let server = TestServer::start();
    let (pool, client) = scene(&server).await;
    let Tokens { access, .. } = client.tokens("alice").await;
    pools::keys::rotate(server.inner(), &pool.id, 2 * HOUR).await.unwrap();
    server.advance_seconds(28 * HOUR);
    // The token has also expired, but the key is looked up first.
    let verifier =
        builder(&server).pool(own_pool(&pool)).client(&client.id).access_tokens().build().unwrap();
    let jwks_uri = format!("http://localhost:7665/{}/.well-known/jwks.json", pool.id);
    assert_eq!(verifier.verify(&access).await.unwrap_err(), VerifyError::UnknownKey { jwks_uri });
}
