use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, TestClient, TestServer, Tokens};

async fn sign_in(client: &TestClient) -> Answer {
    let parameters = json!({ "USERNAME": "alice", "PASSWORD": PASSWORD, "SECRET_HASH": client.secret_hash("alice") });
    client.initiate("USER_PASSWORD_AUTH", parameters).await
}

async fn delete(client: &TestClient, id: &str) -> Answer {
    client
        .pool
        .call("DeleteUserPoolClientSecret", json!({ "ClientId": client.id, "ClientSecretId": id }))
        .await
}

async fn ids(client: &TestClient) -> Vec<String> {
    let listed =
        client.pool.call("ListUserPoolClientSecrets", json!({ "ClientId": client.id })).await.ok();
    let secrets = listed["ClientSecrets"].as_array().unwrap();
    secrets.iter().map(|secret| secret["ClientSecretId"].as_str().unwrap().to_owned()).collect()
}

async fn client_with_two(server: &TestServer) -> (TestClient, TestClient) {
    let pool = server.pool().await;
    pool.confirmed_user("alice").await;
    let first = pool.client_with(json!({ "GenerateSecret": true })).await;
    let added = pool.call("AddUserPoolClientSecret", json!({ "ClientId": first.id })).await.ok();
    let secret = added["ClientSecretDescriptor"]["ClientSecretValue"].as_str().unwrap().to_owned();
    let second = TestClient { secret: Some(secret), ..first.clone() };
    (first, second)
}

#[tokio::test]
async fn a_deleted_secret_proves_nothing() {
    let server = TestServer::start();
    let (old, new) = client_with_two(&server).await;
    let tokens = Tokens::of(&sign_in(&old).await.ok());
    let both = ids(&old).await;
    assert_eq!(delete(&old, &both[0]).await.ok(), json!({}));
    assert_eq!(ids(&old).await, both[1..]);
    let text = format!("Unable to verify secret hash for client {}", old.id);
    sign_in(&old).await.refused("NotAuthorizedException", &text);
    let body = json!({ "Token": tokens.refresh, "ClientSecret": old.secret });
    old.call("RevokeToken", body).await.refused("UnauthorizedException", "Unauthorized");
    Tokens::of(&sign_in(&new).await.ok());
    // Tokens obtained with it stay valid.
    server.get_user(&tokens.access).await.ok();
    let refresh =
        json!({ "REFRESH_TOKEN": tokens.refresh, "SECRET_HASH": new.secret_hash("alice") });
    new.initiate("REFRESH_TOKEN_AUTH", refresh).await.ok();
    let described =
        new.pool.call("DescribeUserPoolClient", json!({ "ClientId": new.id })).await.ok();
    assert_eq!(described["UserPoolClient"]["ClientSecret"], json!(new.secret));
    server.deep_doctor().await;
}

#[tokio::test]
async fn the_newer_secret_can_be_deleted_too() {
    let server = TestServer::start();
    let (old, new) = client_with_two(&server).await;
    delete(&old, &ids(&old).await[1]).await.ok();
    Tokens::of(&sign_in(&old).await.ok());
    assert_eq!(sign_in(&new).await.kind(), "NotAuthorizedException");
}

#[tokio::test]
async fn the_last_secret_cannot_be_deleted() {
    let server = TestServer::start();
    let (old, _) = client_with_two(&server).await;
    let both = ids(&old).await;
    delete(&old, &both[1]).await.ok();
    let last = "The last secret of a client cannot be deleted.";
    delete(&old, &both[0]).await.refused("InvalidParameterException", last);
    Tokens::of(&sign_in(&old).await.ok());
}

#[tokio::test]
async fn unknown_secrets_clients_and_pools_are_named() {
    let server = TestServer::start();
    let (client, _) = client_with_two(&server).await;
    let public = client.pool.client().await;
    let other =
        ids(&client.pool.client_with(json!({ "GenerateSecret": true })).await).await.remove(0);
    for (client, id) in
        [(&client, "made-up"), (&client, &other), (&client, "\u{0}"), (&public, "made-up")]
    {
        delete(client, id)
            .await
            .refused("ResourceNotFoundException", &format!("Client secret {id} does not exist."));
    }
    let text = format!("User pool client {} does not exist.", client.id);
    let elsewhere = TestClient { pool: server.pool().await, ..client.clone() };
    delete(&elsewhere, &other).await.refused("ResourceNotFoundException", &text);
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "ClientId": client.id, "ClientSecretId": other });
    let answer: Answer = server.call("DeleteUserPoolClientSecret", body).await;
    answer.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
    assert_ne!(ids(&client).await, Vec::<String>::new());
    let none: Value =
        client.pool.call("ListUserPoolClientSecrets", json!({ "ClientId": public.id })).await.ok();
    assert_eq!(none, json!({ "ClientSecrets": [] }));
}
