use serde_json::json;
use testkit::{Answer, PASSWORD, TestClient, TestServer};

use crate::bearer::require_token_errors;

const DENIED: &str = "NotAuthorizedException";

async fn client() -> TestClient {
    let pool = TestServer::start().pool().await;
    pool.confirmed_user("alice").await;
    pool.client().await
}

async fn sign_out(client: &TestClient, token: &str) -> Answer {
    client.server().call("GlobalSignOut", json!({ "AccessToken": token })).await
}

#[tokio::test]
async fn every_token_of_the_user_is_revoked() {
    let client = client().await;
    let server = client.server();
    client.pool.confirmed_user("bob").await;
    let (first, second) =
        (client.tokens("alice").await, client.pool.client().await.tokens("alice").await);
    let others = client.tokens("bob").await;
    assert_eq!(sign_out(&client, &first.access).await.ok(), json!({}));
    for token in [&first.access, &second.access] {
        server.get_user(token).await.refused(DENIED, "Access Token has been revoked");
        sign_out(&client, token).await.refused(DENIED, "Access Token has been revoked");
    }
    client.refresh(&first.refresh).await.refused(DENIED, "Refresh Token has been revoked");
    server.get_user(&others.access).await.ok();
    client.refresh(&others.refresh).await.ok();
    // A new sign-in in the same moment is valid.
    let fresh = client.tokens("alice").await;
    server.get_user(&fresh.access).await.ok();
}

/// A sign-in in progress would outlive the sign-out.
#[tokio::test]
async fn a_challenge_in_progress_ends_too() {
    let client = client().await;
    let tokens = client.tokens("alice").await;
    let srp = testkit::SrpClient::new([7; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    let responses = client.srp_responses(&srp, &challenge, PASSWORD);
    sign_out(&client, &tokens.access).await.ok();
    let answer = client.respond("PASSWORD_VERIFIER", None, responses).await;
    answer.refused(DENIED, "Incorrect username or password.");
}

#[tokio::test]
async fn a_bad_token_signs_nobody_out() {
    let client = client().await;
    let tokens = client.tokens("alice").await;
    sign_out(&client, &tokens.id).await.refused(DENIED, "Invalid Access Token");
    sign_out(&client, "made-up").await.refused(DENIED, "Invalid Access Token");
    sign_out(&client, &tokens.refresh).await.refused(DENIED, "Invalid Access Token");
    client.server().get_user(&tokens.access).await.ok();
    client.server().advance_seconds(3_600);
    sign_out(&client, &tokens.access).await.refused(DENIED, "Access Token has expired");
    client.refresh(&tokens.refresh).await.ok();
}

/// The operation does not declare UserNotFoundException.
#[tokio::test]
async fn a_deleted_user_is_not_authorized() {
    let client = client().await;
    let tokens = client.tokens("alice").await;
    client.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    assert_eq!(sign_out(&client, &tokens.access).await.kind(), DENIED);
}

#[tokio::test]
async fn limits_match_the_model() {
    let client = client().await;
    let at = "1 validation error detected: Value at 'accessToken' failed to satisfy constraint: Member must";
    let pattern = format!("{at} satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
    sign_out(&client, "not a token").await.refused("InvalidParameterException", &pattern);
    let none = client.server().call("GlobalSignOut", json!({})).await;
    none.refused("InvalidParameterException", &format!("{at} not be null"));
}

/// The operation does not declare UserNotFoundException.
#[tokio::test]
async fn token_and_user_must_be_in_good_standing() {
    let kinds = [
        DENIED,
        "UserNotConfirmedException",
        "PasswordResetRequiredException",
        "ResourceNotFoundException",
        DENIED,
    ];
    require_token_errors("GlobalSignOut", json!({}), kinds).await;
}
