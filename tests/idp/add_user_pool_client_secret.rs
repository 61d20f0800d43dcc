use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestServer, Tokens, merged, redacted};

const INVALID: &str = "InvalidParameterException";
const SUPPLIED: &str = "0123456789abcdefghijklmnop";

async fn add(client: &TestClient, secret: Option<&str>) -> Answer {
    client
        .pool
        .call(
            "AddUserPoolClientSecret",
            merged(json!({ "ClientId": client.id }), json!({ "ClientSecret": secret })),
        )
        .await
}

async fn delete(client: &TestClient, id: &Value) -> Answer {
    client
        .pool
        .call("DeleteUserPoolClientSecret", json!({ "ClientId": client.id, "ClientSecretId": id }))
        .await
}

#[tokio::test]
async fn a_generated_secret_is_shown_once() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "GenerateSecret": true })).await;
    server.advance_seconds(1);
    let added = add(&client, None).await.ok();
    let value = added["ClientSecretDescriptor"]["ClientSecretValue"].as_str().unwrap().to_owned();
    assert!(
        value.len() == 52
            && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()),
        "{value}"
    );
    assert_ne!(Some(&value), client.secret.as_ref());
    let expected = json!({
        "ClientSecretDescriptor": {
            "ClientSecretId": "<client>--1772600768089",
            "ClientSecretValue": "<value>",
            "ClientSecretCreateDate": 1_772_600_768.089,
        },
    });
    assert_eq!(redacted(&added, &[(&client.id, "<client>"), (&value, "<value>")]), expected);
    let listed =
        client.pool.call("ListUserPoolClientSecrets", json!({ "ClientId": client.id })).await.ok();
    assert!(!listed.to_string().contains(&value));
    // Of the two, the older one is described.
    let described =
        client.pool.call("DescribeUserPoolClient", json!({ "ClientId": client.id })).await.ok();
    assert_eq!(described["UserPoolClient"]["ClientSecret"], json!(client.secret));
    let updated =
        client.pool.call("UpdateUserPoolClient", json!({ "ClientId": client.id })).await.ok();
    assert_eq!(updated["UserPoolClient"]["ClientSecret"], json!(client.secret));
    server.deep_doctor().await;
}

#[tokio::test]
async fn a_supplied_secret_is_not_shown_again() {
    let client =
        TestServer::start().pool().await.client_with(json!({ "GenerateSecret": true })).await;
    let added = add(&client, Some(SUPPLIED)).await.ok();
    let members: Vec<&String> =
        added["ClientSecretDescriptor"].as_object().unwrap().keys().collect();
    assert_eq!(members, ["ClientSecretCreateDate", "ClientSecretId"]);
    for wrong in ["a".repeat(23), "a".repeat(65), format!("{}-", "a".repeat(30))] {
        let refusal = add(&client, Some(&wrong)).await.refusal();
        let is_told = refusal.message.contains("Value at 'clientSecret' failed")
            && !refusal.message.contains(&wrong);
        assert!(refusal.kind == INVALID && is_told, "{refusal}");
    }
}

/// Wherever a client authenticates.
#[tokio::test]
async fn either_secret_authenticates() {
    let server = TestServer::builder().fixed_code("135790").start();
    let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
    let first = pool.client_with(json!({ "GenerateSecret": true })).await;
    pool.confirmed_user("alice").await;
    add(&first, Some(SUPPLIED)).await.ok();
    let second = TestClient { secret: Some(SUPPLIED.to_owned()), ..first.clone() };
    let third = TestClient { secret: Some("z".repeat(30)), ..first.clone() };
    for (name, client) in [("bob", &first), ("carol", &second)] {
        let with_hash = |body: Value, name: &str| {
            merged(body, json!({ "SECRET_HASH": client.secret_hash(name) }))
        };
        let password = with_hash(json!({ "USERNAME": "alice", "PASSWORD": PASSWORD }), "alice");
        let tokens = Tokens::of(&client.initiate("USER_PASSWORD_AUTH", password).await.ok());
        let refresh = with_hash(json!({ "REFRESH_TOKEN": tokens.refresh }), "alice");
        client.initiate("REFRESH_TOKEN_AUTH", refresh).await.ok();
        let body = json!({ "Token": tokens.refresh, "ClientSecret": client.secret });
        client.call("RevokeToken", body).await.ok();
        let named = || json!({ "Username": name, "SecretHash": client.secret_hash(name) });
        let email = json!([{ "Name": "email", "Value": format!("{name}@example.com") }]);
        client
            .call(
                "SignUp",
                merged(named(), json!({ "Password": PASSWORD, "UserAttributes": email })),
            )
            .await
            .ok();
        client.call("ResendConfirmationCode", named()).await.ok();
        client
            .call("ConfirmSignUp", merged(named(), json!({ "ConfirmationCode": "135790" })))
            .await
            .ok();
    }
    let text = format!("Unable to verify secret hash for client {}", first.id);
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": third.secret_hash("alice") });
    third.initiate("USER_PASSWORD_AUTH", parameters).await.refused("NotAuthorizedException", &text);
    let body = json!({ "Token": "made-up", "ClientSecret": third.secret });
    third.call("RevokeToken", body).await.refused("UnauthorizedException", "Unauthorized");
}

#[tokio::test]
async fn a_client_has_at_most_two_secrets() {
    let client =
        TestServer::start().pool().await.client_with(json!({ "GenerateSecret": true })).await;
    add(&client, None).await.ok();
    let text = format!("Client {} already has the maximum number of secrets.", client.id);
    for secret in [None, Some(SUPPLIED)] {
        add(&client, secret).await.refused("LimitExceededException", &text);
    }
}

/// The clock does not move here.
#[tokio::test]
async fn ids_made_at_the_same_time_differ() {
    let client =
        TestServer::start().pool().await.client_with(json!({ "GenerateSecret": true })).await;
    let mut ids = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let id = add(&client, None).await.ok()["ClientSecretDescriptor"]["ClientSecretId"].clone();
        delete(&client, &id).await.ok();
        assert!(ids.insert(id.to_string()), "{id} was given before");
    }
}

#[tokio::test]
async fn a_client_cannot_have_the_same_secret_twice() {
    let client =
        TestServer::start().pool().await.client_with(json!({ "ClientSecret": SUPPLIED })).await;
    add(&client, Some(SUPPLIED)).await.refused(INVALID, "The client already has this secret.");
}

/// A first secret would lock out all of the client's callers.
#[tokio::test]
async fn a_public_client_cannot_get_a_secret() {
    let client = TestServer::start().pool().await.client().await;
    let text = format!("Client {} is not configured for secret", client.id);
    for secret in [None, Some(SUPPLIED)] {
        add(&client, secret).await.refused(INVALID, &text);
    }
}

#[tokio::test]
async fn a_client_is_found_only_in_its_own_pool() {
    let server = TestServer::start();
    let client = server.pool().await.client_with(json!({ "GenerateSecret": true })).await;
    let text = format!("User pool client {} does not exist.", client.id);
    let elsewhere = TestClient { pool: server.pool().await, ..client.clone() };
    add(&elsewhere, None).await.refused("ResourceNotFoundException", &text);
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": client.id });
    let answer = server.call("AddUserPoolClientSecret", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
