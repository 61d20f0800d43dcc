use serde_json::json;
use testkit::{TestServer, redacted};

#[tokio::test]
async fn answers_with_the_sub_and_no_code_without_auto_verification() {
    let client = TestServer::start().pool().await.client().await;
    let answer = client.sign_up("alice", &[("email", "alice@example.com")]).await.ok();
    assert_eq!(redacted(&answer, &[]), json!({ "UserConfirmed": false, "UserSub": "<uuid>" }));
}
