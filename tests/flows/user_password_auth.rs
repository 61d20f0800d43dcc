use domain::credential::AtRest;
use pools::IssuerForm;
use serde_json::{Value, json};
use testkit::{Jwt, PASSWORD, TestServer, Tokens, redacted};

const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

#[tokio::test]
async fn gives_three_tokens_at_the_cost_of_two_reads() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    client.password("alice", PASSWORD).await.ok();
    let (answer, work) = server.work_of(client.password("alice", PASSWORD)).await;
    let answer = answer.ok();
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
    // Alias, user, and the lock once more before a right password counts. Nothing to write.
    assert!(work.store.reads <= 3 && work.store.commits == 0, "{work:?}");
    assert_eq!((work.signatures, work.seals, work.unseals), (2, 1, 1));
    let (tokens, jwks) = (Tokens::of(&answer), pool.jwks().await);
    let (id, access) = (Jwt::decode(&tokens.id), Jwt::decode(&tokens.access));
    assert!(id.is_signed_by(&jwks) && access.is_signed_by(&jwks));
    assert_ne!(id.header["kid"], access.header["kid"]);
}

#[tokio::test]
async fn the_tokens_carry_the_expected_claims() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let attributes =
        [("email", "alice@example.com"), ("email_verified", "true"), ("name", "Alice")];
    let sub = pool.confirmed_user_with("alice", &attributes).await;
    let tokens = client.tokens("alice").await;
    let (id, access) = (Jwt::decode(&tokens.id), Jwt::decode(&tokens.access));
    for token in [&id, &access] {
        let header: Vec<&String> = token.header.as_object().unwrap().keys().collect();
        assert_eq!(header, ["alg", "kid"]);
        assert_eq!((&token.header["alg"], token.text("jti").len()), (&json!("RS256"), 36));
        assert!(token.header["kid"].as_str().unwrap().len() == 44);
    }
    assert_eq!(id.text("origin_jti"), access.text("origin_jti"));
    assert_eq!(id.text("event_id"), access.text("event_id"));
    let now = server.now().seconds();
    let shared = json!({
        "sub": sub,
        "iss": format!("http://localhost:7665/{}", pool.id),
        "origin_jti": access.claims["origin_jti"],
        "event_id": access.claims["event_id"],
        "auth_time": now,
        "iat": now,
        "exp": now + 3600,
    });
    let of_id = json!({
        "token_use": "id",
        "aud": client.id,
        "cognito:username": "alice",
        "email": "alice@example.com",
        "email_verified": true,
        "name": "Alice",
        "jti": id.claims["jti"],
    });
    let of_access = json!({
        "token_use": "access",
        "client_id": client.id,
        "username": "alice",
        "scope": "aws.cognito.signin.user.admin",
        "jti": access.claims["jti"],
    });
    let factors =
        |token: &Jwt| json!({ "acr": token.claims.get("acr"), "amr": token.claims.get("amr") });
    let with = |own: Value, token: &Jwt| {
        testkit::merged(testkit::merged(shared.clone(), own), factors(token))
    };
    assert_eq!(id.claims, with(of_id, &id));
    assert_eq!(access.claims, with(of_access, &access));
    assert_eq!(factors(&id), json!({ "acr": "urn:cognito:loa:1", "amr": ["pwd"] }));
}

#[tokio::test]
async fn the_issuer_may_have_the_aws_form() {
    let server = TestServer::builder().issuer(IssuerForm::Aws).start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    let issuer = format!("https://cognito-idp.eu-west-1.amazonaws.com/{}", pool.id);
    assert_eq!(Jwt::decode(&tokens.access).text("iss"), issuer);
    server.get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn the_client_decides_how_long_tokens_live() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let lives = json!({
        "AccessTokenValidity": 5,
        "IdTokenValidity": 10,
        "RefreshTokenValidity": 1,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours" },
    });
    let client = pool.client_with(lives).await;
    pool.confirmed_user("alice").await;
    let answer = client.password("alice", PASSWORD).await.ok();
    assert_eq!(answer["AuthenticationResult"]["ExpiresIn"], 300);
    let tokens = Tokens::of(&answer);
    let life = |token: &str| {
        let token = Jwt::decode(token);
        token.claims["exp"].as_i64().unwrap() - token.claims["iat"].as_i64().unwrap()
    };
    assert_eq!((life(&tokens.access), life(&tokens.id)), (300, 600));
    server.advance_seconds(3_600);
    client
        .refresh(&tokens.refresh)
        .await
        .refused("NotAuthorizedException", "Refresh Token has expired");
}

#[tokio::test]
async fn any_name_of_the_user_works() {
    let server = TestServer::start();
    let settings = json!({ "AliasAttributes": ["email", "phone_number", "preferred_username"], "UsernameConfiguration": { "CaseSensitive": false } });
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    let attributes = [
        ("email", "alice@example.com"),
        ("email_verified", "true"),
        ("phone_number", "+15555551234"),
        ("phone_number_verified", "true"),
        ("preferred_username", "ally"),
    ];
    let sub = pool.confirmed_user_with("alice", &attributes).await;
    for name in
        ["alice", "ALICE", "alice@example.com", "Alice@Example.com", "+15555551234", "ally", "Ally"]
    {
        let tokens = Tokens::of(&client.password(name, PASSWORD).await.ok());
        assert_eq!(Jwt::decode(&tokens.access).text("username"), "alice", "{name}");
    }
    // The `sub` is a name for administrators only.
    let legacy = pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
    legacy.password(&sub, PASSWORD).await.refused("UserNotFoundException", "User does not exist.");
    client.password(&sub, PASSWORD).await.refused(WRONG.0, WRONG.1);
    for name in ["alice ", "alice@example.co", "5555551234", ""] {
        assert!(!client.password(name, PASSWORD).await.is_ok(), "{name}");
    }
}

#[tokio::test]
async fn an_unverified_address_does_not_sign_in() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let client = pool.client().await;
    pool.confirmed_user_with("alice", &[("email", "alice@example.com")]).await;
    client.password("alice@example.com", PASSWORD).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn the_status_is_checked_after_the_password() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let server = TestServer::builder().at_rest(at_rest).start();
        let client = server.pool().await.client().await;
        client.sign_up("alice", &[]).await.ok();
        client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
        let unconfirmed = ("UserNotConfirmedException", "User is not confirmed.");
        client.password("alice", PASSWORD).await.refused(unconfirmed.0, unconfirmed.1);
        // A client that does not hide users tells it whatever the password, and counts nothing.
        let legacy =
            client.pool.client_with(json!({ "PreventUserExistenceErrors": "LEGACY" })).await;
        for password in ["wrong", "wrong", "wrong", "wrong", "wrong", "wrong", PASSWORD] {
            legacy.password("alice", password).await.refused(unconfirmed.0, unconfirmed.1);
        }
    }
}

/// Parameter lengths are not validated: a value that cannot be right is simply wrong.
#[tokio::test]
async fn absurd_parameters_are_wrong_credentials() {
    let client = TestServer::start().pool().await.client().await;
    client.pool.confirmed_user("alice").await;
    client.password(&"x".repeat(129), PASSWORD).await.refused(WRONG.0, WRONG.1);
    client.password("alice", &"x".repeat(257)).await.refused(WRONG.0, WRONG.1);
    client.password("with space\u{0}", "\u{0}").await.refused(WRONG.0, WRONG.1);
    client.password("alice", &format!("{PASSWORD} ")).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn a_client_reads_only_what_it_is_allowed_to() {
    let pool = TestServer::start().pool().await;
    let client = pool.client_with(json!({ "ReadAttributes": ["name"] })).await;
    pool.confirmed_user_with("alice", &[("email", "alice@example.com"), ("name", "Alice")]).await;
    let tokens = client.tokens("alice").await;
    let id = Jwt::decode(&tokens.id);
    assert_eq!((id.claims.get("name"), id.claims.get("email")), (Some(&json!("Alice")), None));
}

/// Reported only to callers who know the password.
#[tokio::test]
async fn a_required_password_reset_is_reported() {
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    pool.call("AdminResetUserPassword", json!({ "Username": "alice" })).await.ok();
    client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    let text = "Password reset required for the user";
    client.password("alice", PASSWORD).await.refused("PasswordResetRequiredException", text);
}
