use serde_json::json;
use testkit::Tokens;

use crate::sessions::{NO_SESSION, OFF, scene, track};

#[tokio::test]
async fn the_session_ends_with_its_tokens() {
    let scene = scene(20).await;
    let (ended, kept) = (scene.client.tokens("alice").await, scene.client.tokens("alice").await);
    let refreshed = Tokens::of(&scene.client.refresh(&ended.refresh).await.ok());
    let id = scene.id_of(&ended).await;
    assert_eq!(scene.revoke(&id).await.ok(), json!({}));
    scene.require_dead(&ended).await;
    scene
        .server
        .get_user(&refreshed.access)
        .await
        .refused("NotAuthorizedException", "Access Token has been revoked");
    scene.require_alive(&kept).await;
    assert_eq!(scene.list().await.len(), 1);
    scene.revoke(&id).await.refused(NO_SESSION.0, NO_SESSION.1);
    scene.server.deep_doctor().await;
}

/// However often its refresh token was rotated, a session is one family and ends as one.
#[tokio::test]
async fn a_rotating_session_ends_with_all_its_tokens() {
    let mut scene = scene(20).await;
    scene.client = scene.pool.rotating_client(30).await;
    let first = scene.client.tokens("alice").await;
    let id = scene.id_of(&first).await;
    let second = Tokens::of(&scene.client.get_tokens(&first.refresh).await.ok());
    let third = Tokens::of(&scene.client.get_tokens(&second.refresh).await.ok());
    assert_eq!((scene.id_of(&third).await, scene.list().await.len()), (id.clone(), 1));
    scene.revoke(&id).await.ok();
    for tokens in [&first, &second, &third] {
        scene
            .server
            .get_user(&tokens.access)
            .await
            .refused("NotAuthorizedException", "Access Token has been revoked");
        let late = scene.client.get_tokens(&tokens.refresh).await;
        late.refused("NotAuthorizedException", "Refresh Token has been revoked");
    }
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn revoking_linked_sessions_spares_the_others() {
    let scene = scene(20).await;
    let (ended, kept) = (scene.client.tokens("alice").await, scene.client.tokens("alice").await);
    let body = json!({ "Username": scene.sub, "SessionId": scene.id_of(&ended).await, "RevokeAssociatedSessions": "LINKED" });
    scene.pool.call("AdminRevokeUserSession", body).await.ok();
    scene.require_dead(&ended).await;
    scene.require_alive(&kept).await;
}

#[tokio::test]
async fn the_user_must_own_the_session() {
    let scene = scene(20).await;
    scene.pool.confirmed_user("bob").await;
    let bob = scene.client.tokens("bob").await;
    let id = scene.id_of(&bob).await;
    scene.revoke(&id).await.refused("ResourceNotFoundException", "Session does not exist.");
    scene.revoke("sso0123456789012345678901234").await.refused(NO_SESSION.0, NO_SESSION.1);
    scene.require_alive(&bob).await;
    let nobody = scene
        .pool
        .call("AdminRevokeUserSession", json!({ "Username": "nobody", "SessionId": id }))
        .await;
    nobody.refused("UserNotFoundException", "User does not exist.");
    let body = json!({ "UserPoolId": "eu-west-1_Unknown00", "Username": "bob", "SessionId": id });
    let unknown = scene.server.call("AdminRevokeUserSession", body).await;
    unknown.refused("ResourceNotFoundException", "User pool eu-west-1_Unknown00 does not exist.");
}

/// A session that ended in another way is no longer a session.
#[tokio::test]
async fn an_ended_session_is_unknown() {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    let id = scene.id_of(&tokens).await;
    scene.server.call("GlobalSignOut", json!({ "AccessToken": tokens.access })).await.ok();
    scene.revoke(&id).await.refused(NO_SESSION.0, NO_SESSION.1);
}

#[tokio::test]
async fn an_untracked_pool_has_no_sessions() {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    let id = scene.id_of(&tokens).await;
    track(&scene.pool, "DISABLED", 20).await.ok();
    scene.revoke(&id).await.refused("OperationNotEnabledException", OFF.1);
    scene.require_alive(&tokens).await;
}

#[tokio::test]
async fn an_id_must_be_well_formed() {
    let scene = scene(20).await;
    let answer = scene.revoke("tkn-0123456789012345678901234").await;
    assert_eq!(answer.kind(), "InvalidParameterException");
}
