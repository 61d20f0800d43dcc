use serde_json::json;
use testkit::{TestServer, redacted};

#[tokio::test]
async fn is_the_other_name_of_refresh_token_auth() {
    let pool = TestServer::start().pool().await;
    let client = pool.client().await;
    pool.confirmed_user("alice").await;
    let token = client.tokens("alice").await.refresh;
    let one = client.initiate("REFRESH_TOKEN", json!({ "REFRESH_TOKEN": token })).await.ok();
    let other = client.refresh(&token).await.ok();
    assert_eq!(redacted(&one, &[]), redacted(&other, &[]));
}
