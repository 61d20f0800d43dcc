use serde_json::{Value, json};
use testkit::TestServer;

async fn page(server: &TestServer, token: Option<&Value>) -> Value {
    let body = testkit::merged(json!({ "MaxResults": 2 }), json!({ "NextToken": token }));
    server.call("ListUserPools", body).await.ok()
}

#[tokio::test]
async fn each_pool_is_on_one_page() {
    let server = TestServer::start();
    let mut made = Vec::new();
    for number in 0..4 {
        made.push(server.pool_with(json!({ "PoolName": format!("pool-{number}") })).await.id);
    }
    let gone = made.remove(1);
    server.call("DeleteUserPool", json!({ "UserPoolId": gone })).await.ok();
    let (first, mut listed) = (page(&server, None).await, Vec::new());
    let second = page(&server, Some(&first["NextToken"])).await;
    assert_eq!(second.get("NextToken"), None);
    for entry in
        [&first, &second].into_iter().flat_map(|page| page["UserPools"].as_array().unwrap())
    {
        listed.push(entry["Id"].as_str().unwrap().to_owned());
    }
    made.sort();
    assert_eq!(listed, made);
}

#[tokio::test]
async fn an_entry_is_a_summary() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let now = server.now().millis() as f64 / 1_000.0;
    let expected = json!({
        "UserPools": [{ "Id": pool.id, "Name": "test", "LambdaConfig": {}, "CreationDate": now, "LastModifiedDate": now }],
    });
    assert_eq!(page(&server, None).await, expected);
}

/// The service leaves the triggers of a pool to DescribeUserPool.
#[tokio::test]
async fn an_entry_shows_no_triggers() {
    let server = TestServer::start();
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:trigger";
    server.pool_with(json!({ "LambdaConfig": { "PreTokenGeneration": arn } })).await;
    assert_eq!(page(&server, None).await["UserPools"][0]["LambdaConfig"], json!({}));
}

#[tokio::test]
async fn only_pools_of_the_region_are_listed() {
    let server = TestServer::start();
    let pool = server.pool().await;
    server.call_in("us-east-1", "CreateUserPool", json!({ "PoolName": "elsewhere" })).await.ok();
    let listed = page(&server, None).await;
    assert_eq!(listed["UserPools"].as_array().unwrap().len(), 1);
    assert_eq!(listed["UserPools"][0]["Id"], pool.id);
}

#[tokio::test]
async fn a_foreign_token_is_refused() {
    let server = TestServer::start();
    server.pool().await;
    for token in ["nonsense", "us-east-1_Ab12Cd34E"] {
        let answer =
            server.call("ListUserPools", json!({ "MaxResults": 1, "NextToken": token })).await;
        answer.refused("InvalidParameterException", "Invalid pagination token.");
    }
}

#[tokio::test]
async fn the_page_size_is_bounded() {
    let server = TestServer::start();
    for (size, bound) in [(0, "greater than or equal to 1"), (61, "less than or equal to 60")] {
        let text = format!(
            "1 validation error detected: Value '{size}' at 'maxResults' failed to satisfy constraint: Member must have value {bound}"
        );
        server
            .call("ListUserPools", json!({ "MaxResults": size }))
            .await
            .refused("InvalidParameterException", &text);
    }
    for size in [1, 60] {
        server.call("ListUserPools", json!({ "MaxResults": size })).await.ok();
    }
}
