use serde_json::json;
use testkit::{PASSWORD, TestServer, Tokens};

#[tokio::test]
async fn is_the_older_name_of_admin_user_password_auth() {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    let client =
        pool.client_with(json!({ "ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] })).await;
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD });
    let tokens = Tokens::of(&client.admin_initiate("ADMIN_NO_SRP_AUTH", parameters).await.ok());
    pool.server.get_user(&tokens.access).await.ok();
}
