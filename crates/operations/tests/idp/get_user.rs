use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn shows_the_profile_of_the_bearer() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool.confirmed_user_with("alice", &[("email", "alice@example.com"), ("email_verified", "true")]).await;
    let tokens = client.tokens("alice").await;
    let expected = json!({
        "Username": "alice",
        "UserAttributes": [
            { "Name": "sub", "Value": sub },
            { "Name": "email", "Value": "alice@example.com" },
            { "Name": "email_verified", "Value": "true" },
        ],
    });
    assert_eq!(server.get_user(&tokens.access).await.ok(), expected);
}
