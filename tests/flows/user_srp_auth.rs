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

/// In a pool where users have usernames of their own, the `sub` is a name for administrators only.
#[tokio::test]
async fn the_sub_is_a_name_only_where_it_is_the_username() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let sub = pool.confirmed_user("alice").await;
    let legacy = pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    let unknown = ("UserNotFoundException", "User does not exist.");
    legacy.srp(&sub, PASSWORD).await.refused(unknown.0, unknown.1);
    let answer = pool.client().await.srp(&sub, PASSWORD).await;
    answer.refused("NotAuthorizedException", "Incorrect username or password.");
    legacy.srp("alice", PASSWORD).await.ok();
    let by_address = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let sub = by_address.confirmed_user("alice@example.com").await;
    by_address.client().await.srp(&sub, PASSWORD).await.ok();
}
