use serde_json::json;
use testkit::TestServer;

use crate::bearer::require_token_errors;

#[tokio::test]
async fn shows_the_profile_of_the_bearer() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("email_verified", "true")])
        .await;
    let tokens = client.tokens("alice").await;
    let expected = json!({
        "Username": "alice",
        "UserAttributes": [
            { "Name": "sub", "Value": sub },
            { "Name": "email", "Value": "alice@example.com" },
            { "Name": "email_verified", "Value": "true" },
        ],
    });
    let (answer, work) = server.work_of(server.get_user(&tokens.access)).await;
    assert_eq!(answer.ok(), expected);
    assert_eq!((work.store.reads, work.store.commits), (1, 0));
}

#[tokio::test]
async fn shows_only_what_the_client_may_read() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client_with(json!({ "ReadAttributes": ["name"] })).await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("name", "Alice")])
        .await;
    let tokens = client.tokens("alice").await;
    let answer = server.get_user(&tokens.access).await.ok();
    assert_eq!(
        answer["UserAttributes"],
        json!([{ "Name": "sub", "Value": sub }, { "Name": "name", "Value": "Alice" }])
    );
}

#[tokio::test]
async fn a_missing_token_is_a_violation() {
    let server = TestServer::start();
    let text = "1 validation error detected: Value at 'accessToken' failed to satisfy constraint: Member must not be null";
    server.call("GetUser", json!({})).await.refused("InvalidParameterException", text);
    let answer = server.get_user("not a token").await.refusal();
    assert!(
        answer.message.contains("'accessToken' failed to satisfy constraint")
            && !answer.message.contains("not a token"),
        "{answer}"
    );
}

/// The ID token and GetUser agree on what a client may read, including when it may read nothing.
#[tokio::test]
async fn agrees_with_the_id_token() {
    let server = TestServer::start();
    let schema = json!([{ "Name": "secret", "AttributeDataType": "String", "DeveloperOnlyAttribute": true, "Mutable": true }]);
    let pool = server.pool_with(json!({ "Schema": schema })).await;
    let sub = pool
        .confirmed_user_with("alice", &[("email", "alice@example.com"), ("name", "Alice")])
        .await;
    for (settings, shown) in [
        (json!({}), vec!["email", "email_verified", "name"]),
        (json!({ "ReadAttributes": ["name"] }), vec!["name"]),
    ] {
        let client = pool.client_with(settings).await;
        let tokens = client.tokens("alice").await;
        let profile = server.get_user(&tokens.access).await.ok();
        let names: Vec<&str> = profile["UserAttributes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["Name"].as_str().unwrap())
            .collect();
        assert_eq!(names, [&["sub"], &shown[..]].concat());
        let id = testkit::Jwt::decode(&tokens.id);
        assert_eq!(id.text("sub"), sub);
        let verified = id.claims.get("email_verified");
        assert_eq!(verified, shown.contains(&"email").then_some(&json!(false)));
        for name in ["email", "email_verified", "name"] {
            assert_eq!(id.claims.get(name).is_some(), shown.contains(&name), "{name}");
        }
    }
}

#[tokio::test]
async fn token_and_user_must_be_in_good_standing() {
    let kinds = [
        "NotAuthorizedException",
        "UserNotConfirmedException",
        "PasswordResetRequiredException",
        "ResourceNotFoundException",
        "UserNotFoundException",
    ];
    require_token_errors("GetUser", json!({}), kinds).await;
}
