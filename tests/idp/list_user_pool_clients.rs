use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn each_client_is_on_one_page() {
    let server = TestServer::start();
    let pool = server.pool().await;
    let mut made = Vec::new();
    for _ in 0..3 {
        made.push(pool.client().await.id);
    }
    server.pool().await.client().await;
    let first = pool.call("ListUserPoolClients", json!({ "MaxResults": 2 })).await.ok();
    let body = json!({ "MaxResults": 2, "NextToken": first["NextToken"] });
    let second = pool.call("ListUserPoolClients", body).await.ok();
    assert_eq!(second.get("NextToken"), None);
    let entries =
        [&first, &second].into_iter().flat_map(|page| page["UserPoolClients"].as_array().unwrap());
    let mut listed: Vec<String> =
        entries.map(|entry| entry["ClientId"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        first["UserPoolClients"][0],
        json!({ "ClientId": listed[0], "UserPoolId": pool.id, "ClientName": "test" })
    );
    listed.sort();
    made.sort();
    assert_eq!(listed, made);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer =
        server.call("ListUserPoolClients", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

#[tokio::test]
async fn an_invented_token_is_refused() {
    let pool = TestServer::start().pool().await;
    for token in ["a.b", "a-b", "\u{fffd}"] {
        let answer = pool.call("ListUserPoolClients", json!({ "NextToken": token })).await;
        answer.refused("InvalidParameterException", "Invalid pagination token.");
    }
}

#[tokio::test]
async fn client_types_are_listed_separately() {
    let client = TestServer::start().pool().await.client().await;
    for (kind, count) in [(json!("REGULAR"), 1), (json!("DCR"), 0)] {
        let listed =
            client.pool.call("ListUserPoolClients", json!({ "ClientType": kind })).await.ok();
        assert_eq!(listed["UserPoolClients"].as_array().map(Vec::len), Some(count), "{kind}");
    }
}
