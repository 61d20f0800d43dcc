use serde_json::json;
use store::{Batch, Rev, User};
use testkit::{Jwt, PASSWORD, TestClient, TestPool, TestServer, Tokens, redacted};

const DENIED: &str = "NotAuthorizedException";

async fn signed_in(server: &TestServer) -> (TestClient, Tokens) {
    let pool = server.pool().await;
    pool.confirmed_user_with("alice", &[("email", "alice@example.com")]).await;
    let client = pool.client().await;
    let tokens = client.tokens("alice").await;
    (client, tokens)
}

#[tokio::test]
async fn gives_two_new_tokens_of_the_same_family() {
    let server = TestServer::start();
    let (client, first) = signed_in(&server).await;
    server.advance_seconds(600);
    let answer = client.refresh(&first.refresh).await.ok();
    let expected = json!({
        "AuthenticationResult": { "AccessToken": "<jwt>", "ExpiresIn": 3600, "IdToken": "<jwt>", "TokenType": "Bearer" },
        "ChallengeParameters": {},
    });
    assert_eq!(redacted(&answer, &[]), expected);
    let second = Tokens::of(&answer);
    let jwks = client.pool.jwks().await;
    for (before, after) in [(&first.id, &second.id), (&first.access, &second.access)] {
        let after = Jwt::decode(after);
        assert!(after.is_signed_by(&jwks));
        let (before, after) = (Jwt::decode(before).claims, after.claims);
        for kept in [
            "sub",
            "iss",
            "auth_time",
            "origin_jti",
            "event_id",
            "acr",
            "amr",
            "token_use",
            "scope",
            "aud",
            "client_id",
        ] {
            assert_eq!(before.get(kept), after.get(kept), "{kept}");
        }
        assert_ne!(before["jti"], after["jti"]);
        for moved in ["iat", "exp"] {
            assert_eq!(
                before[moved].as_i64().map(|time| time + 600),
                after[moved].as_i64(),
                "{moved}"
            );
        }
    }
}

#[tokio::test]
async fn the_other_name_of_the_flow_works_too() {
    let (client, tokens) = signed_in(&TestServer::start()).await;
    client.initiate("REFRESH_TOKEN", json!({ "REFRESH_TOKEN": tokens.refresh })).await.ok();
}

/// A user who must choose a new password, or confirm the sign-up, is kept from it by no token.
#[tokio::test]
async fn a_refresh_is_no_way_around_a_new_password() {
    let (client, tokens) = signed_in(&TestServer::start()).await;
    let rotating = client.pool.rotating_client(0).await;
    let rotated = rotating.tokens("alice").await;
    let reset = ("PasswordResetRequiredException", "Password reset required for the user");
    let unconfirmed = ("UserNotConfirmedException", "User is not confirmed.");
    let revoked = (DENIED, "Refresh Token has been revoked");
    for (status, refused, by_get_tokens) in [
        ("RESET_REQUIRED", reset, revoked),
        ("FORCE_CHANGE_PASSWORD", revoked, revoked),
        ("UNCONFIRMED", unconfirmed, revoked),
    ] {
        set_status(&client.pool, status).await;
        client.refresh(&tokens.refresh).await.refused(refused.0, refused.1);
        let body = json!({ "ClientId": client.id, "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": { "REFRESH_TOKEN": tokens.refresh } });
        client.pool.call("AdminInitiateAuth", body).await.refused(refused.0, refused.1);
        for (client, tokens) in [(&client, &tokens), (&rotating, &rotated)] {
            let answer = client.get_tokens(&tokens.refresh).await;
            answer.refused(by_get_tokens.0, by_get_tokens.1);
        }
    }
    // No token was retired meanwhile.
    client.pool.set_password("alice", PASSWORD).await;
    client.refresh(&tokens.refresh).await.ok();
    rotating.get_tokens(&rotated.refresh).await.ok();
    // A temporary password, by the operation that sets one.
    let body = json!({ "Username": "alice", "Password": "Temporary-Horse-2" });
    client.pool.call("AdminSetUserPassword", body).await.ok();
    client.refresh(&tokens.refresh).await.refused(revoked.0, revoked.1);
}

/// A status that no operation gives a user with tokens.
async fn set_status(pool: &TestPool, status: &str) {
    let server = pool.server.inner();
    let sub = pool.user("alice").await["UserAttributes"][0]["Value"].as_str().unwrap().to_owned();
    let row = server.store.read(store::Pool::get(&pool.id)).await.unwrap().unwrap();
    let part = store::placement::user_part(&pool.id, row.n_parts, &sub);
    let user = server.store.read(User::get(&part, &sub)).await.unwrap().unwrap();
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.update(&User { status: status.to_owned(), ..user });
    server.store.commit(batch).await.unwrap();
}

/// Refreshing does not extend the life of the refresh token.
#[tokio::test]
async fn a_token_lasts_for_its_configured_days() {
    let server = TestServer::start();
    let (client, tokens) = signed_in(&server).await;
    server.advance_seconds(30 * 86_400 - 1);
    client.refresh(&tokens.refresh).await.ok();
    server.advance_seconds(1);
    client.refresh(&tokens.refresh).await.refused(DENIED, "Refresh Token has expired");
}

#[tokio::test]
async fn anything_but_a_token_of_the_client_is_invalid() {
    let server = TestServer::start();
    let (client, tokens) = signed_in(&server).await;
    let other = client.pool.client().await;
    other.refresh(&tokens.refresh).await.refused(DENIED, "Invalid Refresh Token.");
    for token in ["made-up", &tokens.access, &tokens.id, &tokens.refresh[1..]] {
        client.refresh(token).await.refused(DENIED, "Invalid Refresh Token.");
    }
}

#[tokio::test]
async fn new_tokens_carry_the_current_attributes() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let client = pool.client().await;
    let tokens = client.tokens("alice").await;
    pool.call("CreateGroup", json!({ "GroupName": "admins" })).await.ok();
    pool.call("AdminAddUserToGroup", json!({ "GroupName": "admins", "Username": "alice" }))
        .await
        .ok();
    let refreshed = Tokens::of(&client.refresh(&tokens.refresh).await.ok());
    assert_eq!(Jwt::decode(&refreshed.id).claims["cognito:groups"], json!(["admins"]));
}

/// The hash covers the real username, whatever the user typed.
#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool_with(json!({ "UsernameAttributes": ["email"] })).await;
    let sub = pool.confirmed_user("alice@example.com").await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let id = &client.id;
    let hash = |name: &str| client.secret_hash(name);
    let typed = json!({
        "USERNAME": "alice@example.com",
        "PASSWORD": testkit::PASSWORD,
        "SECRET_HASH": hash("alice@example.com"),
    });
    let tokens = Tokens::of(&client.initiate("USER_PASSWORD_AUTH", typed).await.ok());
    let refresh = |hash: Option<String>| {
        client.initiate(
            "REFRESH_TOKEN_AUTH",
            testkit::merged(
                json!({ "REFRESH_TOKEN": tokens.refresh }),
                json!({ "SECRET_HASH": hash }),
            ),
        )
    };
    let missing = format!("Client {id} is configured for secret but secret was not received");
    refresh(None).await.refused(DENIED, &missing);
    let wrong = format!("SecretHash does not match for the client: {id}");
    refresh(Some(hash("alice@example.com"))).await.refused(DENIED, &wrong);
    refresh(Some(hash(&sub))).await.ok();
}

#[tokio::test]
async fn rotating_clients_cannot_use_this_flow() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let rotation = json!({
        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"],
        "RefreshTokenRotation": { "Feature": "ENABLED" },
    });
    let client = pool.client_with(rotation).await;
    let tokens = client.tokens("alice").await;
    let text = "Refresh token rotation is enabled for this client: use GetTokensFromRefreshToken.";
    client.refresh(&tokens.refresh).await.refused("UnsupportedOperationException", text);
    let parameters = json!({ "REFRESH_TOKEN": tokens.refresh });
    client
        .initiate("REFRESH_TOKEN", parameters.clone())
        .await
        .refused("UnsupportedOperationException", text);
    for flow in ["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"] {
        let body = json!({ "ClientId": client.id, "AuthFlow": flow, "AuthParameters": parameters });
        let answer = pool.call("AdminInitiateAuth", body).await;
        answer.refused("UnsupportedOperationException", text);
    }
    // None of them has retired the token.
    client.get_tokens(&tokens.refresh).await.ok();
}

/// One read, no writes, two signatures.
#[tokio::test]
async fn a_refresh_is_cheap() {
    let server = TestServer::start();
    let (client, tokens) = signed_in(&server).await;
    let (answer, work) = server.work_of(client.refresh(&tokens.refresh)).await;
    answer.ok();
    assert_eq!((work.store.reads, work.store.commits, work.signatures, work.powers), (1, 0, 2, 0));
}
