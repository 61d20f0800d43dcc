use serde_json::json;
use testkit::{Jwt, Tokens, forge, key_pairs, rs256};

use crate::sessions::{ACCESS_REVOKED, OFF, Scene, scene, track};

async fn signed_in() -> (Scene, Tokens) {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    (scene, tokens)
}

#[tokio::test]
async fn the_bearers_own_session_is_marked() {
    let (scene, first) = signed_in().await;
    let elsewhere = scene.pool.client().await.tokens("alice").await;
    scene.pool.confirmed_user("bob").await;
    scene.client.tokens("bob").await;
    let refreshed = Tokens::of(&scene.client.refresh(&first.refresh).await.ok());
    for (tokens, expected) in
        [(&first, [false, true]), (&refreshed, [false, true]), (&elsewhere, [true, false])]
    {
        let answer = scene.list_as(tokens).await.ok();
        let marks: Vec<&serde_json::Value> = answer["Sessions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|session| &session["IsCurrentSession"])
            .collect();
        assert_eq!(marks, expected);
        assert_eq!(answer.as_object().unwrap().len(), 1);
    }
}

/// A token issued while tracking was off belongs to no session.
#[tokio::test]
async fn an_untracked_bearer_sees_the_others() {
    let (scene, tracked) = signed_in().await;
    track(&scene.pool, "DISABLED", 20).await.ok();
    let untracked = scene.client.tokens("alice").await;
    scene.list_as(&untracked).await.refused("OperationNotEnabledException", OFF.1);
    track(&scene.pool, "ENABLED", 20).await.ok();
    let answer = scene.list_as(&untracked).await.ok();
    assert_eq!(answer["Sessions"][0]["IsCurrentSession"], false);
    assert_eq!(answer["Sessions"][0]["SessionId"], scene.id_of(&tracked).await);
}

#[tokio::test]
async fn the_token_must_be_valid() {
    let (scene, tokens) = signed_in().await;
    for (status, kind, text) in [
        (
            "RESET_REQUIRED",
            "PasswordResetRequiredException",
            "Password reset required for the user",
        ),
        ("UNCONFIRMED", "UserNotConfirmedException", "User is not confirmed."),
    ] {
        scene.set_status(status).await;
        scene.list_as(&tokens).await.refused(kind, text);
    }
    scene.set_status("CONFIRMED").await;
    let mut token = Jwt::decode(&tokens.access);
    token.claims["client_id"] = json!("1example23456789abcdefghij");
    let pair = key_pairs().into_iter().find(|pair| token.header["kid"] == pair.kid()).unwrap();
    let of_no_client =
        Tokens { access: forge(&token.header, &token.claims, rs256(&pair)), ..tokens.clone() };
    let text = "User pool client 1example23456789abcdefghij does not exist.";
    scene.list_as(&of_no_client).await.refused("ResourceNotFoundException", text);
    scene.client.revoke(&tokens.refresh).await.ok();
    scene.list_as(&tokens).await.refused("NotAuthorizedException", ACCESS_REVOKED.1);
    scene.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    scene.list_as(&tokens).await.refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test]
async fn there_is_one_page() {
    let (scene, tokens) = signed_in().await;
    let body = json!({ "AccessToken": tokens.access, "NextToken": "x" });
    scene
        .server
        .call("ListUserSessions", body)
        .await
        .refused("InvalidParameterException", "Invalid pagination token.");
}
