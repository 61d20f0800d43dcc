use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn a_client_without_settings_has_the_service_defaults() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let made = pool.call("CreateUserPoolClient", json!({ "ClientName": "web" })).await.ok();
    let id = made["UserPoolClient"]["ClientId"].as_str().unwrap();
    assert!(
        id.len() == 26 && id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{id}"
    );
    let now = server.now().millis() as f64 / 1_000.0;
    let expected = json!({
        "UserPoolClient": {
            "UserPoolId": pool.id,
            "ClientName": "web",
            "ClientId": id,
            "CreationDate": now,
            "LastModifiedDate": now,
            "RefreshTokenValidity": 30,
            "TokenValidityUnits": {},
            "AllowedOAuthFlowsUserPoolClient": false,
            "EnableTokenRevocation": true,
            "EnablePropagateAdditionalUserContextData": false,
            "AuthSessionValidity": 3,
        },
    });
    assert_eq!(made, expected);
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_secret_is_generated_or_supplied() {
    let pool = TestServer::start().pool().await;
    let made = pool.client_with(json!({ "GenerateSecret": true })).await.secret.expect("a secret");
    assert!(
        (51..=52).contains(&made.len())
            && made.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{made}"
    );
    let other = pool.client_with(json!({ "GenerateSecret": true })).await.secret.expect("a secret");
    assert_ne!(made, other);
    let own = "0123456789abcdefghijklmnop";
    assert_eq!(pool.client_with(json!({ "ClientSecret": own })).await.secret.as_deref(), Some(own));
}

#[tokio::test]
async fn invalid_settings_are_refused() {
    let pool = TestServer::start().pool().await;
    let invalid = "InvalidParameterException";
    for (settings, kind) in [
        (json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"] }), invalid),
        (
            json!({ "AccessTokenValidity": 4, "TokenValidityUnits": { "AccessToken": "minutes" } }),
            invalid,
        ),
        (json!({ "AccessTokenValidity": 25 }), invalid),
        (
            json!({ "RefreshTokenValidity": 59, "TokenValidityUnits": { "RefreshToken": "minutes" } }),
            invalid,
        ),
        (json!({ "GenerateSecret": true, "ClientSecret": "0123456789abcdefghijklmnop" }), invalid),
        (json!({ "EnablePropagateAdditionalUserContextData": true }), invalid),
        (json!({ "WriteAttributes": ["custom:none"] }), invalid),
        (json!({ "AllowedOAuthScopes": ["none/read"] }), "ScopeDoesNotExistException"),
        (json!({ "AllowedOAuthFlows": ["client_credentials"] }), "InvalidOAuthFlowException"),
        (
            json!({ "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["openid"], "GenerateSecret": true }),
            "InvalidOAuthFlowException",
        ),
        (
            json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenRotation": { "Feature": "ENABLED" } }),
            invalid,
        ),
    ] {
        let answer = pool
            .call(
                "CreateUserPoolClient",
                testkit::merged(json!({ "ClientName": "x" }), settings.clone()),
            )
            .await;
        assert_eq!(answer.kind(), kind, "{settings}: {answer:?}");
    }
    let lite = pool.server.pool_with(json!({ "UserPoolTier": "LITE" })).await;
    let choice = json!({ "ClientName": "x", "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] });
    let answer = lite.call("CreateUserPoolClient", choice).await;
    assert_eq!(answer.kind(), "FeatureUnavailableInTierException", "{answer:?}");
}

/// What clients of the service match on.
#[tokio::test]
async fn refusals_have_the_services_texts() {
    let server = TestServer::start();
    let pool = server
        .pool_with(json!({ "Schema": [{ "Name": "email", "Required": true, "Mutable": true }] }))
        .await;
    let writes = "Invalid write attributes specified while creating a client";
    let rotation = "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled";
    let provider = format!("The provider Google does not exist for User Pool {}.", pool.id);
    for (settings, kind, text) in [
        (
            json!({ "WriteAttributes": ["custom:none", "email"] }),
            "InvalidParameterException",
            writes,
        ),
        // A required attribute must be writable.
        (json!({ "WriteAttributes": ["name"] }), "InvalidParameterException", writes),
        (
            json!({ "ReadAttributes": ["custom:none"] }),
            "InvalidParameterException",
            "Invalid read attributes specified while creating a client",
        ),
        (
            json!({ "AccessTokenValidity": 4, "TokenValidityUnits": { "AccessToken": "minutes" } }),
            "InvalidParameterException",
            "Invalid range for token validity.",
        ),
        (
            json!({ "SupportedIdentityProviders": ["Google"] }),
            "InvalidParameterException",
            &provider,
        ),
        (
            json!({ "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["openid"], "GenerateSecret": true }),
            "InvalidOAuthFlowException",
            "openid is not supported with client_credentials flow",
        ),
        (
            json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenRotation": { "Feature": "ENABLED" } }),
            "InvalidParameterException",
            rotation,
        ),
    ] {
        let body = testkit::merged(json!({ "ClientName": "x" }), settings);
        pool.call("CreateUserPoolClient", body).await.refused(kind, text);
    }
}

/// Rotation works without a list of flows; the legacy flows go together.
#[tokio::test]
async fn what_the_service_accepts_is_accepted() {
    let server = TestServer::start();
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let rotation = json!({ "Feature": "ENABLED" });
    let settings = json!({ "ExplicitAuthFlows": null, "RefreshTokenRotation": rotation });
    let client = pool.client_with(settings).await;
    let tokens = testkit::Tokens::of(&client.srp("alice", testkit::PASSWORD).await.ok());
    assert_eq!(client.refresh(&tokens.refresh).await.kind(), "UnsupportedOperationException");
    let body = json!({ "ClientId": client.id, "RefreshToken": tokens.refresh });
    server.call("GetTokensFromRefreshToken", body).await.ok();
    let legacy = json!(["CUSTOM_AUTH_FLOW_ONLY", "ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"]);
    let made = pool
        .call("CreateUserPoolClient", json!({ "ClientName": "x", "ExplicitAuthFlows": legacy }))
        .await
        .ok();
    assert_eq!(
        made["UserPoolClient"]["ExplicitAuthFlows"],
        json!(["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"])
    );
}

#[tokio::test]
async fn the_services_role_is_named_for_analytics() {
    let pool = TestServer::start().pool().await;
    let arn = "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/0123456789abcdef";
    let analytics = json!({ "ApplicationArn": arn });
    let made = pool
        .call(
            "CreateUserPoolClient",
            json!({ "ClientName": "x", "AnalyticsConfiguration": analytics }),
        )
        .await
        .ok();
    let shown = &made["UserPoolClient"]["AnalyticsConfiguration"];
    let role = shown["RoleArn"].as_str().unwrap();
    assert!(
        role.starts_with("arn:aws:iam::")
            && role.ends_with(
                ":role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp"
            ),
        "{role}"
    );
    assert_eq!((&shown["ApplicationArn"], &shown["UserDataShared"]), (&json!(arn), &json!(false)));
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientName": "web" });
    let answer = server.call("CreateUserPoolClient", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn violations_do_not_reveal_secrets() {
    let pool = TestServer::start().pool().await;
    let answer = pool
        .call("CreateUserPoolClient", json!({ "ClientName": "web", "ClientSecret": "too-short" }))
        .await;
    let refusal = answer.refusal();
    assert!(
        refusal.message.contains("Value at 'clientSecret' failed")
            && !refusal.message.contains("too-short"),
        "{refusal}"
    );
}
