use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn describes_what_was_created_with_its_secret() {
    let pool = TestServer::start().pool().await;
    let body = json!({
        "ClientName": "web",
        "GenerateSecret": true,
        "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
        "AccessTokenValidity": 30,
        "IdTokenValidity": 40,
        "RefreshTokenValidity": 2,
        "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "hours" },
        "ReadAttributes": ["email", "name"],
        "WriteAttributes": ["name"],
        "PreventUserExistenceErrors": "ENABLED",
        "EnableTokenRevocation": false,
        "AuthSessionValidity": 15,
        "SupportedIdentityProviders": ["COGNITO"],
    });
    let made = pool.call("CreateUserPoolClient", body.clone()).await.ok();
    for (member, value) in
        body.as_object().unwrap().iter().filter(|(member, _)| *member != "GenerateSecret")
    {
        assert_eq!(made["UserPoolClient"][member], *value, "{member}");
    }
    assert!(made["UserPoolClient"]["ClientSecret"].is_string());
    let id = made["UserPoolClient"]["ClientId"].clone();
    assert_eq!(pool.call("DescribeUserPoolClient", json!({ "ClientId": id })).await.ok(), made);
}

#[tokio::test]
async fn a_client_is_found_only_in_its_own_pool() {
    let server = TestServer::start();
    let client = server.pool().await.client().await;
    let other = server.pool().await;
    let text = format!("User pool client {} does not exist.", client.id);
    other
        .call("DescribeUserPoolClient", json!({ "ClientId": client.id }))
        .await
        .refused("ResourceNotFoundException", &text);
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": client.id });
    let answer = server.call("DescribeUserPoolClient", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
