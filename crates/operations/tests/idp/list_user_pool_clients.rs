use serde_json::json;
use testkit::TestServer;

#[tokio::test]
async fn pages_hold_each_client_once() {
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
    let entries = [&first, &second].into_iter().flat_map(|page| page["UserPoolClients"].as_array().unwrap());
    let mut listed: Vec<String> = entries.map(|entry| entry["ClientId"].as_str().unwrap().to_owned()).collect();
    assert_eq!(first["UserPoolClients"][0], json!({ "ClientId": listed[0], "UserPoolId": pool.id, "ClientName": "test" }));
    listed.sort();
    made.sort();
    assert_eq!(listed, made);
}

#[tokio::test]
async fn an_unknown_pool_is_not_found() {
    let server = TestServer::start();
    let answer = server.call("ListUserPoolClients", json!({ "UserPoolId": "eu-west-1_Unknown00" })).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}
