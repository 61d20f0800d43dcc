use domain::client::{AppClient, StoredSecret};
use domain::pool::SettingsRefusal::{
    self, FeatureUnavailableInTier, InvalidOAuthFlow, InvalidParameter, ScopeDoesNotExist,
};
use domain::pool::UserPool;
use serde_json::{Value, json};

use crate::fixture::{ACCOUNT, CLIENT_ID, NOW, POOL_ID, client, encoded, pool};

fn update(
    client: &AppClient,
    pool: &UserPool,
    members: &Value,
) -> Result<AppClient, SettingsRefusal> {
    let mut request = json!({ "UserPoolId": POOL_ID, "ClientId": CLIENT_ID });
    request.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    client.update(pool, NOW.plus_seconds(1), wire::decode(request).unwrap())
}

fn everything() -> Value {
    json!({
        "ClientName": "all", "RefreshTokenValidity": 90, "AccessTokenValidity": 10, "IdTokenValidity": 20,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes" },
        "ReadAttributes": ["email"], "WriteAttributes": ["email"],
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "SupportedIdentityProviders": ["COGNITO"],
        "CallbackURLs": ["https://app.example/cb"], "LogoutURLs": ["myapp://out"], "DefaultRedirectURI": "https://app.example/cb",
        "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"], "AllowedOAuthFlowsUserPoolClient": true,
        "AnalyticsConfiguration": { "ApplicationId": "ab", "UserDataShared": true },
        "PreventUserExistenceErrors": "ENABLED", "EnableTokenRevocation": false,
        "EnablePropagateAdditionalUserContextData": true, "AuthSessionValidity": 15,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 },
    })
}

/// An updated client equals one created with the same settings.
#[test]
fn an_update_sets_everything_that_creation_sets() {
    let pool = pool(&json!({}));
    let secret = json!({ "GenerateSecret": true });
    let mut as_created = everything();
    as_created["GenerateSecret"] = json!(true);
    let updated = update(&client(&pool, &secret), &pool, &everything()).unwrap();
    let mut created = client(&pool, &as_created);
    created.modified = NOW.plus_seconds(1);
    assert_eq!(updated, created);
    let model = wire::operation(wire::Service::Idp, "UpdateUserPoolClient").unwrap();
    let wire::Kind::Structure(members) = model.input.kind else {
        panic!("a request is a structure")
    };
    for member in members.iter().filter(|member| !member.required) {
        assert!(as_created.get(member.name).is_some(), "the test must cover {}", member.name);
    }
}

/// What says how refresh tokens live, and what hides users, is kept; the rest returns to its
/// default.
#[test]
fn omitted_settings_are_kept_or_return_to_their_defaults() {
    let pool = pool(&json!({}));
    let mut settings = everything();
    settings["GenerateSecret"] = json!(true);
    let mut before = client(&pool, &settings);
    before.add_secret(StoredSecret {
        id: format!("{CLIENT_ID}--7"),
        created: NOW,
        sealed: vec![7],
    });
    let after = update(&before, &pool, &json!({})).unwrap();
    let expected = json!({
        "UserPoolId": POOL_ID, "ClientName": "all", "ClientId": CLIENT_ID, "ClientSecret": "the secret",
        "CreationDate": 1_767_225_600.123, "LastModifiedDate": 1_767_225_601.123,
        "RefreshTokenValidity": 90, "TokenValidityUnits": { "RefreshToken": "minutes" },
        "AllowedOAuthFlowsUserPoolClient": false, "PreventUserExistenceErrors": "ENABLED",
        "EnableTokenRevocation": false, "EnablePropagateAdditionalUserContextData": false,
        "AuthSessionValidity": 15,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 },
    });
    assert_eq!(encoded(&after.describe(ACCOUNT, Some("the secret"))), expected);
    assert_eq!(
        (after.created, &after.secrets, after.has_secret()),
        (before.created, &before.secrets, true)
    );
    before.settings.clone_from(&after.settings);
    before.modified = after.modified;
    assert_eq!(after, before, "the rest is unchanged");
}

/// A kept lifetime of refresh tokens neither grows nor shrinks by what else is set.
#[test]
fn a_kept_refresh_validity_keeps_its_unit() {
    let pool = pool(&json!({}));
    let lives = |members: &Value, change: &Value| {
        update(&client(&pool, members), &pool, change).unwrap().refresh_seconds()
    };
    let hours =
        json!({ "RefreshTokenValidity": 2, "TokenValidityUnits": { "RefreshToken": "hours" } });
    for (change, seconds) in [
        (json!({}), 7_200),
        (json!({ "TokenValidityUnits": {} }), 7_200),
        (json!({ "TokenValidityUnits": { "AccessToken": "minutes" } }), 7_200),
        (json!({ "TokenValidityUnits": { "RefreshToken": "days" } }), 172_800),
        (json!({ "RefreshTokenValidity": 3 }), 259_200),
        (json!({ "RefreshTokenValidity": 0 }), 2_592_000),
    ] {
        assert_eq!(lives(&hours, &change), seconds, "{change}");
    }
    let order = update(&client(&pool, &hours), &pool, &json!({ "AccessTokenValidity": 3 }));
    assert!(matches!(order, Err(InvalidParameter(_))), "the resulting lifetimes are checked");
}

/// It is the settings after the update that must agree.
#[test]
fn a_rotating_client_cannot_list_the_refresh_flow() {
    let pool = pool(&json!({}));
    let on = json!({ "RefreshTokenRotation": { "Feature": "ENABLED" } });
    let flows = json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] });
    let text = "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled";
    assert_eq!(
        update(&client(&pool, &on), &pool, &flows).err(),
        Some(InvalidParameter(text.to_owned()))
    );
    assert!(update(&client(&pool, &flows), &pool, &on).unwrap().rotation_enabled());
    let mut downgraded = pool;
    downgraded.settings.user_pool_tier = Some(wire::idp::UserPoolTierType::Lite);
    let rotating = client(&crate::fixture::pool(&json!({})), &on);
    let renamed = update(&rotating, &downgraded, &json!({ "ClientName": "renamed" })).unwrap();
    assert!(renamed.rotation_enabled(), "what the client has may stay");
    assert!(matches!(update(&rotating, &downgraded, &on), Err(FeatureUnavailableInTier(_))));
}

#[test]
fn the_rules_of_creation_apply() {
    let pool = pool(&json!({ "UserPoolTier": "LITE" }));
    let (public, confidential) =
        (client(&pool, &json!({})), client(&pool, &json!({ "GenerateSecret": true })));
    let refused = |client: &AppClient, members: Value| update(client, &pool, &members).unwrap_err();
    let context = json!({ "EnablePropagateAdditionalUserContextData": true });
    let machine = json!({ "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"] });
    let credentials = json!({ "AllowedOAuthFlows": ["client_credentials"] });
    for needs_secret in [&context, &machine, &credentials] {
        assert!(
            matches!(
                refused(&public, needs_secret.clone()),
                InvalidParameter(_) | InvalidOAuthFlow(_)
            ),
            "{needs_secret}"
        );
        update(&confidential, &pool, needs_secret).unwrap();
    }
    let reads = "Invalid read attributes specified while updating a client";
    assert_eq!(
        refused(&public, json!({ "ReadAttributes": ["none"] })),
        InvalidParameter(reads.to_owned())
    );
    let writes = "Invalid write attributes specified while updating a client";
    assert_eq!(
        refused(&public, json!({ "WriteAttributes": ["sub"] })),
        InvalidParameter(writes.to_owned())
    );
    let range = "Invalid range for token validity.";
    assert_eq!(
        refused(&public, json!({ "AccessTokenValidity": 25 })),
        InvalidParameter(range.to_owned())
    );
    assert!(matches!(
        refused(&public, json!({ "AllowedOAuthScopes": ["a/b"] })),
        ScopeDoesNotExist(_)
    ));
    assert!(matches!(
        refused(&public, json!({ "CallbackURLs": ["http://a.example"] })),
        InvalidParameter(_)
    ));
    assert!(matches!(
        refused(&public, json!({ "SupportedIdentityProviders": ["Google"] })),
        InvalidParameter(_)
    ));
    assert!(matches!(
        refused(&public, json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] })),
        FeatureUnavailableInTier(_)
    ));
}
