//! Names that a user holds through its attributes: released with the attribute, moved by force,
//! never left over.

use serde_json::{Value, json};
use testkit::{PASSWORD, TestClient, TestPool, TestServer};

const NEW: &str = "Chosen-Password-1";
const WRONG: (&str, &str) = ("NotAuthorizedException", "Incorrect username or password.");

struct Scene {
    server: TestServer,
    pool: TestPool,
    client: TestClient,
}

async fn scene(settings: Value) -> Scene {
    let server = TestServer::start();
    let pool = server.pool_with(settings).await;
    let client = pool.client().await;
    Scene { server, pool, client }
}

impl Scene {
    /// Answers NEW_PASSWORD_REQUIRED under a name, with attributes.
    async fn choose(&self, name: &str, attributes: Value) {
        let challenge = self.client.password(name, PASSWORD).await.ok();
        let username = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"].clone();
        let responses =
            testkit::merged(json!({ "USERNAME": username, "NEW_PASSWORD": NEW }), attributes);
        self.client
            .respond("NEW_PASSWORD_REQUIRED", challenge["Session"].as_str(), responses)
            .await
            .ok();
    }

    async fn delete(&self, name: &str) {
        self.pool.call("AdminDeleteUser", json!({ "Username": name })).await.ok();
    }
}

/// A released address must stop signing its user in, and be free for others.
#[tokio::test]
async fn a_changed_alias_is_released() {
    let verified = [("email", "old@example.com"), ("email_verified", "true")];
    let scene = scene(json!({ "AliasAttributes": ["email"] })).await;
    scene.pool.invited_user("alice", &verified).await;
    scene.choose("alice", json!({ "userAttributes.email": "new@example.com" })).await;
    for name in ["old@example.com", "new@example.com"] {
        scene.client.password(name, NEW).await.refused(WRONG.0, WRONG.1);
    }
    scene.pool.confirmed_user_with("second", &verified).await;
    scene.client.password("old@example.com", PASSWORD).await.ok();
    scene.server.deep_doctor().await;
    scene.delete("alice").await;
    scene.client.password("old@example.com", PASSWORD).await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_deleted_user_leaves_no_released_names_behind() {
    let attributes =
        [("email", "old@example.com"), ("email_verified", "true"), ("preferred_username", "ally")];
    let scene = scene(json!({ "AliasAttributes": ["email", "preferred_username"] })).await;
    scene.pool.invited_user("alice", &attributes).await;
    let other = json!({ "userAttributes.email": "new@example.com", "userAttributes.preferred_username": "al" });
    scene.choose("alice", other).await;
    scene.client.password("al", NEW).await.ok();
    scene.client.password("ally", NEW).await.refused(WRONG.0, WRONG.1);
    scene.delete("alice").await;
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_changed_username_attribute_is_released() {
    let scene = scene(json!({ "UsernameAttributes": ["email", "phone_number"] })).await;
    scene.pool.invited_user("alice@example.com", &[("phone_number", "+15555551234")]).await;
    scene
        .choose("alice@example.com", json!({ "userAttributes.phone_number": "+15555555678" }))
        .await;
    scene.client.password("+15555555678", NEW).await.ok();
    scene.client.password("+15555551234", NEW).await.refused(WRONG.0, WRONG.1);
    scene.client.sign_up("+15555551234", &[]).await.ok();
    scene.delete("alice@example.com").await;
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn force_moves_every_alias_of_the_holder() {
    let scene = scene(json!({ "AliasAttributes": ["email", "phone_number"] })).await;
    let (email, phone) = ("shared@example.com", "+15555551234");
    let both = json!([
        { "Name": "email", "Value": email },
        { "Name": "email_verified", "Value": "true" },
        { "Name": "phone_number", "Value": phone },
        { "Name": "phone_number_verified", "Value": "true" },
    ]);
    for name in ["first", "second"] {
        let body = json!({
            "Username": name,
            "UserAttributes": both,
            "ForceAliasCreation": true,
            "TemporaryPassword": PASSWORD,
            "MessageAction": "SUPPRESS",
        });
        scene.pool.call("AdminCreateUser", body).await.ok();
    }
    for alias in [email, phone] {
        let answer = scene.client.password(alias, PASSWORD).await.ok();
        assert_eq!(answer["ChallengeParameters"]["USER_ID_FOR_SRP"], "second");
    }
    let first = scene.pool.user("first").await;
    for flag in ["email_verified", "phone_number_verified"] {
        assert!(
            first["UserAttributes"]
                .as_array()
                .unwrap()
                .contains(&json!({ "Name": flag, "Value": "false" })),
            "{flag}"
        );
    }
    scene.server.deep_doctor().await;
}

/// Nobody may take another user's sign-in name as a username.
#[tokio::test]
async fn another_users_preferred_username_cannot_become_a_username() {
    let scene = scene(json!({ "AliasAttributes": ["preferred_username"] })).await;
    scene.pool.confirmed_user_with("alice", &[("preferred_username", "boss")]).await;
    scene.client.password("boss", PASSWORD).await.ok();
    let taken = scene.client.sign_up("boss", &[]).await;
    assert_eq!(taken.kind(), "UsernameExistsException", "{taken:?}");
    let body = json!({ "Username": "boss", "MessageAction": "SUPPRESS" });
    let taken = scene.pool.call("AdminCreateUser", body).await;
    assert_eq!(taken.kind(), "UsernameExistsException", "{taken:?}");
    assert_eq!(scene.pool.user("boss").await["Username"], "alice");
    scene.server.deep_doctor().await;
}
