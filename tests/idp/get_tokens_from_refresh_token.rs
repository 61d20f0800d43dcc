use serde_json::{Value, json};
use testkit::{Jwt, PASSWORD, TestClient, TestServer, Tokens, redacted};

const DENIED: &str = "NotAuthorizedException";
const REUSED: (&str, &str) = ("RefreshTokenReuseException", "Refresh Token has already been used.");
const REVOKED: (&str, &str) = ("NotAuthorizedException", "Refresh Token has been revoked");
const CUT_OFF: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");

async fn signed_in(client: TestClient) -> (TestClient, Tokens) {
    client.pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    (client, tokens)
}

/// A client whose refresh tokens rotate, with the tokens of a sign-in.
async fn rotating(grace_seconds: i64) -> (TestClient, Tokens) {
    signed_in(TestServer::start().pool().await.rotating_client(grace_seconds).await).await
}

/// A client whose refresh tokens do not rotate.
async fn plain() -> (TestClient, Tokens) {
    signed_in(TestServer::start().pool().await.client().await).await
}

async fn next(client: &TestClient, token: &str) -> Tokens {
    Tokens::of(&client.get_tokens(token).await.ok())
}

fn claims_of(token: &str, names: &[&str]) -> Vec<Option<Value>> {
    let claims = Jwt::decode(token).claims;
    names.iter().map(|name| claims.get(*name).cloned()).collect()
}

const KEPT: [&str; 12] = [
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
    "username",
];

#[tokio::test]
async fn without_rotation_the_refresh_token_stays() {
    let (client, first) = plain().await;
    client.server().advance_seconds(600);
    for _ in 0..2 {
        let answer = client.get_tokens(&first.refresh).await.ok();
        let expected = json!({
            "AuthenticationResult": { "AccessToken": "<jwt>", "ExpiresIn": 3600, "IdToken": "<jwt>", "TokenType": "Bearer" },
        });
        assert_eq!(redacted(&answer, &[]), expected);
        let tokens = Tokens::of(&answer);
        assert_eq!(claims_of(&tokens.id, &KEPT), claims_of(&first.id, &KEPT));
        assert_eq!(claims_of(&tokens.access, &KEPT), claims_of(&first.access, &KEPT));
        client.server().get_user(&tokens.access).await.ok();
    }
    client.refresh(&first.refresh).await.ok();
}

#[tokio::test]
async fn rotation_gives_the_next_refresh_token() {
    let (client, first) = rotating(0).await;
    let jwks = client.pool.jwks().await;
    let mut last = first.refresh.clone();
    for _ in 0..20 {
        client.server().advance_seconds(60);
        let answer = client.get_tokens(&last).await.ok();
        let expected = json!({
            "AuthenticationResult": {
                "AccessToken": "<jwt>",
                "ExpiresIn": 3600,
                "IdToken": "<jwt>",
                "RefreshToken": "<refresh token>",
                "TokenType": "Bearer",
            },
        });
        assert_eq!(redacted(&answer, &[]), expected);
        let tokens = Tokens::of(&answer);
        for (before, after) in [(&first.id, &tokens.id), (&first.access, &tokens.access)] {
            assert_eq!(claims_of(before, &KEPT), claims_of(after, &KEPT));
            assert_ne!(claims_of(before, &["jti", "iat"]), claims_of(after, &["jti", "iat"]));
            assert!(Jwt::decode(after).is_signed_by(&jwks));
        }
        client.server().get_user(&tokens.access).await.ok();
        client.get_tokens(&last).await.refused(REUSED.0, REUSED.1);
        last = tokens.refresh;
    }
    next(&client, &last).await;
    client.server().deep_doctor().await;
}

async fn require_dead(client: &TestClient, tokens: &[&Tokens]) {
    for tokens in tokens {
        client.get_tokens(&tokens.refresh).await.refused(REVOKED.0, REVOKED.1);
        client.server().get_user(&tokens.access).await.refused(CUT_OFF.0, CUT_OFF.1);
    }
    client.server().deep_doctor().await;
}

/// Two tabs may use a token at the same time; a later use is that of a thief, or of a user whose
/// token a thief has used.
#[tokio::test]
async fn a_late_reuse_ends_the_family() {
    for grace_seconds in [0, 30] {
        let (client, first) = rotating(grace_seconds).await;
        let other = client.tokens("alice").await;
        let second = next(&client, &first.refresh).await;
        client.server().advance_seconds(grace_seconds + 10);
        client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
        client.server().get_user(&second.access).await.ok();
        client.server().advance_seconds(1);
        client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
        require_dead(&client, &[&first, &second]).await;
        // Another sign-in belongs to another family.
        client.server().get_user(&other.access).await.ok();
        next(&client, &other.refresh).await;
    }
}

/// Each token has its own ten seconds, however often the family was rotated since.
#[tokio::test]
async fn a_token_of_an_earlier_rotation_ends_the_family_too() {
    let (client, first) = rotating(0).await;
    let second = next(&client, &first.refresh).await;
    client.server().advance_seconds(4);
    let third = next(&client, &second.refresh).await;
    client.server().advance_seconds(6);
    let fourth = next(&client, &third.refresh).await;
    for early in [&first, &second, &third] {
        client.get_tokens(&early.refresh).await.refused(REUSED.0, REUSED.1);
    }
    client.server().advance_seconds(1);
    for early in [&second, &third] {
        client.get_tokens(&early.refresh).await.refused(REUSED.0, REUSED.1);
    }
    client.server().get_user(&fourth.access).await.ok();
    client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    require_dead(&client, &[&first, &second, &third, &fourth]).await;
}

/// That a token is retired is remembered for as long as its family lives.
#[tokio::test]
async fn a_reuse_after_weeks_ends_the_family() {
    let (client, first) = rotating(60).await;
    let second = next(&client, &first.refresh).await;
    client.server().advance_seconds(29 * 86_400);
    let third = next(&client, &second.refresh).await;
    pools::jobs::run_once(client.server().inner()).await.expect("the jobs run");
    client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    require_dead(&client, &[&third]).await;
}

/// However often the family was rotated, a use that may be a simultaneous one is only refused.
#[tokio::test]
async fn many_rotations_make_no_simultaneous_use_a_late_one() {
    let (client, first) = rotating(0).await;
    let second = next(&client, &first.refresh).await;
    let mut last = second.clone();
    for round in 0..20 {
        client.server().advance_seconds(i64::from(round % 4 == 0));
        last = next(&client, &last.refresh).await;
        client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    }
    client.get_tokens(&second.refresh).await.refused(REUSED.0, REUSED.1);
    client.server().get_user(&last.access).await.ok();
    client.server().advance_seconds(11);
    client.get_tokens(&second.refresh).await.refused(REUSED.0, REUSED.1);
    require_dead(&client, &[&first, &second, &last]).await;
}

/// A retry within the grace period gets a sibling of the first successor, which retires with it:
/// kept and used long after the other one, it ends the family, although nobody has used it before.
#[tokio::test]
async fn a_sibling_used_late_ends_the_family() {
    let (client, first) = rotating(30).await;
    let second = next(&client, &first.refresh).await;
    let sibling = next(&client, &first.refresh).await;
    client.server().advance_seconds(1_800);
    let third = next(&client, &second.refresh).await;
    client.server().advance_seconds(30 + 10);
    client.get_tokens(&sibling.refresh).await.refused(REUSED.0, REUSED.1);
    client.server().get_user(&third.access).await.ok();
    client.server().advance_seconds(1);
    client.get_tokens(&sibling.refresh).await.refused(REUSED.0, REUSED.1);
    require_dead(&client, &[&second, &sibling, &third]).await;
}

/// A client that does not let its tokens be revoked on request is protected all the same.
#[tokio::test]
async fn a_late_reuse_ends_families_that_cannot_be_revoked() {
    let settings = json!({
        "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"],
        "EnableTokenRevocation": false,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 },
    });
    let (client, first) =
        signed_in(TestServer::start().pool().await.client_with(settings).await).await;
    let second = next(&client, &first.refresh).await;
    client.server().advance_seconds(11);
    client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    require_dead(&client, &[&first, &second]).await;
}

#[tokio::test]
async fn an_operator_may_choose_to_refuse_only() {
    let server = TestServer::builder().revoke_on_reuse(false).start();
    let (client, first) = signed_in(server.pool().await.rotating_client(0).await).await;
    let second = next(&client, &first.refresh).await;
    for seconds in [0, 11, 86_400] {
        server.advance_seconds(seconds);
        client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    }
    next(&client, &second.refresh).await;
}

/// Without rotation, whether users may refresh is up to the client's flows, as in InitiateAuth. With
/// rotation, which excludes the flow, this operation is the one that refreshes.
#[tokio::test]
async fn the_client_must_allow_refreshing() {
    let off = "Auth flow not enabled for this client";
    let rotation = json!({ "Feature": "ENABLED" });
    for (flows, rotation, allowed) in [
        (json!(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]), json!(null), true),
        (json!(["USER_PASSWORD_AUTH"]), json!(null), true),
        (json!(["ALLOW_USER_PASSWORD_AUTH"]), json!(null), false),
        (json!(["ALLOW_USER_PASSWORD_AUTH"]), json!({ "Feature": "DISABLED" }), false),
        (json!(["ALLOW_USER_PASSWORD_AUTH"]), rotation.clone(), true),
    ] {
        let settings = json!({ "ExplicitAuthFlows": flows, "RefreshTokenRotation": rotation });
        let (client, tokens) =
            signed_in(TestServer::start().pool().await.client_with(settings).await).await;
        // The flow is refused before the token is looked at.
        let unknown = client.get_tokens("made-up").await;
        let answer = client.get_tokens(&tokens.refresh).await;
        if allowed {
            unknown.refused(DENIED, "Invalid Refresh Token.");
            answer.ok();
        } else {
            unknown.refused("InvalidParameterException", off);
            answer.refused("InvalidParameterException", off);
            client.refresh(&tokens.refresh).await.refused("InvalidParameterException", off);
            let parameters = json!({ "REFRESH_TOKEN": tokens.refresh });
            let body = json!({ "ClientId": client.id, "AuthFlow": "REFRESH_TOKEN_AUTH", "AuthParameters": parameters });
            let answer = client.pool.call("AdminInitiateAuth", body).await;
            answer.refused("InvalidParameterException", off);
        }
    }
}

/// A client that has come to serve machines alone signs no users in, with rotation on or off.
#[tokio::test]
async fn a_client_for_machines_refreshes_nothing() {
    for feature in ["ENABLED", "DISABLED"] {
        let pool = TestServer::start().pool().await;
        pool.confirmed_user("alice").await;
        let settings =
            json!({ "GenerateSecret": true, "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"] });
        let client = pool.client_with(settings).await;
        let hash = client.secret_hash("alice");
        let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": hash });
        let tokens = Tokens::of(&client.initiate("USER_PASSWORD_AUTH", parameters).await.ok());
        let machines = json!({
            "ClientId": client.id,
            "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"],
            "RefreshTokenRotation": { "Feature": feature },
        });
        pool.call("UpdateUserPoolClient", machines).await.ok();
        let body = json!({ "RefreshToken": tokens.refresh, "ClientSecret": client.secret });
        client
            .call("GetTokensFromRefreshToken", body)
            .await
            .refused("InvalidParameterException", "Auth flow not enabled for this client");
    }
}

/// However much the family is used, it ends when its sign-in said it would.
#[tokio::test]
async fn a_successor_expires_with_the_first_token() {
    let (client, first) = rotating(0).await;
    client.server().advance_seconds(20 * 86_400);
    let second = next(&client, &first.refresh).await;
    client.server().advance_seconds(10 * 86_400 - 1);
    let third = next(&client, &second.refresh).await;
    client.server().advance_seconds(1);
    client.get_tokens(&third.refresh).await.refused(DENIED, "Refresh Token has expired");
}

#[tokio::test]
async fn a_retry_within_the_grace_gets_another_successor() {
    let (client, first) = rotating(30).await;
    let second = next(&client, &first.refresh).await;
    client.server().advance_seconds(29);
    let (answer, work) = client.server().work_of(client.get_tokens(&first.refresh)).await;
    assert_eq!(work.store.commits, 0, "{work:?}");
    let retried = Tokens::of(&answer.ok());
    assert_ne!(retried.refresh, second.refresh);
    client.server().advance_seconds(1);
    client.get_tokens(&first.refresh).await.refused(REUSED.0, REUSED.1);
    // Either successor works. Once one is used, both are retired, with a new grace period.
    let third = next(&client, &retried.refresh).await;
    next(&client, &second.refresh).await;
    client.server().advance_seconds(30);
    for retired in [&retried, &second] {
        client.get_tokens(&retired.refresh).await.refused(REUSED.0, REUSED.1);
    }
    next(&client, &third.refresh).await;
    client.server().deep_doctor().await;
}

#[tokio::test]
async fn families_rotate_independently() {
    let (client, first) = rotating(0).await;
    let other = client.tokens("alice").await;
    next(&client, &first.refresh).await;
    let successor = next(&client, &other.refresh).await;
    client.get_tokens(&other.refresh).await.refused(REUSED.0, REUSED.1);
    next(&client, &successor.refresh).await;
}

#[tokio::test]
async fn revoking_any_token_of_a_family_ends_it() {
    for retired in [false, true] {
        let (client, first) = rotating(60).await;
        let second = next(&client, &first.refresh).await;
        client.server().advance_seconds(5);
        client.revoke(if retired { &first.refresh } else { &second.refresh }).await.ok();
        for token in [&first, &second] {
            client.get_tokens(&token.refresh).await.refused(REVOKED.0, REVOKED.1);
            client.server().get_user(&token.access).await.refused(CUT_OFF.0, CUT_OFF.1);
        }
        client.revoke(&second.refresh).await.ok();
        client.get_tokens(&second.refresh).await.refused(REVOKED.0, REVOKED.1);
        client.server().deep_doctor().await;
    }
}

#[tokio::test]
async fn a_sign_out_ends_every_successor() {
    let (client, first) = rotating(60).await;
    let second = next(&client, &first.refresh).await;
    client.server().call("GlobalSignOut", json!({ "AccessToken": second.access })).await.ok();
    for token in [&first, &second] {
        client.get_tokens(&token.refresh).await.refused(REVOKED.0, REVOKED.1);
    }
}

#[tokio::test]
async fn a_disabled_or_deleted_user_gets_no_tokens() {
    let (client, first) = rotating(60).await;
    let second = next(&client, &first.refresh).await;
    let alice = json!({ "Username": "alice" });
    client.pool.call("AdminDisableUser", alice.clone()).await.ok();
    client.get_tokens(&second.refresh).await.refused(DENIED, "User is disabled.");
    client.pool.call("AdminEnableUser", alice.clone()).await.ok();
    client.get_tokens(&second.refresh).await.refused(REVOKED.0, REVOKED.1);
    client.pool.call("AdminDeleteUser", alice).await.ok();
    client
        .get_tokens(&second.refresh)
        .await
        .refused("UserNotFoundException", "User does not exist.");
    client.server().deep_doctor().await;
}

/// Rotation puts the family into its tokens even where families cannot be revoked.
#[tokio::test]
async fn rotation_works_without_revocation() {
    let flows = ["ALLOW_USER_PASSWORD_AUTH"];
    let settings = json!({
        "ExplicitAuthFlows": flows,
        "EnableTokenRevocation": false,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 },
    });
    let (client, first) =
        signed_in(TestServer::start().pool().await.client_with(settings).await).await;
    let second = next(&client, &first.refresh).await;
    assert!(claims_of(&first.access, &["origin_jti"])[0].is_some());
    assert_eq!(claims_of(&first.access, &["origin_jti"]), claims_of(&second.id, &["origin_jti"]));
    let off = "Token revocation is not enabled for this client.";
    client.revoke(&second.refresh).await.refused("UnsupportedOperationException", off);
    next(&client, &second.refresh).await;
}

#[tokio::test]
async fn anything_but_a_token_of_the_client_is_invalid() {
    let (client, first) = rotating(0).await;
    for token in ["made-up", &first.access, &first.id, &first.refresh[1..]] {
        client.get_tokens(token).await.refused(DENIED, "Invalid Refresh Token.");
    }
    client.get_tokens("not a token").await.refused(
        "InvalidParameterException",
        "1 validation error detected: Value at 'refreshToken' failed to satisfy constraint: Member must satisfy regular \
         expression pattern: [A-Za-z0-9-_=.]+",
    );
    next(&client, &first.refresh).await;
}

/// The plain secret, not a hash; it is checked before the token.
#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let (id, secret) = (client.id.clone(), client.secret.clone().unwrap());
    let hash = client.secret_hash("alice");
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": hash });
    let tokens = Tokens::of(&client.initiate("USER_PASSWORD_AUTH", parameters).await.ok());
    let with = |token: &str, secret: Option<&str>| {
        client.call(
            "GetTokensFromRefreshToken",
            json!({ "RefreshToken": token, "ClientSecret": secret }),
        )
    };
    let missing = format!("Client {id} is configured for secret but secret was not received");
    let wrong = format!("Unable to verify secret hash for client {id}");
    for token in ["x", &tokens.refresh] {
        with(token, None).await.refused(DENIED, &missing);
        with(token, Some(&"s".repeat(52))).await.refused(DENIED, &wrong);
    }
    with("x", Some(&secret)).await.refused(DENIED, "Invalid Refresh Token.");
    with(&tokens.refresh, Some(&secret)).await.ok();
    // A public client has nothing to prove.
    let public = pool.client().await;
    let tokens = public.tokens("alice").await;
    let body = json!({ "RefreshToken": tokens.refresh, "ClientSecret": "s".repeat(52) });
    public.call("GetTokensFromRefreshToken", body).await.ok();
}

#[tokio::test]
async fn an_unknown_client_is_named() {
    let body = json!({ "ClientId": "unknown", "RefreshToken": "x" });
    let answer = TestServer::start().call("GetTokensFromRefreshToken", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}

/// A trigger that would see the tokens is not bypassed, and no token is retired.
#[tokio::test]
async fn a_configured_trigger_refuses_the_refresh() {
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    let server = TestServer::start();
    let pool = server.pool_with(json!({ "LambdaConfig": { "PreTokenGeneration": arn } })).await;
    let client = pool.rotating_client(0).await;
    let text = "PreTokenGeneration invocation failed due to error not supported by this server.";
    let (answer, work) = server.work_of(client.get_tokens("a.b.c.d.e")).await;
    answer.refused("UnexpectedLambdaException", text);
    assert_eq!(work.store.commits, 0);
}

#[tokio::test]
async fn extra_members_change_nothing() {
    let (client, tokens) = plain().await;
    let body = json!({
        "RefreshToken": tokens.refresh,
        "DeviceKey": "eu-west-1_0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88",
        "ClientMetadata": { "campaign": "spring" },
        "NewestMember": true,
    });
    client.call("GetTokensFromRefreshToken", body).await.ok();
}

#[tokio::test]
async fn limits_match_the_model() {
    let text = "2 validation errors detected: Value at 'refreshToken' failed to satisfy constraint: Member must not be null; \
                Value at 'clientId' failed to satisfy constraint: Member must not be null";
    TestServer::start()
        .call("GetTokensFromRefreshToken", json!({}))
        .await
        .refused("InvalidParameterException", text);
}
