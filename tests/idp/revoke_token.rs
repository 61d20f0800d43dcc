use serde_json::{Value, json};
use testkit::{Jwt, TestClient, TestServer, Tokens};

const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");
const CUT_OFF: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");
const UNAUTHORIZED: (&str, &str) = ("UnauthorizedException", "Unauthorized");

async fn signed_in(settings: Value) -> (TestClient, Tokens) {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client = pool.client_with(settings).await;
    let tokens = client.tokens("alice").await;
    (client, tokens)
}

#[tokio::test]
async fn only_the_family_of_the_token_ends() {
    let (client, tokens) = signed_in(json!({})).await;
    let server = client.server();
    let other = client.tokens("alice").await;
    let refreshed = Tokens::of(&client.refresh(&tokens.refresh).await.ok());
    assert_eq!(client.revoke(&tokens.refresh).await.ok(), json!({}));
    client.refresh(&tokens.refresh).await.refused(REVOKED.0, REVOKED.1);
    for token in [&tokens.access, &refreshed.access] {
        server.get_user(token).await.refused(CUT_OFF.0, CUT_OFF.1);
    }
    server.get_user(&other.access).await.ok();
    client.refresh(&other.refresh).await.ok();
    server.deep_doctor().await;
}

/// A token that is no longer valid, or never was, needs no revoking.
#[tokio::test]
async fn nothing_to_revoke_is_a_success() {
    let (client, tokens) = signed_in(json!({})).await;
    let foreign = client.pool.client().await;
    for token in ["made-up", "eyJjdHkiOiJKV1QifQ.a.b.c.d"] {
        assert_eq!(client.revoke(token).await.ok(), json!({}), "{token}");
    }
    assert_eq!(foreign.revoke(&tokens.refresh).await.ok(), json!({}));
    client.refresh(&tokens.refresh).await.ok();
    client.revoke(&tokens.refresh).await.ok();
    let (again, work) = client.server().work_of(client.revoke(&tokens.refresh)).await;
    assert_eq!(again.ok(), json!({}));
    assert_eq!(work.store.commits, 0);
    client.server().advance_seconds(31 * 86_400);
    assert_eq!(client.revoke(&tokens.refresh).await.ok(), json!({}));
}

#[tokio::test]
async fn only_refresh_tokens_can_be_revoked() {
    let (client, tokens) = signed_in(json!({})).await;
    for token in [&tokens.access, &tokens.id] {
        client
            .revoke(token)
            .await
            .refused("UnsupportedTokenTypeException", "Only refresh tokens can be revoked.");
    }
    client.server().get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn revocation_can_be_off_for_a_client() {
    let (client, tokens) = signed_in(json!({ "EnableTokenRevocation": false })).await;
    assert!(Jwt::decode(&tokens.access).claims.get("origin_jti").is_none());
    let off = "Token revocation is not enabled for this client.";
    client.revoke(&tokens.refresh).await.refused("UnsupportedOperationException", off);
    client.refresh(&tokens.refresh).await.ok();
}

/// The operation declares neither NotAuthorizedException nor ResourceNotFoundException.
#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let secret = client.secret.clone().unwrap();
    let hash = client.secret_hash("alice");
    let parameters =
        json!({ "USERNAME": "alice", "PASSWORD": testkit::PASSWORD, "SECRET_HASH": hash });
    let tokens = Tokens::of(&client.initiate("USER_PASSWORD_AUTH", parameters).await.ok());
    let revoke = |secret: Option<&str>| {
        client.call("RevokeToken", json!({ "Token": tokens.refresh, "ClientSecret": secret }))
    };
    revoke(None).await.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
    revoke(Some(&"s".repeat(52))).await.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
    client.server().get_user(&tokens.access).await.ok();
    revoke(Some(&secret)).await.ok();
    client.server().get_user(&tokens.access).await.refused(CUT_OFF.0, CUT_OFF.1);
    let unknown = client
        .server()
        .call("RevokeToken", json!({ "Token": tokens.refresh, "ClientId": "unknown" }))
        .await;
    unknown.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = TestServer::start().pool().await.client().await;
    let at =
        "1 validation error detected: Value at 'token' failed to satisfy constraint: Member must";
    let pattern = format!("{at} satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
    client.revoke("not a token").await.refused("InvalidParameterException", &pattern);
    let none = format!("{at} not be null");
    client.call("RevokeToken", json!({})).await.refused("InvalidParameterException", &none);
}
