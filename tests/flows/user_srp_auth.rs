use serde_json::json;
use testkit::{PASSWORD, SrpClient, TestServer, redacted};

#[tokio::test]
async fn a_right_password_gives_tokens() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let answer = client.srp("alice", PASSWORD).await.ok();
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
}

#[tokio::test]
async fn the_challenge_names_the_real_user() {
    let pool = TestServer::start().pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    let answer = client.srp_begin(&SrpClient::new([9; 32]), "alice@example.com").await.ok();
    let expected = json!({
        "ChallengeName": "PASSWORD_VERIFIER",
        "ChallengeParameters": {
            "SALT": "<hex>",
            "SECRET_BLOCK": "<base64>",
            "SRP_B": "<hex>",
            "USERNAME": "alice",
            "USER_ID_FOR_SRP": "alice",
        },
    });
    assert_eq!(redacted(&answer, &[]), expected);
}
