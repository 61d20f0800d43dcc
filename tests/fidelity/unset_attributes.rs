//! What an app client without `ReadAttributes` and `WriteAttributes` may read and write.

use domain::client::UnsetAttributes;
use serde_json::json;
use testkit::{Jwt, TestClient, TestPool, TestServer};

const UNAUTHORIZED: (&str, &str) =
    ("NotAuthorizedException", "A client attempted to write unauthorized attribute");
const UPDATE: &str = "UpdateUserAttributes";

async fn pool(server: &TestServer) -> TestPool {
    let schema = json!([{ "Name": "role", "AttributeDataType": "String", "Mutable": true }]);
    let pool = server.pool_with(json!({ "Schema": schema })).await;
    pool.confirmed_user_with("alice", &[("custom:role", "clerk"), ("name", "Alice")]).await;
    pool
}

/// The attributes in the ID token and in the answer of `GetUser`, the latter without `sub`.
async fn read(client: &TestClient) -> (Vec<String>, Vec<String>) {
    let tokens = client.tokens("alice").await;
    let id = Jwt::decode(&tokens.id);
    let claims = ["custom:role", "name"].into_iter().filter(|name| id.claims.get(*name).is_some());
    let user = client.server().get_user(&tokens.access).await.ok();
    let named = user["UserAttributes"].as_array().unwrap().iter();
    let named = named.map(|one| one["Name"].as_str().unwrap().to_owned());
    (claims.map(str::to_owned).collect(), named.filter(|name| name != "sub").collect())
}

async fn writes(client: &TestClient, name: &str, value: &str) -> testkit::Answer {
    let access = client.tokens("alice").await.access;
    let attributes = json!([{ "Name": name, "Value": value }]);
    let body = json!({ "AccessToken": access, "UserAttributes": attributes });
    client.server().call(UPDATE, body).await
}

#[tokio::test]
async fn only_standard_attributes_unless_custom_ones_are_listed() {
    let pool = pool(&TestServer::start()).await;
    let unset = pool.client().await;
    let standard = vec!["name".to_owned()];
    assert_eq!(read(&unset).await, (standard.clone(), standard));
    writes(&unset, "custom:role", "admin").await.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
    let signs_up = unset.sign_up("bob", &[("custom:role", "admin")]).await;
    signs_up.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
    writes(&unset, "name", "Ally").await.ok();

    let listed = json!({ "ReadAttributes": ["custom:role"], "WriteAttributes": ["custom:role"] });
    let listed = pool.client_with(listed).await;
    let role = vec!["custom:role".to_owned()];
    assert_eq!(read(&listed).await, (role.clone(), role));
    writes(&listed, "custom:role", "admin").await.ok();
    writes(&listed, "name", "A").await.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
}

#[tokio::test]
async fn an_empty_list_allows_nothing() {
    let pool = pool(&TestServer::start()).await;
    let none = json!({ "ReadAttributes": [], "WriteAttributes": [] });
    let none = pool.client_with(none).await;
    assert_eq!(read(&none).await, (vec![], vec![]));
    writes(&none, "name", "A").await.refused(UNAUTHORIZED.0, UNAUTHORIZED.1);
}

#[tokio::test]
async fn all_attributes_where_the_operator_says_so() {
    let server = TestServer::builder().unset_attributes(UnsetAttributes::All).start();
    let unset = pool(&server).await.client().await;
    let all = vec!["custom:role".to_owned(), "name".to_owned()];
    assert_eq!(read(&unset).await, (all.clone(), all));
    writes(&unset, "custom:role", "admin").await.ok();
}
