use domain::client::{AppClient, StoredSecret};
use serde_json::json;

use crate::fixture::{ACCOUNT, CLIENT_ID, NOW, POOL_ID, client, encoded, pool};

#[test]
fn an_unconfigured_client_shows_the_defaults_and_nothing_else() {
    let shown = encoded(&client(&pool(&json!({})), &json!({})).describe(ACCOUNT, None));
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
    let shown = encoded(&client(&pool(&json!({})), &request).describe(ACCOUNT, Some("the secret")));
    for (name, value) in members.as_object().unwrap() {
        assert_eq!(shown[name], *value, "{name}");
    }
    assert_eq!(shown["ClientSecret"], "the secret");
    assert_eq!(shown.get("GenerateSecret"), None);
}

#[test]
fn lists_are_shown_in_the_order_of_their_texts() {
    let members = json!({
        "ReadAttributes": ["name", "custom:x", "email"], "WriteAttributes": ["name", "custom:x", "email"],
        "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_CUSTOM_AUTH"],
        "CallbackURLs": ["https://b.example/", "https://a.example/z", "https://a.example/"],
        "LogoutURLs": ["myapp://out", "https://b.example/"],
        "AllowedOAuthFlows": ["implicit", "code"], "AllowedOAuthScopes": ["phone", "email", "openid"],
    });
    let pool = pool(
        &json!({ "Schema": [{ "Name": "x", "AttributeDataType": "String", "Mutable": true }] }),
    );
    let client = client(&pool, &members);
    let shown = encoded(&client.describe(ACCOUNT, None));
    for (name, value) in [
        ("ReadAttributes", json!(["custom:x", "email", "name"])),
        ("WriteAttributes", json!(["custom:x", "email", "name"])),
        (
            "ExplicitAuthFlows",
            json!(["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]),
        ),
        (
            "CallbackURLs",
            json!(["https://a.example/", "https://a.example/z", "https://b.example/"]),
        ),
        ("LogoutURLs", json!(["https://b.example/", "myapp://out"])),
        ("AllowedOAuthFlows", json!(["code", "implicit"])),
        ("AllowedOAuthScopes", json!(["email", "openid", "phone"])),
    ] {
        assert_eq!(shown[name], value, "{name}");
    }
}

#[test]
fn what_the_service_fills_in_is_shown() {
    let shown = |members: serde_json::Value| {
        encoded(&client(&pool(&json!({})), &members).describe(ACCOUNT, None))
    };
    let arn = "arn:aws:mobiletargeting:eu-west-1:111122223333:apps/0123456789abcdef";
    let role = "arn:aws:iam::111122223333:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp";
    let by_arn = shown(json!({ "AnalyticsConfiguration": { "ApplicationArn": arn } }));
    assert_eq!(
        by_arn["AnalyticsConfiguration"],
        json!({ "ApplicationArn": arn, "RoleArn": role, "UserDataShared": false })
    );
    for feature in ["DISABLED", "ENABLED"] {
        let rotation = shown(json!({ "RefreshTokenRotation": { "Feature": feature } }));
        assert_eq!(
            rotation["RefreshTokenRotation"],
            json!({ "Feature": feature, "RetryGracePeriodSeconds": 0 })
        );
    }
}

#[test]
fn an_empty_list_of_flows_is_shown_empty() {
    let shown = encoded(
        &client(&pool(&json!({})), &json!({ "ExplicitAuthFlows": [] })).describe(ACCOUNT, None),
    );
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

/// Whatever an earlier build may have stored can be read, and changed to what is allowed today.
#[test]
fn a_stored_client_that_rotates_and_lists_the_refresh_flow_can_be_updated() {
    let pool = pool(&json!({}));
    let flows = json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"] });
    let doc = client(&pool, &flows).to_doc();
    let rotation = r#""settings":{"RefreshTokenRotation":{"Feature":"ENABLED"},"#;
    let stored = AppClient::from_doc(POOL_ID, CLIENT_ID, &doc.replace(r#""settings":{"#, rotation));
    let stored = stored.unwrap();
    assert!(stored.rotation_enabled() && !stored.refresh_allowed());
    let shown = encoded(&stored.describe(ACCOUNT, None));
    assert_eq!(shown["ExplicitAuthFlows"], json!(["ALLOW_REFRESH_TOKEN_AUTH"]));
    let update = |members: serde_json::Value| {
        let mut request = json!({ "UserPoolId": POOL_ID, "ClientId": CLIENT_ID });
        request.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        stored.update(&pool, NOW, wire::decode(request).unwrap())
    };
    assert!(update(json!({})).unwrap().rotation_enabled());
    assert!(update(flows).is_err());
    let off = json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"], "RefreshTokenRotation": { "Feature": "DISABLED" } });
    assert!(update(off).unwrap().refresh_allowed());
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
