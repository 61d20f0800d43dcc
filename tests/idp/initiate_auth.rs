use serde_json::{Value, json};
use testkit::{PASSWORD, SrpClient, TestClient, TestServer};

const INVALID: &str = "InvalidParameterException";
const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

/// A client of a pool with one user, that allows these flows.
async fn client_of(flows: Value) -> TestClient {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    pool.client_with(json!({ "ExplicitAuthFlows": flows })).await
}

fn credentials() -> Value {
    json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SRP_A": SrpClient::new([3; 32]).public_hex(), "REFRESH_TOKEN": "x" })
}

#[tokio::test]
async fn flows_that_are_not_allowed_are_refused() {
    let client = client_of(json!(["ALLOW_CUSTOM_AUTH"])).await;
    for (flow, text) in [
        ("USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH flow not enabled for this client"),
        ("USER_SRP_AUTH", "USER_SRP_AUTH is not enabled for the client."),
        ("USER_AUTH", "USER_AUTH flow not enabled for this client"),
    ] {
        client.initiate(flow, credentials()).await.refused(INVALID, text);
    }
    for flow in ["REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"] {
        client
            .initiate(flow, credentials())
            .await
            .refused(INVALID, "Auth flow not enabled for this client");
    }
    let client =
        client.pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] })).await;
    let text = "CUSTOM_AUTH is not enabled for the client.";
    client.initiate("CUSTOM_AUTH", credentials()).await.refused(INVALID, text);
}

#[tokio::test]
async fn by_default_srp_custom_and_refresh_are_allowed() {
    let client = client_of(Value::Null).await;
    assert_eq!(client.srp("alice", PASSWORD).await.ok()["ChallengeParameters"], json!({}));
    let custom = "Custom auth lambda trigger is not configured for the user pool.";
    client.initiate("CUSTOM_AUTH", credentials()).await.refused(INVALID, custom);
    client.refresh("x").await.refused("NotAuthorizedException", "Invalid Refresh Token.");
    client
        .password("alice", PASSWORD)
        .await
        .refused(INVALID, "USER_PASSWORD_AUTH flow not enabled for this client");
}

#[tokio::test]
async fn legacy_flows_leave_srp_and_refresh_allowed() {
    for legacy in ["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] {
        let client = client_of(json!([legacy])).await;
        client.refresh("x").await.refused("NotAuthorizedException", "Invalid Refresh Token.");
        assert_eq!(
            client.srp("alice", PASSWORD).await.is_ok(),
            legacy != "CUSTOM_AUTH_FLOW_ONLY",
            "{legacy}"
        );
        assert_eq!(
            client.password("alice", PASSWORD).await.is_ok(),
            legacy == "USER_PASSWORD_AUTH",
            "{legacy}"
        );
    }
}

#[tokio::test]
async fn a_client_with_custom_authentication_only_says_so() {
    let client = client_of(json!(["CUSTOM_AUTH_FLOW_ONLY"])).await;
    let text = "Only custom auth (lambda driven) is enabled for this client.";
    for flow in ["USER_PASSWORD_AUTH", "USER_SRP_AUTH", "USER_AUTH"] {
        client.initiate(flow, credentials()).await.refused(INVALID, text);
    }
}

#[tokio::test]
async fn admin_flows_are_not_for_the_public() {
    let client =
        client_of(json!(["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])).await;
    for flow in ["ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] {
        client
            .initiate(flow, credentials())
            .await
            .refused(INVALID, "Initiate Auth method not supported.");
    }
}

#[tokio::test]
async fn a_missing_parameter_is_named() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    for (flow, parameters) in [
        ("USER_PASSWORD_AUTH", ["USERNAME", "PASSWORD"].as_slice()),
        ("USER_SRP_AUTH", ["USERNAME", "SRP_A"].as_slice()),
        ("REFRESH_TOKEN_AUTH", ["REFRESH_TOKEN"].as_slice()),
        ("REFRESH_TOKEN", ["REFRESH_TOKEN"].as_slice()),
    ] {
        for missing in parameters {
            let text = format!("Missing required parameter {missing}");
            for absent in [Value::Null, json!("")] {
                let parameters = testkit::merged(credentials(), json!({ *missing: absent }));
                client.initiate(flow, parameters).await.refused(INVALID, &text);
            }
        }
        let first = format!("Missing required parameter {}", parameters[0]);
        client.call("InitiateAuth", json!({ "AuthFlow": flow })).await.refused(INVALID, &first);
    }
}

/// Lengths inside the map are not part of the model: a value that is too long is simply wrong.
#[tokio::test]
async fn long_credentials_are_wrong_credentials() {
    let client = client_of(json!(["ALLOW_USER_PASSWORD_AUTH"])).await;
    client.password(&"a".repeat(129), PASSWORD).await.refused(WRONG.0, WRONG.1);
    client.password("alice", &"a".repeat(257)).await.refused(WRONG.0, WRONG.1);
    client.password("alice b", PASSWORD).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn a_confidential_client_must_prove_its_secret() {
    let pool = TestServer::start().pool_with(json!({ "AliasAttributes": ["email"] })).await;
    let attributes = [("email", "alice@example.com"), ("email_verified", "true")];
    pool.confirmed_user_with("alice", &attributes).await;
    let client = pool.client_with(json!({ "GenerateSecret": true })).await;
    let id = &client.id;
    let hash = |name: &str| client.secret_hash(name);
    let missing = format!("Client {id} is configured for secret but secret was not received");
    let wrong = format!("Unable to verify secret hash for client {id}");
    for flow in ["USER_PASSWORD_AUTH", "USER_SRP_AUTH"] {
        let with = |name: &str, hash: Option<String>| {
            let parameters =
                testkit::merged(credentials(), json!({ "USERNAME": name, "SECRET_HASH": hash }));
            client.initiate(flow, parameters)
        };
        with("alice", None).await.refused("NotAuthorizedException", &missing);
        with("alice", Some(hash("bob"))).await.refused("NotAuthorizedException", &wrong);
        // The hash is checked before the user is looked up.
        with("nobody", Some(hash("alice"))).await.refused("NotAuthorizedException", &wrong);
        with("alice", Some(hash("alice"))).await.ok();
        // The hash covers the name as it was sent.
        with("alice@example.com", Some(hash("alice@example.com"))).await.ok();
        with("alice@example.com", Some(hash("alice")))
            .await
            .refused("NotAuthorizedException", &wrong);
    }
    // A public client has nothing to prove.
    let public = pool.client().await;
    let parameters = testkit::merged(credentials(), json!({ "SECRET_HASH": "d3Jvbmc=" }));
    public.initiate("USER_PASSWORD_AUTH", parameters).await.ok();
}

#[tokio::test]
async fn an_unknown_client_is_named() {
    let body = json!({ "ClientId": "unknown", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": credentials() });
    let answer = TestServer::start().call("InitiateAuth", body).await;
    answer.refused("ResourceNotFoundException", "User pool client unknown does not exist.");
}

#[tokio::test]
async fn limits_match_the_model() {
    let server = TestServer::start();
    let text = "1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy constraint: Member must satisfy \
                enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, \
                USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]";
    server
        .call("InitiateAuth", json!({ "AuthFlow": "MAGIC", "ClientId": "unknown" }))
        .await
        .refused(INVALID, text);
    let text = "2 validation errors detected: Value null at 'authFlow' failed to satisfy constraint: Member must not be null; \
                Value at 'clientId' failed to satisfy constraint: Member must not be null";
    server.call("InitiateAuth", json!({})).await.refused(INVALID, text);
    let text = "1 validation error detected: Value at 'session' failed to satisfy constraint: \
                Member must have length greater than or equal to 20";
    let body = json!({ "AuthFlow": "USER_AUTH", "ClientId": "unknown", "Session": "short" });
    server.call("InitiateAuth", body).await.refused(INVALID, text);
}

/// Analytics, metadata and context are accepted whatever is configured.
#[tokio::test]
async fn extra_members_change_nothing() {
    let client = client_of(json!(["ALLOW_USER_PASSWORD_AUTH"])).await;
    let body = json!({
        "AuthFlow": "USER_PASSWORD_AUTH",
        "AuthParameters": testkit::merged(credentials(), json!({ "DEVICE_KEY": "eu-west-1_0b6f2b1e-6a3c-4b8f-9d75-3f2b1c0a9e88" })),
        "ClientMetadata": { "campaign": "spring" },
        "AnalyticsMetadata": { "AnalyticsEndpointId": "endpoint" },
        "UserContextData": { "IpAddress": "192.0.2.1", "EncodedData": "x" },
        "NewestMember": true,
    });
    client.call("InitiateAuth", body).await.ok();
}
