use serde_json::{Value, json};
use testkit::{Answer, Jwt, Tokens, forge, key_pairs, rs256};

use crate::sessions::{NO_SESSION, OFF, Scene, scene, track};

const REVOKED: (&str, &str) = ("NotAuthorizedException", "Access Token has been revoked");

async fn signed_in() -> (Scene, Tokens, Tokens) {
    let scene = scene(20).await;
    let (here, there) = (scene.client.tokens("alice").await, scene.client.tokens("alice").await);
    (scene, here, there)
}

async fn revoke(scene: &Scene, by: &Tokens, id: &str) -> Answer {
    scene
        .server
        .call("RevokeUserSession", json!({ "AccessToken": by.access, "SessionId": id }))
        .await
}

#[tokio::test]
async fn another_session_ends_with_its_tokens() {
    let (scene, here, there) = signed_in().await;
    let refreshed = Tokens::of(&scene.client.refresh(&there.refresh).await.ok());
    let id = scene.id_of(&there).await;
    assert_eq!(revoke(&scene, &here, &id).await.ok(), json!({}));
    scene.require_dead(&there).await;
    scene.server.get_user(&refreshed.access).await.refused(REVOKED.0, REVOKED.1);
    scene.require_alive(&here).await;
    assert_eq!(scene.list().await.len(), 1);
    revoke(&scene, &here, &id).await.refused(NO_SESSION.0, NO_SESSION.1);
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn the_bearers_own_session_cannot_be_revoked() {
    let (scene, here, _) = signed_in().await;
    let id = scene.id_of(&here).await;
    let refreshed = Tokens::of(&scene.client.refresh(&here.refresh).await.ok());
    for tokens in [&here, &refreshed] {
        let answer = revoke(&scene, tokens, &id).await;
        answer.refused(
            "InvalidParameterException",
            "The session of the access token cannot be revoked.",
        );
    }
    scene.require_alive(&here).await;
    assert_eq!(scene.list().await.len(), 2);
}

#[tokio::test]
async fn only_the_users_own_sessions_can_be_revoked() {
    let (scene, here, _) = signed_in().await;
    scene.pool.confirmed_user("bob").await;
    let bob = scene.client.tokens("bob").await;
    let of_bob = scene.id_of(&bob).await;
    for id in [of_bob.as_str(), "tkn0123456789012345678901234", "sso0123456789012345678901234"] {
        revoke(&scene, &here, id).await.refused("ResourceNotFoundException", NO_SESSION.1);
    }
    scene.require_alive(&bob).await;
}

/// There are no SSO sessions to revoke along with it.
#[tokio::test]
async fn revoking_linked_sessions_spares_the_others() {
    let (scene, here, there) = signed_in().await;
    for (tokens, linked) in [(&there, "LINKED"), (&scene.client.tokens("alice").await, "NONE")] {
        let id = scene.id_of(tokens).await;
        let body = json!({ "AccessToken": here.access, "SessionId": id, "RevokeAssociatedSessions": linked });
        scene.server.call("RevokeUserSession", body).await.ok();
        scene.require_dead(tokens).await;
    }
    scene.require_alive(&here).await;
    assert_eq!(scene.list().await.len(), 1);
}

#[tokio::test]
async fn the_token_must_be_valid() {
    let (scene, here, there) = signed_in().await;
    let id = scene.id_of(&there).await;
    for (status, kind, text) in [
        (
            "RESET_REQUIRED",
            "PasswordResetRequiredException",
            "Password reset required for the user",
        ),
        ("UNCONFIRMED", "UserNotConfirmedException", "User is not confirmed."),
    ] {
        scene.set_status(status).await;
        revoke(&scene, &here, &id).await.refused(kind, text);
    }
    scene.set_status("CONFIRMED").await;
    let mut token = Jwt::decode(&here.access);
    token.claims["client_id"] = json!("1example23456789abcdefghij");
    let pair = key_pairs().into_iter().find(|pair| token.header["kid"] == pair.kid()).unwrap();
    let of_no_client =
        Tokens { access: forge(&token.header, &token.claims, rs256(&pair)), ..here.clone() };
    let text = "User pool client 1example23456789abcdefghij does not exist.";
    revoke(&scene, &of_no_client, &id).await.refused("ResourceNotFoundException", text);
    scene.client.revoke(&here.refresh).await.ok();
    revoke(&scene, &here, &id).await.refused(REVOKED.0, REVOKED.1);
    track(&scene.pool, "DISABLED", 20).await.ok();
    revoke(&scene, &there, &id).await.refused("OperationNotEnabledException", OFF.1);
    scene.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    revoke(&scene, &there, &id).await.refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test]
async fn an_id_must_be_well_formed() {
    let (scene, here, _) = signed_in().await;
    for id in [
        "",
        "tkn",
        "TKN0123456789012345678901234",
        "abc0123456789012345678901234",
        "tkn012345678901234567890123\u{0}",
    ] {
        let answer = revoke(&scene, &here, id).await;
        assert_eq!(answer.kind(), "InvalidParameterException", "{id:?}");
    }
    let body = json!({ "AccessToken": here.access, "SessionId": Value::Null });
    let text = "1 validation error detected: Value null at 'sessionId' failed to satisfy constraint: Member must not be null";
    scene.server.call("RevokeUserSession", body).await.refused("InvalidParameterException", text);
}
