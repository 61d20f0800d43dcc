use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn describes_what_was_created() {
    let server = TestServer::start();
    let made = server.call("CreateUserPool", json!({ "PoolName": "test" })).await.ok();
    let id = made["UserPool"]["Id"].clone();
    server.advance_seconds(60);
    assert_eq!(server.call("DescribeUserPool", json!({ "UserPoolId": id })).await.ok(), made);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("DescribeUserPool", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// A pool exists in one region; requests to another region do not find it, whatever the operation.
#[tokio::test]
async fn a_pool_of_another_region_is_not_found() {
    let server = TestServer::start();
    let made = server.call("CreateUserPool", json!({ "PoolName": "test" })).await.ok();
    let id = made["UserPool"]["Id"].as_str().unwrap();
    let unknown = format!("User pool {id} does not exist.");
    for (operation, further) in [
        ("DescribeUserPool", json!({})),
        ("UpdateUserPool", json!({})),
        (
            "AddCustomAttributes",
            json!({ "CustomAttributes": [{ "Name": "a", "AttributeDataType": "String" }] }),
        ),
        ("GetUserPoolMfaConfig", json!({})),
        ("SetUserPoolMfaConfig", json!({})),
        ("DeleteUserPool", json!({})),
        ("AdminGetUser", json!({ "Username": "alice" })),
        ("CreateUserPoolClient", json!({ "ClientName": "web" })),
        ("ListUserPoolClients", json!({})),
    ] {
        let body = testkit::merged(json!({ "UserPoolId": id }), further);
        server
            .call_in("us-west-2", operation, body)
            .await
            .refused("ResourceNotFoundException", &unknown);
    }
}

#[tokio::test]
async fn a_malformed_id_is_invalid() {
    let server = TestServer::start();
    let answer = server.call("DescribeUserPool", json!({ "UserPoolId": "nonsense" })).await;
    let text = "1 validation error detected: Value 'nonsense' at 'userPoolId' failed to satisfy constraint: \
                Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+";
    answer.refused("InvalidParameterException", text);
}
