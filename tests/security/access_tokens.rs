//! The refusal table of access tokens. Every operation that takes one answers with the same texts.

use serde_json::{Value, json};
use testkit::{
    Answer, Jwt, TestClient, TestPool, TestServer, Tokens, forge, hs256, key_pairs, rs256, unsigned,
};

use super::NOT_AUTHORIZED;

const INVALID: &str = "Invalid Access Token";
const BAD_SIGNATURE: &str = "Could not verify signature for Access Token";
const EXPIRED: &str = "Access Token has expired";
const REVOKED: &str = "Access Token has been revoked";

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
    tokens: Tokens,
    token: Jwt,
}

async fn scene() -> Scene {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    pool.confirmed_user("bob").await;
    let tokens = client.tokens("alice").await;
    let token = Jwt::decode(&tokens.access);
    Scene { server, pool, client, tokens, token }
}

impl Scene {
    async fn require_refused(&self, token: &str, text: &str) {
        for operation in ["GetUser", "GlobalSignOut"] {
            let answer = self.server.call(operation, json!({ "AccessToken": token })).await;
            answer.refused(NOT_AUTHORIZED, text);
        }
        // None of them signed alice out.
        self.server.get_user(&self.tokens.access).await.ok();
    }

    fn claims(&self, changes: &Value) -> Value {
        testkit::merged(self.token.claims.clone(), changes.clone())
    }

    async fn sign_out(&self) -> Answer {
        self.server.call("GlobalSignOut", json!({ "AccessToken": self.tokens.access })).await
    }

    async fn admin(&self, operation: &str) {
        self.pool.call(operation, json!({ "Username": "alice" })).await.ok();
    }
}

#[tokio::test]
async fn anything_but_a_token_is_invalid() {
    let scene = scene().await;
    for token in ["x", "a.b", "a.b.c", "a.b.c.d", "...", "=", "eyJ9.eyJ9.", &scene.tokens.refresh] {
        scene.require_refused(token, INVALID).await;
    }
}

#[tokio::test]
async fn an_id_token_is_not_an_access_token() {
    let scene = scene().await;
    scene.require_refused(&scene.tokens.id, INVALID).await;
}

#[tokio::test]
async fn other_algorithms_are_invalid() {
    let scene = scene().await;
    let kid = scene.token.header["kid"].clone();
    for alg in ["none", "None", "NONE", "", "RS384", "RS512", "PS256", "ES256"] {
        let forged = forge(&json!({ "kid": kid, "alg": alg }), &scene.token.claims, unsigned);
        scene.require_refused(&forged, INVALID).await;
    }
    let empty = forge(&json!({ "alg": "none" }), &scene.token.claims, unsigned);
    scene.require_refused(&empty, INVALID).await;
}

/// The public key as a MAC secret, in each form in which a verifier may hold it.
#[tokio::test]
async fn a_mac_under_the_public_key_is_invalid() {
    let scene = scene().await;
    let kid = scene.token.header["kid"].clone();
    let jwks = scene.pool.jwks().await;
    let jwk = jwks["keys"].as_array().unwrap().iter().find(|key| key["kid"] == kid).unwrap();
    let pair =
        key_pairs().into_iter().find(|pair| kid == pair.kid()).expect("one of the test's pairs");
    let secrets = [
        jwk.to_string().into_bytes(),
        jwk["n"].as_str().unwrap().as_bytes().to_vec(),
        pair.public().to_vec(),
    ];
    for secret in secrets {
        let forged =
            forge(&json!({ "kid": kid, "alg": "HS256" }), &scene.token.claims, hs256(&secret));
        scene.require_refused(&forged, INVALID).await;
        // The algorithm comes from the key, not from the token.
        let forged =
            forge(&json!({ "kid": kid, "alg": "RS256" }), &scene.token.claims, hs256(&secret));
        scene.require_refused(&forged, BAD_SIGNATURE).await;
    }
}

#[tokio::test]
async fn a_foreign_key_cannot_sign() {
    let scene = scene().await;
    let foreign = key_pairs().pop().unwrap();
    for kid in [scene.token.header["kid"].clone(), json!(foreign.kid())] {
        let forged =
            forge(&json!({ "kid": kid, "alg": "RS256" }), &scene.token.claims, rs256(&foreign));
        scene.require_refused(&forged, BAD_SIGNATURE).await;
    }
    // A key inside the token is ignored.
    let header = json!({ "kid": foreign.kid(), "alg": "RS256", "jwk": serde_json::from_str::<Value>(foreign.jwk()).unwrap() });
    scene
        .require_refused(&forge(&header, &scene.token.claims, rs256(&foreign)), BAD_SIGNATURE)
        .await;
}

#[tokio::test]
async fn the_key_of_id_tokens_cannot_sign_access_tokens() {
    let scene = scene().await;
    let kid = Jwt::decode(&scene.tokens.id).header["kid"].clone();
    let pair = key_pairs().into_iter().find(|pair| kid == pair.kid()).unwrap();
    let forged = forge(&json!({ "kid": kid, "alg": "RS256" }), &scene.token.claims, rs256(&pair));
    scene.require_refused(&forged, BAD_SIGNATURE).await;
}

#[tokio::test]
async fn a_changed_payload_breaks_the_signature() {
    let scene = scene().await;
    let bob = Jwt::decode(&scene.client.tokens("bob").await.access);
    let (head, signature) = scene.tokens.access.rsplit_once('.').unwrap();
    let header = head.split_once('.').unwrap().0;
    for changes in [
        json!({ "sub": bob.text("sub"), "username": "bob" }),
        json!({ "exp": 4_000_000_000_i64 }),
        json!({ "scope": "x" }),
    ] {
        let forged = forge(&scene.token.header, &scene.claims(&changes), unsigned);
        let payload = forged.split('.').nth(1).unwrap();
        scene.require_refused(&format!("{header}.{payload}.{signature}"), BAD_SIGNATURE).await;
    }
    // Whole groups of base64url, so that only the length is wrong.
    for cut in ["", &signature[..4], &signature[..340]] {
        scene.require_refused(&format!("{head}.{cut}"), BAD_SIGNATURE).await;
    }
}

#[tokio::test]
async fn a_pool_accepts_only_its_own_keys() {
    let scene = scene().await;
    let other = scene.server.pool().await;
    let other_client = other.client().await;
    other.confirmed_user("alice").await;
    let theirs = Jwt::decode(&other_client.tokens("alice").await.access);
    let (their_kid, our_kid) = (&theirs.header["kid"], &scene.token.header["kid"]);
    let pair = |kid: &Value| key_pairs().into_iter().find(|pair| *kid == pair.kid()).unwrap();
    for (header, claims, kid) in [
        (&theirs.header, &scene.token.claims, their_kid),
        (&scene.token.header, &scene.token.claims, their_kid),
        (&scene.token.header, &theirs.claims, our_kid),
        (&theirs.header, &theirs.claims, our_kid),
    ] {
        let forged = forge(header, claims, rs256(&pair(kid)));
        scene.require_refused(&forged, BAD_SIGNATURE).await;
    }
}

/// Properly signed, but not for this server: other issuers and uses.
#[tokio::test]
async fn other_issuers_are_invalid() {
    let scene = scene().await;
    let pair =
        key_pairs().into_iter().find(|pair| scene.token.header["kid"] == pair.kid()).unwrap();
    let id = &scene.pool.id;
    for changes in [
        json!({ "iss": format!("http://evil.example/{id}") }),
        json!({ "iss": format!("https://cognito-idp.eu-west-1.amazonaws.com/{id}") }),
        json!({ "iss": format!("http://localhost:7665/{id}/") }),
        json!({ "iss": id }),
        json!({ "iss": "http://localhost:7665/eu-west-1_Unknown00" }),
        json!({ "iss": null }),
        json!({ "token_use": "id" }),
        json!({ "token_use": null }),
        json!({ "client_id": null }),
        json!({ "sub": null }),
        json!({ "exp": null }),
        json!({ "exp": "4000000000" }),
    ] {
        let forged = forge(&scene.token.header, &scene.claims(&changes), rs256(&pair));
        scene.require_refused(&forged, INVALID).await;
    }
}

/// Shows that these tests can forge a valid signature: the token is refused only for the named
/// claim.
#[tokio::test]
async fn a_signed_token_is_refused_for_its_claims() {
    let scene = scene().await;
    let pair =
        key_pairs().into_iter().find(|pair| scene.token.header["kid"] == pair.kid()).unwrap();
    let signed = |changes: Value| forge(&scene.token.header, &scene.claims(&changes), rs256(&pair));
    scene.server.get_user(&signed(json!({}))).await.ok();
    scene
        .require_refused(
            &signed(json!({ "scope": "openid email" })),
            "Access Token does not have required scopes",
        )
        .await;
    scene
        .require_refused(&signed(json!({ "jti": "01234567-89ab-4cde-8f01-23456789abcd" })), REVOKED)
        .await;
    scene.require_refused(&signed(json!({ "jti": "none" })), REVOKED).await;
    let gone = format!("User pool client {} does not exist.", "1example23456789abcdefghij");
    let answer =
        scene.server.get_user(&signed(json!({ "client_id": "1example23456789abcdefghij" }))).await;
    answer.refused("ResourceNotFoundException", &gone);
}

#[tokio::test]
async fn a_token_expires_on_the_second() {
    let scene = scene().await;
    scene.server.advance_seconds(3_599);
    scene.server.get_user(&scene.tokens.access).await.ok();
    scene.server.advance_seconds(1);
    scene.server.get_user(&scene.tokens.access).await.refused(NOT_AUTHORIZED, EXPIRED);
    scene
        .server
        .call("GlobalSignOut", json!({ "AccessToken": scene.tokens.access }))
        .await
        .refused(NOT_AUTHORIZED, EXPIRED);
}

#[tokio::test]
async fn revoking_a_family_ends_its_access_tokens() {
    let scene = scene().await;
    let refreshed = Tokens::of(&scene.client.refresh(&scene.tokens.refresh).await.ok());
    let other = scene.client.tokens("alice").await;
    scene.client.revoke(&scene.tokens.refresh).await.ok();
    for token in [&scene.tokens.access, &refreshed.access] {
        scene.server.get_user(token).await.refused(NOT_AUTHORIZED, REVOKED);
    }
    scene.server.get_user(&other.access).await.ok();
}

#[tokio::test]
async fn a_sign_out_ends_every_token_of_every_client() {
    let scene = scene().await;
    let elsewhere = scene.pool.client().await.tokens("alice").await;
    let bob = scene.client.tokens("bob").await;
    scene.sign_out().await.ok();
    for token in [&scene.tokens.access, &elsewhere.access] {
        scene.server.get_user(token).await.refused(NOT_AUTHORIZED, REVOKED);
    }
    scene.sign_out().await.refused(NOT_AUTHORIZED, REVOKED);
    scene.server.get_user(&bob.access).await.ok();
    let again = scene.client.tokens("alice").await;
    scene.server.get_user(&again.access).await.ok();
}

#[tokio::test]
async fn disabling_ends_every_token_for_good() {
    let scene = scene().await;
    scene.admin("AdminDisableUser").await;
    scene.server.get_user(&scene.tokens.access).await.refused(NOT_AUTHORIZED, REVOKED);
    scene.admin("AdminEnableUser").await;
    scene.server.get_user(&scene.tokens.access).await.refused(NOT_AUTHORIZED, REVOKED);
    let again = scene.client.tokens("alice").await;
    scene.server.get_user(&again.access).await.ok();
}

#[tokio::test]
async fn the_token_of_a_deleted_user_finds_no_user() {
    let scene = scene().await;
    scene.admin("AdminDeleteUser").await;
    scene
        .server
        .get_user(&scene.tokens.access)
        .await
        .refused("UserNotFoundException", "User does not exist.");
    scene.sign_out().await.refused(NOT_AUTHORIZED, "User does not exist.");
    // A later user of the same name is a different user.
    scene.pool.confirmed_user("alice").await;
    scene
        .server
        .get_user(&scene.tokens.access)
        .await
        .refused("UserNotFoundException", "User does not exist.");
}

/// Turning revocation off for the client later must not revive a revoked token. Tokens of a client
/// without revocation have no family claim.
#[tokio::test]
async fn tokens_without_a_family_are_ended_by_sign_out() {
    let scene = scene().await;
    let client = scene.pool.client_with(json!({ "EnableTokenRevocation": false })).await;
    let tokens = client.tokens("alice").await;
    assert!(Jwt::decode(&tokens.access).claims.get("origin_jti").is_none());
    scene.server.get_user(&tokens.access).await.ok();
    scene.sign_out().await.ok();
    scene.server.get_user(&tokens.access).await.refused(NOT_AUTHORIZED, REVOKED);
    client.refresh(&tokens.refresh).await.refused(NOT_AUTHORIZED, "Refresh Token has been revoked");
}
