use domain::client::{AppClient, StoredSecret};
use serde_json::json;

use crate::fixture::{CLIENT_ID, NOW, POOL_ID, client, encoded, pool};

#[test]
fn an_unconfigured_client_shows_the_defaults_and_nothing_else() {
    let shown = encoded(&client(&pool(&json!({})), &json!({})).describe(None));
    let expected = json!({
        "UserPoolId": "eu-west-1_Ab12Cd34E", "ClientName": "web", "ClientId": "1example23456789abcdefghij",
        "LastModifiedDate": 1_767_225_600.123, "CreationDate": 1_767_225_600.123,
        "RefreshTokenValidity": 30, "TokenValidityUnits": {},
        "AllowedOAuthFlowsUserPoolClient": false, "EnableTokenRevocation": true,
        "EnablePropagateAdditionalUserContextData": false, "AuthSessionValidity": 3,
    });
    assert_eq!(shown, expected);
}

#[test]
fn settings_are_shown_as_given() {
    let members = json!({
        "RefreshTokenValidity": 90, "AccessTokenValidity": 10, "IdTokenValidity": 20,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes" },
        "ReadAttributes": ["email"], "WriteAttributes": ["email"],
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "SupportedIdentityProviders": ["COGNITO"],
        "CallbackURLs": ["https://app.example/cb"], "LogoutURLs": ["myapp://out"], "DefaultRedirectURI": "https://app.example/cb",
        "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"], "AllowedOAuthFlowsUserPoolClient": true,
        "AnalyticsConfiguration": { "ApplicationId": "ab", "UserDataShared": true },
        "PreventUserExistenceErrors": "ENABLED", "EnableTokenRevocation": false,
        "EnablePropagateAdditionalUserContextData": true, "AuthSessionValidity": 15,
        "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 },
    });
    let mut request = members.clone();
    request["GenerateSecret"] = json!(true);
    let shown = encoded(&client(&pool(&json!({})), &request).describe(Some("the secret")));
    for (name, value) in members.as_object().unwrap() {
        assert_eq!(shown[name], *value, "{name}");
    }
    assert_eq!(shown["ClientSecret"], "the secret");
    assert_eq!(shown.get("GenerateSecret"), None);
}

#[test]
fn an_empty_list_of_flows_is_shown_empty() {
    let shown =
        encoded(&client(&pool(&json!({})), &json!({ "ExplicitAuthFlows": [] })).describe(None));
    assert_eq!(shown["ExplicitAuthFlows"], json!([]));
}

#[test]
fn the_list_entry_is_short() {
    let summary = encoded(&client(&pool(&json!({})), &json!({})).summary());
    assert_eq!(
        summary,
        json!({ "ClientId": CLIENT_ID, "UserPoolId": POOL_ID, "ClientName": "web" })
    );
}

#[test]
fn a_stored_client_is_read_back_unchanged() {
    let mut before =
        client(&pool(&json!({})), &json!({ "GenerateSecret": true, "ReadAttributes": ["email"] }));
    before.add_secret(StoredSecret { id: "i".to_owned(), created: NOW, sealed: vec![0, 255, 7] });
    before.modified = NOW.plus_seconds(1);
    let doc = before.to_doc();
    assert!(doc.starts_with(r#"{"v":1,"#));
    assert_eq!(AppClient::from_doc(POOL_ID, CLIENT_ID, &doc), Ok(before.clone()));
    let sessions = json!({ "UserPoolId": POOL_ID, "ClientId": CLIENT_ID, "SSOSession": { "MaxValidityMinutes": 5 } });
    before.set_sessions(wire::decode(sessions).unwrap(), NOW);
    assert_eq!(AppClient::from_doc(POOL_ID, CLIENT_ID, &before.to_doc()), Ok(before));
    for (from, to, member) in [
        ("\"v\":1", "\"v\":3", "v"),
        ("confidential", "other", "confidential"),
        ("sealed", "x", "secrets"),
    ] {
        assert_eq!(
            AppClient::from_doc(POOL_ID, CLIENT_ID, &doc.replace(from, to)).unwrap_err().member,
            member
        );
    }
}
