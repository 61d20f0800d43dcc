use domain::pool::SettingsRefusal::{
    self, FeatureUnavailableInTier, InvalidOAuthFlow, InvalidParameter, ScopeDoesNotExist,
};
use serde_json::{Value, json};

use crate::fixture::{ACCOUNT, client, pool, try_client};

fn refused(cases: &[(Value, &str)], kind: fn(String) -> SettingsRefusal) {
    let pool = pool(
        &json!({ "Schema": [{ "Name": "given_name", "Required": true }, { "Name": "t", "AttributeDataType": "String", "DeveloperOnlyAttribute": true }] }),
    );
    for (members, text) in cases {
        assert_eq!(try_client(&pool, members).err(), Some(kind((*text).to_owned())), "{members}");
    }
}

#[test]
fn flows_mix_only_with_their_own_kind() {
    let mixed = "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.";
    let rotation = "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled";
    let on = json!({ "Feature": "ENABLED" });
    let token = "ALLOW_CLIENT_TOKEN_AUTH";
    refused(
        &[
            (json!({ "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH", "ALLOW_USER_SRP_AUTH"] }), mixed),
            (json!({ "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "USER_PASSWORD_AUTH"] }), mixed),
            (
                json!({ "ExplicitAuthFlows": [token] }),
                "Client Secret is required to use ALLOW_CLIENT_TOKEN_AUTH.",
            ),
            (
                json!({ "ExplicitAuthFlows": [token, "ALLOW_USER_AUTH"], "GenerateSecret": true }),
                "ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.",
            ),
            (
                json!({ "RefreshTokenRotation": on, "ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
                rotation,
            ),
            (
                json!({ "RefreshTokenRotation": on, "ExplicitAuthFlows": ["USER_PASSWORD_AUTH"] }),
                rotation,
            ),
        ],
        InvalidParameter,
    );
    for accepted in [
        json!({ "RefreshTokenRotation": on }),
        json!({ "RefreshTokenRotation": on, "ExplicitAuthFlows": [] }),
        json!({ "RefreshTokenRotation": on, "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] }),
        json!({ "RefreshTokenRotation": { "Feature": "DISABLED" } }),
        json!({ "ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] }),
    ] {
        client(&pool(&json!({})), &accepted);
    }
}

#[test]
fn a_lite_pool_lacks_choice_and_rotation() {
    let lite = pool(&json!({ "UserPoolTier": "LITE" }));
    let text = |feature: &str| {
        format!(
            "The following features need to be disabled for the LITE pricing tier configured: {feature}"
        )
    };
    let choice = json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] });
    assert_eq!(
        try_client(&lite, &choice).err(),
        Some(FeatureUnavailableInTier(text("Choice-Based Sign-In")))
    );
    let rotation = json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "RefreshTokenRotation": { "Feature": "ENABLED" } });
    assert_eq!(
        try_client(&lite, &rotation).err(),
        Some(FeatureUnavailableInTier(text("Refresh Token Rotation")))
    );
}

#[test]
fn lifetimes_are_bounded_after_conversion() {
    let range = "Invalid range for token validity.";
    let order = "Access and Id Token expiration times must be less than or equal to refresh token expiration times.";
    let units = |access: &str, id: &str, refresh: &str| json!({ "AccessToken": access, "IdToken": id, "RefreshToken": refresh });
    let lives = |access: i32, id: i32, refresh: i32, units: Value| json!({ "AccessTokenValidity": access, "IdTokenValidity": id, "RefreshTokenValidity": refresh, "TokenValidityUnits": units });
    let seconds = || units("seconds", "seconds", "seconds");
    refused(
        &[
            (json!({ "AccessTokenValidity": 25 }), range),
            (json!({ "IdTokenValidity": 25 }), range),
            (json!({ "RefreshTokenValidity": 3651 }), range),
            (lives(299, 300, 3600, seconds()), range),
            (lives(300, 299, 3600, seconds()), range),
            (lives(300, 300, 3599, seconds()), range),
            (lives(86_400, 86_400, i32::MAX / 10_000, units("days", "seconds", "days")), range),
            (lives(3601, 3600, 3600, seconds()), order),
            (lives(5, 2, 1, units("minutes", "hours", "hours")), order),
        ],
        InvalidParameter,
    );
    let pool = pool(&json!({}));
    for (members, access, id, refresh) in [
        (json!({}), 3600, 3600, 30 * 86_400),
        (json!({ "RefreshTokenValidity": 0 }), 3600, 3600, 30 * 86_400),
        (
            json!({ "TokenValidityUnits": units("minutes", "days", "minutes") }),
            3600,
            3600,
            30 * 86_400,
        ),
        (lives(300, 3600, 3600, seconds()), 300, 3600, 3600),
        (lives(24, 1, 3650, units("hours", "days", "days")), 86_400, 86_400, 315_360_000),
    ] {
        let client = client(&pool, &members);
        assert_eq!(
            (client.access_seconds(), client.id_seconds(), client.refresh_seconds()),
            (access, id, refresh),
            "{members}"
        );
    }
    let minutes = client(&pool, &json!({ "TokenValidityUnits": { "RefreshToken": "minutes" } }));
    assert_eq!(
        minutes.describe(ACCOUNT, None).refresh_token_validity,
        Some(43_200),
        "the default is shown in the chosen unit"
    );
}

#[test]
fn attribute_lists_must_match_the_schema() {
    let read = "Invalid read attributes specified while creating a client";
    let write = "Invalid write attributes specified while creating a client";
    let writes = |names: &[&str]| json!({ "WriteAttributes": names });
    refused(
        &[
            (json!({ "ReadAttributes": ["email", "custom:x"] }), read),
            (writes(&["given_name", "custom:x"]), write),
            (writes(&["given_name", "sub"]), write),
            (writes(&["given_name", "identities"]), write),
            (writes(&["given_name", "email_verified"]), write),
            (writes(&["given_name", "dev:t"]), write),
            (writes(&["email"]), write),
            (writes(&[]), write),
        ],
        InvalidParameter,
    );
    let pool = pool(&json!({ "Schema": [{ "Name": "given_name", "Required": true }] }));
    client(
        &pool,
        &json!({ "ReadAttributes": ["sub", "email_verified"], "WriteAttributes": ["given_name"] }),
    );
    client(&pool, &json!({ "ReadAttributes": [] }));
}

#[test]
fn oauth_settings_are_consistent() {
    let needed = "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.";
    refused(
        &[
            (json!({ "AllowedOAuthFlowsUserPoolClient": true }), needed),
            (
                json!({ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"] }),
                needed,
            ),
            (
                json!({ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["openid"] }),
                needed,
            ),
        ],
        InvalidParameter,
    );
    let flows = |list: &[&str], secret: bool| json!({ "AllowedOAuthFlows": list, "GenerateSecret": secret });
    let along =
        "client_credentials flow can not be selected along with code flow or implicit flow.";
    let secret =
        "client_credentials flow can not be selected if client does not have a client secret.";
    let open = json!({ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"] });
    refused(
        &[
            (flows(&["client_credentials", "code"], true), along),
            (flows(&["implicit", "client_credentials"], true), along),
            (flows(&["client_credentials"], false), secret),
            (open, "CallbackUrls can not be empty when code flow or implicit flow is selected"),
            (
                json!({ "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["email", "openid"], "GenerateSecret": true }),
                "openid is not supported with client_credentials flow",
            ),
        ],
        InvalidOAuthFlow,
    );
    refused(
        &[
            (
                json!({ "AllowedOAuthScopes": ["openid", "orders/read"] }),
                "Invalid scope requested: orders/read",
            ),
            (json!({ "AllowedOAuthScopes": ["OpenID"] }), "Invalid scope requested: OpenID"),
        ],
        ScopeDoesNotExist,
    );
    client(&pool(&json!({})), &flows(&["client_credentials"], true));
}

#[test]
fn redirect_urls_are_absolute_and_safe() {
    let pool = pool(&json!({}));
    for good in [
        "https://app.example/cb?x=1",
        "HTTPS://app.example",
        "http://localhost",
        "http://localhost:3000/cb",
        "http://127.0.0.1:8080",
        "http://[::1]:1/",
        "myapp://signin",
        "com.example.app:/oauth",
    ] {
        client(
            &pool,
            &json!({ "CallbackURLs": [good], "LogoutURLs": [good], "DefaultRedirectURI": good }),
        );
    }
    let plain = |url: &str| (url.to_owned(), format!("{url} cannot use the HTTP protocol."));
    let none = |url: &str| (url.to_owned(), format!("{url} is not a valid URL."));
    let mut cases: Vec<_> = [
        "http://app.example",
        "http://localhost.example",
        "http://localhost@app.example",
        "http://127.0.0.1.app.example",
        "HTTP://app.example",
        "http://localhost:x",
        "http://localhost:",
        "http://127.0.0.1:80@app.example",
        "http://[::1",
    ]
    .map(plain)
    .into();
    cases.extend(
        [
            "/relative",
            "app.example",
            "https:",
            "https:app.example",
            "https://",
            "1a://x",
            "://x",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://localhost\\@app.example",
        ]
        .map(none),
    );
    cases.push((
        "https://app.example/#f".to_owned(),
        "https://app.example/#f cannot contain a fragment.".to_owned(),
    ));
    for (url, text) in &cases {
        for member in ["CallbackURLs", "LogoutURLs"] {
            assert_eq!(
                try_client(&pool, &json!({ member: [url] })).err(),
                Some(InvalidParameter(text.clone()))
            );
        }
    }
    let default =
        json!({ "CallbackURLs": ["https://a.example"], "DefaultRedirectURI": "https://b.example" });
    refused(
        &[(
            default,
            "The default redirect URI https://b.example is not in the callback URIs list.",
        )],
        InvalidParameter,
    );
}

#[test]
fn secrets_and_providers_are_checked() {
    let secret = "0123456789abcdefghijklmn";
    refused(
        &[
            (
                json!({ "GenerateSecret": true, "ClientSecret": secret }),
                "ClientSecret cannot be specified when GenerateSecret is true.",
            ),
            (
                json!({ "EnablePropagateAdditionalUserContextData": true }),
                "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
            ),
            (
                json!({ "SupportedIdentityProviders": ["COGNITO", "Google"] }),
                "The provider Google does not exist for User Pool eu-west-1_Ab12Cd34E.",
            ),
        ],
        InvalidParameter,
    );
    client(
        &pool(&json!({})),
        &json!({ "ClientSecret": secret, "EnablePropagateAdditionalUserContextData": true }),
    );
}
