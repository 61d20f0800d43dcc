use domain::credential::AtRest;
use serde_json::{Value, json};
use store::{Attempts, Batch, Credential, Prefix, Rev, User};
use testkit::{Answer, Jwt, PASSWORD, SrpClient, TestClient, TestServer, forge, key_pairs, rs256};

const OTHER: &str = "Another-Horse-2";
const DENIED: &str = "NotAuthorizedException";
const INVALID: &str = "InvalidParameterException";
const WRONG: (&str, &str) = (DENIED, "Incorrect username or password.");
const LOCKED: (&str, &str) = (DENIED, "Password attempts exceeded");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");

struct Scene {
    server: TestServer,
    client: TestClient,
    access: String,
    sub: String,
}

async fn scene_with(settings: Value) -> Scene {
    scene_on(TestServer::builder().parts(1).start(), settings).await
}

async fn scene() -> Scene {
    scene_with(json!({})).await
}

async fn scene_on(server: TestServer, settings: Value) -> Scene {
    let client = server.pool_with(settings).await.client().await;
    let email = json!([{ "Name": "email", "Value": "alice@example.com" }, { "Name": "email_verified", "Value": "true" }]);
    // The first password is a different one: a history would refuse to reuse it.
    let body = json!({ "Username": "alice", "TemporaryPassword": "First-Horse-0", "UserAttributes": email });
    let made = client.pool.call("AdminCreateUser", body).await.ok();
    let sub = made["User"]["Attributes"][0]["Value"].as_str().unwrap().to_owned();
    client.pool.set_password("alice", PASSWORD).await;
    let access = client.tokens("alice").await.access;
    Scene { server, client, access, sub }
}

impl Scene {
    async fn change(&self, previous: impl Into<Value>, proposed: &str) -> Answer {
        let body = json!({ "AccessToken": self.access, "PreviousPassword": previous.into(), "ProposedPassword": proposed });
        self.server.call("ChangePassword", testkit::merged(body, json!({}))).await
    }

    fn part(&self) -> String {
        format!("{}:00", self.client.pool.id)
    }

    fn batch(&self) -> Batch {
        Batch::new(Rev(self.server.inner().rng.positive_i63()))
    }

    /// Takes the password away; so far no user without one can get a token.
    async fn without_password(&self) {
        let mut batch = self.batch();
        batch.remove(Credential::key(&self.part(), &self.sub, "password", "password"));
        self.server.inner().store.commit(batch).await.unwrap();
    }
}

#[tokio::test]
async fn the_previous_password_is_replaced() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let scene = scene_on(TestServer::builder().at_rest(at_rest).start(), json!({})).await;
        let tokens = scene.client.tokens("alice").await;
        scene.server.advance_seconds(60);
        assert_eq!(scene.change(PASSWORD, OTHER).await.ok(), json!({}));
        scene.client.password("alice", PASSWORD).await.refused(WRONG.0, WRONG.1);
        scene.client.password("alice", OTHER).await.ok();
        let user = scene.client.pool.user("alice").await;
        assert_eq!(
            (&user["UserStatus"], &user["UserLastModifiedDate"]),
            (&json!("CONFIRMED"), &json!(1_772_600_827.089))
        );
        // Tokens stay valid.
        for token in [&scene.access, &tokens.access] {
            scene.server.get_user(token).await.ok();
        }
        scene.client.refresh(&tokens.refresh).await.ok();
        scene.server.deep_doctor().await;
    }
}

/// A sign-in begun with the old password cannot be completed.
#[tokio::test]
async fn a_challenge_in_progress_ends() {
    let scene = scene().await;
    let srp = SrpClient::new([7; 32]);
    let challenge = scene.client.srp_begin(&srp, "alice").await.ok();
    let responses = scene.client.srp_responses(&srp, &challenge, PASSWORD);
    scene.change(PASSWORD, OTHER).await.ok();
    scene.client.respond("PASSWORD_VERIFIER", None, responses).await.refused(WRONG.0, WRONG.1);
}

#[tokio::test]
async fn the_previous_password_must_be_right() {
    let scene = scene().await;
    scene.change("wrong", OTHER).await.refused(WRONG.0, WRONG.1);
    for none in [Value::Null, json!("")] {
        scene
            .change(none, OTHER)
            .await
            .refused(INVALID, "Missing required parameter PreviousPassword");
    }
    scene.client.tokens("alice").await;
}

/// Five wrong passwords an hour, over all of the user's tokens; a right one in between does not
/// reset the count.
#[tokio::test]
async fn five_wrong_passwords_are_allowed_an_hour() {
    let mut scene = scene().await;
    for number in 0..5 {
        scene.change("wrong", OTHER).await.refused(WRONG.0, WRONG.1);
        if number == 2 {
            scene.access = scene.client.tokens("alice").await.access;
            scene.change(PASSWORD, PASSWORD).await.ok();
        }
    }
    for previous in ["wrong", PASSWORD] {
        scene.change(previous, OTHER).await.refused(LIMIT.0, LIMIT.1);
    }
    scene.server.advance_seconds(3_599);
    scene.access = scene.client.tokens("alice").await.access;
    scene.change(PASSWORD, OTHER).await.refused(LIMIT.0, LIMIT.1);
    scene.server.advance_seconds(1);
    scene.change(PASSWORD, OTHER).await.ok();
    scene.client.password("alice", OTHER).await.ok();
}

/// A token is no way around the lockout: both counts are kept together.
#[tokio::test]
async fn wrong_passwords_count_towards_the_lockout() {
    let scene = scene().await;
    for _ in 0..4 {
        scene.change("wrong", OTHER).await.refused(WRONG.0, WRONG.1);
    }
    scene.client.password("alice", "wrong").await.refused(WRONG.0, WRONG.1);
    scene.change(PASSWORD, OTHER).await.refused(LOCKED.0, LOCKED.1);
    scene.client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    scene.server.advance_seconds(1);
    scene.change(PASSWORD, OTHER).await.ok();
    // As in a sign-in, a success after a lock clears the count.
    let counters =
        scene.server.inner().store.read(Prefix::<Attempts>::in_part(&scene.part())).await.unwrap();
    assert!(
        !counters.is_empty() && counters.iter().all(|row| row.kind != "password"),
        "{counters:?}"
    );
    scene.client.password("alice", OTHER).await.ok();
}

/// The previous password is checked first, then the policy for the new one.
#[tokio::test]
async fn a_new_password_must_meet_the_policy() {
    let scene = scene().await;
    scene.change("wrong", "short").await.refused(WRONG.0, WRONG.1);
    for (password, rule) in [
        ("", "Password not long enough"),
        ("Sh0rt-!", "Password not long enough"),
        ("lower-case-1", "Password must have uppercase characters"),
        ("UPPER-CASE-1", "Password must have lowercase characters"),
        ("No-Number", "Password must have numeric characters"),
        ("NoSymbol1", "Password must have symbol characters"),
    ] {
        let text = format!("Password does not conform to policy: {rule}");
        scene.change(PASSWORD, password).await.refused("InvalidPasswordException", &text);
    }
    scene.client.tokens("alice").await;
}

#[tokio::test]
async fn recent_passwords_cannot_be_reused() {
    let scene =
        scene_with(json!({ "Policies": { "PasswordPolicy": { "PasswordHistorySize": 2 } } })).await;
    let used = ("PasswordHistoryPolicyViolationException", "Password has previously been used.");
    scene.change(PASSWORD, PASSWORD).await.refused(used.0, used.1);
    scene.change(PASSWORD, OTHER).await.ok();
    scene.server.advance_seconds(1);
    for password in [PASSWORD, OTHER] {
        scene.change(OTHER, password).await.refused(used.0, used.1);
    }
    scene.change(OTHER, "Third-Horse-3").await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_user_without_a_password_sets_the_first_one() {
    let factors =
        json!({ "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"] } });
    let scene = scene_with(json!({ "Policies": factors })).await;
    scene.without_password().await;
    // No password can match one that does not exist.
    scene.change(PASSWORD, OTHER).await.refused(WRONG.0, WRONG.1);
    let text = "Password does not conform to policy: Password not long enough";
    scene.change(Value::Null, "short").await.refused("InvalidPasswordException", text);
    assert_eq!(scene.change(Value::Null, OTHER).await.ok(), json!({}));
    scene.client.password("alice", OTHER).await.ok();
    scene
        .change(Value::Null, PASSWORD)
        .await
        .refused(INVALID, "Missing required parameter PreviousPassword");
    scene.change(OTHER, PASSWORD).await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_temporary_password_cannot_be_changed_here() {
    let scene = scene().await;
    scene
        .client
        .pool
        .call("AdminSetUserPassword", json!({ "Username": "alice", "Password": PASSWORD }))
        .await
        .ok();
    scene
        .change(PASSWORD, OTHER)
        .await
        .refused(DENIED, "User password cannot be changed in the current state.");
}

#[tokio::test]
async fn the_state_of_the_user_is_reported() {
    let scene = scene().await;
    let pool = &scene.client.pool;
    let row = scene
        .server
        .inner()
        .store
        .read(User::get(&scene.part(), &scene.sub))
        .await
        .unwrap()
        .unwrap();
    let mut batch = scene.batch();
    // No operation undoes a confirmation.
    batch.update(&User { status: "UNCONFIRMED".to_owned(), ..row });
    scene.server.inner().store.commit(batch).await.unwrap();
    scene
        .change(PASSWORD, OTHER)
        .await
        .refused("UserNotConfirmedException", "User is not confirmed.");
    pool.set_password("alice", PASSWORD).await;
    pool.call("AdminResetUserPassword", json!({ "Username": "alice" })).await.ok();
    let text = "Password reset required for the user";
    scene.change(PASSWORD, OTHER).await.refused("PasswordResetRequiredException", text);
    pool.set_password("alice", PASSWORD).await;
    scene.client.tokens("alice").await;
    pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    scene.change(PASSWORD, OTHER).await.refused("UserNotFoundException", "User does not exist.");
}

#[tokio::test]
async fn a_bad_token_changes_nothing() {
    let mut scene = scene().await;
    let tokens = scene.client.tokens("alice").await;
    let token = Jwt::decode(&tokens.access);
    let pair = key_pairs().into_iter().find(|pair| token.header["kid"] == pair.kid()).unwrap();
    let claims =
        testkit::merged(token.claims.clone(), json!({ "client_id": "1example23456789abcdefghij" }));
    scene.access = forge(&token.header, &claims, rs256(&pair));
    let gone = "User pool client 1example23456789abcdefghij does not exist.";
    scene.change(PASSWORD, OTHER).await.refused("ResourceNotFoundException", gone);
    scene.access = tokens.id;
    scene.change(PASSWORD, OTHER).await.refused(DENIED, "Invalid Access Token");
    scene.access = tokens.access;
    scene.client.pool.call("AdminUserGlobalSignOut", json!({ "Username": "alice" })).await.ok();
    scene.change(PASSWORD, OTHER).await.refused(DENIED, "Access Token has been revoked");
    scene.client.tokens("alice").await;
}

#[tokio::test]
async fn limits_match_the_model() {
    let scene = scene().await;
    let at =
        |member: &str| format!("Value at '{member}' failed to satisfy constraint: Member must");
    let text = format!(
        "2 validation errors detected: {} not be null; {} not be null",
        at("proposedPassword"),
        at("accessToken")
    );
    scene.server.call("ChangePassword", json!({})).await.refused(INVALID, &text);
    let long = format!(
        "1 validation error detected: {} have length less than or equal to 256",
        at("proposedPassword")
    );
    scene.change(PASSWORD, &"x".repeat(257)).await.refused(INVALID, &long);
}
