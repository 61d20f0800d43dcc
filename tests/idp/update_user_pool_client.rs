use serde_json::{Value, json};
use testkit::{Answer, Jwt, PASSWORD, TestClient, TestServer, Tokens, merged};

const INVALID: &str = "InvalidParameterException";

async fn update(client: &TestClient, settings: Value) -> Answer {
    client
        .pool
        .call("UpdateUserPoolClient", merged(json!({ "ClientId": client.id }), settings))
        .await
}

async fn describe(client: &TestClient) -> Value {
    client.pool.call("DescribeUserPoolClient", json!({ "ClientId": client.id })).await.ok()
}

/// What says how refresh tokens live and rotate, and what hides users, is kept; the rest returns to
/// its default.
#[tokio::test]
async fn omitted_members_are_kept_or_return_to_their_defaults() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let settings = json!({
        "GenerateSecret": true,
        "AccessTokenValidity": 30,
        "TokenValidityUnits": { "AccessToken": "minutes" },
        "ReadAttributes": ["email"],
        "WriteAttributes": ["email"],
        "CallbackURLs": ["https://app.example/cb"],
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
        "SupportedIdentityProviders": ["COGNITO"],
        "RefreshTokenValidity": 7,
        "PreventUserExistenceErrors": "ENABLED",
        "EnableTokenRevocation": false,
        "AuthSessionValidity": 15,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 5 },
    });
    let client = pool.client_with(settings).await;
    let created = server.now().millis() as f64 / 1_000.0;
    server.advance_seconds(5);
    let expected = json!({
        "UserPoolClient": {
            "UserPoolId": pool.id,
            "ClientName": "test",
            "ClientId": client.id,
            "ClientSecret": client.secret,
            "CreationDate": created,
            "LastModifiedDate": server.now().millis() as f64 / 1_000.0,
            "RefreshTokenValidity": 7,
            "TokenValidityUnits": {},
            "AllowedOAuthFlowsUserPoolClient": false,
            "PreventUserExistenceErrors": "ENABLED",
            "EnableTokenRevocation": false,
            "EnablePropagateAdditionalUserContextData": false,
            "AuthSessionValidity": 15,
            "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 5 },
        },
    });
    assert_eq!(update(&client, json!({})).await.ok(), expected);
    assert_eq!(describe(&client).await, expected);
    server.deep_doctor().await;
}

#[tokio::test]
async fn given_members_are_set() {
    let client = TestServer::start().pool().await.client().await;
    let settings = json!({
        "ClientName": "renamed",
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
        "AccessTokenValidity": 30,
        "IdTokenValidity": 40,
        "RefreshTokenValidity": 2,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours" },
        "ReadAttributes": ["email", "name"],
        "WriteAttributes": ["name"],
        "PreventUserExistenceErrors": "LEGACY",
        "EnableTokenRevocation": false,
        "AuthSessionValidity": 15,
        "SupportedIdentityProviders": ["COGNITO"],
        "CallbackURLs": ["https://app.example/cb"],
        "LogoutURLs": ["https://app.example/out"],
        "DefaultRedirectURI": "https://app.example/cb",
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "AllowedOAuthFlowsUserPoolClient": true,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 },
    });
    let updated = update(&client, settings.clone()).await.ok();
    for (member, value) in settings.as_object().unwrap() {
        assert_eq!(updated["UserPoolClient"][member], *value, "{member}");
    }
    assert_eq!(describe(&client).await, updated);
    let listed = client.pool.call("ListUserPoolClients", json!({})).await.ok();
    assert_eq!(listed["UserPoolClients"][0]["ClientName"], "renamed");
}

/// At once on the node that made the change: the clock does not move here.
#[tokio::test]
async fn flows_and_lifetimes_change_at_once() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let tokens = client.tokens("alice").await;
    let flows = json!(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
    let short = json!({
        "ExplicitAuthFlows": flows,
        "AccessTokenValidity": 10,
        "IdTokenValidity": 20,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes" },
    });
    update(&client, short).await.ok();
    let refreshed = client.refresh(&tokens.refresh).await.ok();
    assert_eq!(refreshed["AuthenticationResult"]["ExpiresIn"], 600);
    let refreshed = Tokens::of(&refreshed);
    let life = |token: &str| {
        let claims = Jwt::decode(token).claims;
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap()
    };
    assert_eq!((life(&refreshed.access), life(&refreshed.id)), (600, 1_200));
    client
        .srp("alice", PASSWORD)
        .await
        .refused(INVALID, "USER_SRP_AUTH is not enabled for the client.");
    let rotation = json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": 0 });
    update(
        &client,
        json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "RefreshTokenRotation": rotation }),
    )
    .await
    .ok();
    client
        .password("alice", PASSWORD)
        .await
        .refused(INVALID, "USER_PASSWORD_AUTH flow not enabled for this client");
    assert_eq!(client.refresh(&tokens.refresh).await.kind(), "UnsupportedOperationException");
    Tokens::of(&client.srp("alice", PASSWORD).await.ok());
    // Nothing given: rotation stays on.
    update(&client, json!({})).await.ok();
    assert_eq!(client.refresh(&tokens.refresh).await.kind(), "UnsupportedOperationException");
    // Rotation off: SRP, custom and refresh are allowed. Users are hidden until the setting is named.
    update(&client, json!({ "RefreshTokenRotation": { "Feature": "DISABLED" } })).await.ok();
    client.refresh(&tokens.refresh).await.ok();
    client
        .srp("nobody", PASSWORD)
        .await
        .refused("NotAuthorizedException", "Incorrect username or password.");
    update(&client, json!({ "PreventUserExistenceErrors": "LEGACY" })).await.ok();
    client.srp("nobody", PASSWORD).await.refused("UserNotFoundException", "User does not exist.");
    update(&client, json!({ "EnableTokenRevocation": false })).await.ok();
    let off = "Token revocation is not enabled for this client.";
    client.revoke(&tokens.refresh).await.refused("UnsupportedOperationException", off);
    server.get_user(&tokens.access).await.ok();
}

#[tokio::test]
async fn read_attributes_apply_at_once() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let attributes = [("email", "alice@example.com"), ("name", "Alice")];
    pool.confirmed_user_with("alice", &attributes).await;
    pool.invited_user("bob", &attributes).await;
    let flows = json!(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
    let tokens = client.tokens("alice").await;
    for (reads, shown) in [
        (json!(["name"]), ["name"].as_slice()),
        (json!(["email"]), &["email"]),
        (Value::Null, &["email", "email_verified", "name"]),
    ] {
        update(&client, json!({ "ExplicitAuthFlows": flows, "ReadAttributes": reads })).await.ok();
        let profile = server.get_user(&tokens.access).await.ok();
        let listed = profile["UserAttributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["Name"].as_str().unwrap());
        assert_eq!(listed.collect::<Vec<_>>(), [&["sub"], shown].concat());
        let refreshed = Tokens::of(&client.refresh(&tokens.refresh).await.ok());
        let signed_in = client.tokens("alice").await;
        let challenge = client.password("bob", PASSWORD).await.ok();
        let shown_at_challenge =
            challenge["ChallengeParameters"]["userAttributes"].as_str().unwrap();
        let shown_at_challenge: Value = serde_json::from_str(shown_at_challenge).unwrap();
        for name in ["email", "email_verified", "name"] {
            let may = shown.contains(&name);
            for token in [&refreshed.id, &signed_in.id] {
                assert_eq!(Jwt::decode(token).claims.get(name).is_some(), may, "{reads} {name}");
            }
            assert_eq!(shown_at_challenge.get(name).is_some(), may, "{reads} {name}");
        }
    }
}

#[tokio::test]
async fn write_attributes_apply_at_once() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.invited_user("bob", &[]).await;
    let unauthorized = "A client attempted to write unauthorized attribute";
    let flows = json!(["ALLOW_USER_PASSWORD_AUTH"]);
    let writes = |names: Value| json!({ "ExplicitAuthFlows": flows, "WriteAttributes": names });
    let session =
        client.password("bob", PASSWORD).await.ok()["Session"].as_str().unwrap().to_owned();
    update(&client, writes(json!(["name"]))).await.ok();
    client
        .sign_up("alice", &[("email", "alice@example.com")])
        .await
        .refused("NotAuthorizedException", unauthorized);
    let choose = |attribute: &str| json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Password-1", format!("userAttributes.{attribute}"): "x@example.com" });
    let answer = client.respond("NEW_PASSWORD_REQUIRED", Some(&session), choose("email")).await;
    answer.refused(INVALID, "Cannot modify the non-mutable attribute email");
    update(&client, writes(json!(["email"]))).await.ok();
    client
        .sign_up("alice", &[("name", "Alice")])
        .await
        .refused("NotAuthorizedException", unauthorized);
    client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    Tokens::of(
        &client.respond("NEW_PASSWORD_REQUIRED", Some(&session), choose("email")).await.ok(),
    );
    update(&client, writes(Value::Null)).await.ok();
    client.sign_up("carol", &[("name", "Carol"), ("email", "carol@example.com")]).await.ok();
}

/// A refused update changes nothing.
#[tokio::test]
async fn invalid_settings_are_refused() {
    let server = TestServer::start();
    let client = server
        .pool_with(json!({ "UserPoolTier": "LITE" }))
        .await
        .client_with(json!({ "ReadAttributes": ["name"] }))
        .await;
    let before = describe(&client).await;
    let rotation = json!({ "Feature": "ENABLED" });
    for (settings, kind, text) in [
        (
            json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"] }),
            INVALID,
            "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
        ),
        (
            json!({ "AccessTokenValidity": 4, "TokenValidityUnits": { "AccessToken": "minutes" } }),
            INVALID,
            "Invalid range for token validity.",
        ),
        (json!({ "RefreshTokenValidity": 3_651 }), INVALID, "Invalid range for token validity."),
        (
            json!({ "EnablePropagateAdditionalUserContextData": true }),
            INVALID,
            "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
        ),
        (
            json!({ "WriteAttributes": ["custom:none"] }),
            INVALID,
            "Invalid write attributes specified while updating a client",
        ),
        (
            json!({ "ReadAttributes": ["custom:none"] }),
            INVALID,
            "Invalid read attributes specified while updating a client",
        ),
        (
            json!({ "CallbackURLs": ["http://app.example"] }),
            INVALID,
            "http://app.example cannot use the HTTP protocol.",
        ),
        (
            json!({ "AllowedOAuthScopes": ["none/read"] }),
            "ScopeDoesNotExistException",
            "Invalid scope requested: none/read",
        ),
        (
            json!({ "AllowedOAuthFlows": ["client_credentials"] }),
            "InvalidOAuthFlowException",
            "client_credentials flow can not be selected if client does not have a client secret.",
        ),
        (
            json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "RefreshTokenRotation": rotation }),
            "FeatureUnavailableInTierException",
            "The following features need to be disabled for the LITE pricing tier configured: Refresh Token Rotation",
        ),
    ] {
        update(&client, settings).await.refused(kind, text);
    }
    let essentials = server.pool().await.client().await;
    let text = "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled";
    let both = json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenRotation": rotation });
    update(&essentials, both).await.refused(INVALID, text);
    // Without flows it may rotate; then the flow cannot be added.
    update(&essentials, json!({ "RefreshTokenRotation": rotation })).await.ok();
    update(&essentials, json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"] }))
        .await
        .refused(INVALID, text);
    let provider =
        format!("The provider Google does not exist for User Pool {}.", essentials.pool.id);
    update(&essentials, json!({ "SupportedIdentityProviders": ["COGNITO", "Google"] }))
        .await
        .refused(INVALID, &provider);
    assert_eq!(describe(&client).await, before);
}

/// The request is read before pool and client are looked up.
#[tokio::test]
async fn the_validity_of_sessions_is_checked_first() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "AuthSessionValidity": 7 })).await;
    let body = |value: &Value| json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": "none", "AuthSessionValidity": value });
    for value in
        [json!("5"), json!(true), json!([]), json!({}), json!(2_147_483_648_i64), json!(1.5)]
    {
        let answer = server.call("UpdateUserPoolClient", body(&value)).await;
        assert_eq!(answer.kind(), "SerializationException", "{value}: {answer:?}");
    }
    for (value, bound) in [(2, "greater than or equal to 3"), (16, "less than or equal to 15")] {
        let text = format!(
            "1 validation error detected: Value '{value}' at 'authSessionValidity' failed to satisfy constraint: Member must have value {bound}"
        );
        server.call("UpdateUserPoolClient", body(&json!(value))).await.refused(INVALID, &text);
    }
    let kept = update(&client, json!({ "AuthSessionValidity": null })).await.ok();
    assert_eq!(kept["UserPoolClient"]["AuthSessionValidity"], 7);
    let made = client
        .pool
        .call("CreateUserPoolClient", json!({ "ClientName": "x", "AuthSessionValidity": null }))
        .await
        .ok();
    assert_eq!(made["UserPoolClient"]["AuthSessionValidity"], 3);
}

#[tokio::test]
async fn a_client_is_found_only_in_its_own_pool() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let body = json!({ "ClientId": client.id });
    let text = format!("User pool client {} does not exist.", client.id);
    let elsewhere = server.pool().await.call("UpdateUserPoolClient", body.clone()).await;
    elsewhere.refused("ResourceNotFoundException", &text);
    let answer = server
        .call("UpdateUserPoolClient", merged(body, json!({ "UserPoolId": "eu-west-1_Unknown00" })))
        .await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
