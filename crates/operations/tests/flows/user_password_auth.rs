use serde_json::json;
use testkit::{Jwt, PASSWORD, TestServer, Tokens, redacted};

#[tokio::test]
async fn gives_three_tokens() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let answer = client.password("alice", PASSWORD).await.ok();
    let expected = json!({
        "AuthenticationResult": {
            "AccessToken": "<jwt>",
            "ExpiresIn": 3600,
            "IdToken": "<jwt>",
            "RefreshToken": "<refresh token>",
            "TokenType": "Bearer",
        },
        "ChallengeParameters": {},
    });
    assert_eq!(redacted(&answer, &[]), expected);
    let (tokens, jwks) = (Tokens::of(&answer), pool.jwks().await);
    assert!(Jwt::decode(&tokens.id).is_signed_by(&jwks) && Jwt::decode(&tokens.access).is_signed_by(&jwks));
}
