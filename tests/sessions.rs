//! Token sessions across sign-in, refresh and revocation: which are listed, which are evicted, and
//! what happens to their tokens.

use serde_json::{Value, json};
use store::{Batch, Family, Pool, Rev, User, UserSessions, placement};
use testkit::{Answer, Jwt, PASSWORD, SrpClient, TestClient, TestPool, TestServer, Tokens};

pub(crate) const OFF: (&str, &str) =
    ("OperationNotEnabledException", "Session tracking is not enabled for the user pool.");
pub(crate) const NO_SESSION: (&str, &str) =
    ("ResourceNotFoundException", "Session does not exist.");
pub(crate) const REFRESH_REVOKED: (&str, &str) =
    ("NotAuthorizedException", "Refresh Token has been revoked");
pub(crate) const ACCESS_REVOKED: (&str, &str) =
    ("NotAuthorizedException", "Access Token has been revoked");

/// Alice in a pool that tracks sessions.
pub(crate) struct Scene {
    pub(crate) server: TestServer,
    pub(crate) pool: TestPool,
    pub(crate) client: TestClient,
    pub(crate) sub: String,
}

pub(crate) async fn scene(most: u32) -> Scene {
    scene_at(TestServer::start(), most).await
}

pub(crate) async fn scene_at(server: TestServer, most: u32) -> Scene {
    let pool = server.pool().await;
    let client = pool.client().await;
    let sub = pool.confirmed_user("alice").await;
    track(&pool, "ENABLED", most).await.ok();
    Scene { server, pool, client, sub }
}

/// `SetUserPoolSessionConfiguration`
pub(crate) async fn track(pool: &TestPool, tracking: &str, most: u32) -> Answer {
    let body = json!({ "UserSessionTracking": tracking, "TokenSession": { "MaxPerUser": most } });
    pool.call("SetUserPoolSessionConfiguration", body).await
}

impl Scene {
    /// `AdminListUserSessions`
    pub(crate) async fn list(&self) -> Vec<Value> {
        let answer =
            self.pool.call("AdminListUserSessions", json!({ "Username": "alice" })).await.ok();
        assert_eq!(answer.get("NextToken"), None);
        answer["Sessions"].as_array().unwrap().clone()
    }

    /// `ListUserSessions`
    pub(crate) async fn list_as(&self, tokens: &Tokens) -> Answer {
        self.server.call("ListUserSessions", json!({ "AccessToken": tokens.access })).await
    }

    /// The id of the session that these tokens belong to.
    pub(crate) async fn id_of(&self, tokens: &Tokens) -> String {
        let listed = self.list_as(tokens).await.ok();
        let own = listed["Sessions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|session| session["IsCurrentSession"] == true);
        own.unwrap_or_else(|| panic!("no session is current: {listed}"))["SessionId"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// `AdminRevokeUserSession`
    pub(crate) async fn revoke(&self, id: &str) -> Answer {
        self.pool
            .call("AdminRevokeUserSession", json!({ "Username": "alice", "SessionId": id }))
            .await
    }

    pub(crate) async fn require_dead(&self, tokens: &Tokens) {
        self.server.get_user(&tokens.access).await.refused(ACCESS_REVOKED.0, ACCESS_REVOKED.1);
        self.client.refresh(&tokens.refresh).await.refused(REFRESH_REVOKED.0, REFRESH_REVOKED.1);
    }

    pub(crate) async fn require_alive(&self, tokens: &Tokens) {
        self.server.get_user(&tokens.access).await.ok();
        self.client.refresh(&tokens.refresh).await.ok();
    }

    async fn part(&self) -> String {
        let pool = self.server.inner().store.read(Pool::get(&self.pool.id)).await.unwrap().unwrap();
        placement::user_part(&self.pool.id, pool.n_parts, &self.sub)
    }

    /// The row of alice's sessions.
    pub(crate) async fn row(&self) -> Option<UserSessions> {
        self.server
            .inner()
            .store
            .read(UserSessions::get(&self.part().await, &self.sub))
            .await
            .unwrap()
    }

    /// Gives alice a status that no operation gives a user who has tokens.
    pub(crate) async fn set_status(&self, status: &str) {
        let store = &self.server.inner().store;
        let mut user = store.read(User::get(&self.part().await, &self.sub)).await.unwrap().unwrap();
        user.status = status.to_owned();
        let mut batch = Batch::new(Rev(self.server.inner().rng.positive_i63()));
        batch.update(&user);
        store.commit(batch).await.unwrap();
    }
}

#[tokio::test]
async fn a_sign_in_creates_a_session_and_a_refresh_does_not() {
    let scene = scene(20).await;
    let first = scene.client.tokens("alice").await;
    let srp = Tokens::of(&scene.client.srp("alice", PASSWORD).await.ok());
    scene.client.refresh(&first.refresh).await.ok();
    scene.client.password("alice", "wrong").await.refusal();
    assert_eq!(scene.list().await.len(), 2);
    assert_ne!(scene.id_of(&first).await, scene.id_of(&srp).await);
    scene.server.deep_doctor().await;
}

/// A challenge that ends in tokens writes the user and the session in one commit.
#[tokio::test]
async fn choosing_a_password_creates_a_session() {
    let scene = scene(20).await;
    scene.pool.invited_user("bob", &[]).await;
    let challenge = scene.client.password("bob", PASSWORD).await.ok();
    let listed = |answer: Answer| answer.ok()["Sessions"].as_array().unwrap().len();
    let bob = json!({ "Username": "bob" });
    assert_eq!(
        listed(scene.pool.call("AdminListUserSessions", bob.clone()).await),
        0,
        "a challenge is no session"
    );
    let responses = json!({ "USERNAME": "bob", "NEW_PASSWORD": "Chosen-Password-1" });
    scene
        .client
        .respond("NEW_PASSWORD_REQUIRED", challenge["Session"].as_str(), responses)
        .await
        .ok();
    assert_eq!(listed(scene.pool.call("AdminListUserSessions", bob).await), 1);
    scene.server.deep_doctor().await;
}

/// Tokens of a tracked sign-in name their family; otherwise revoking the session could not end
/// them.
#[tokio::test]
async fn a_tracked_sign_in_can_be_revoked_whatever_the_client_settings() {
    let scene = scene(20).await;
    let client = scene.pool.client_with(json!({ "EnableTokenRevocation": false })).await;
    let tokens = client.tokens("alice").await;
    assert!(Jwt::decode(&tokens.access).claims["origin_jti"].is_string());
    let [session] = &scene.list().await[..] else { panic!("one session") };
    scene.revoke(session["SessionId"].as_str().unwrap()).await.ok();
    scene.server.get_user(&tokens.access).await.refused(ACCESS_REVOKED.0, ACCESS_REVOKED.1);
    client.refresh(&tokens.refresh).await.refused(REFRESH_REVOKED.0, REFRESH_REVOKED.1);
}

#[tokio::test]
async fn the_least_recently_used_session_is_evicted() {
    let scene = scene(3).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(scene.client.tokens("alice").await);
        scene.server.advance_seconds(60);
    }
    // Used again, the first session becomes the newest.
    scene.client.refresh(&held[0].refresh).await.ok();
    scene.server.advance_seconds(60);
    let fourth = scene.client.tokens("alice").await;
    scene.require_dead(&held[1]).await;
    for tokens in [&held[0], &held[2], &fourth] {
        scene.require_alive(tokens).await;
    }
    // Of sessions used at the same moment, the oldest one.
    let fifth = scene.client.tokens("alice").await;
    scene.require_dead(&held[0]).await;
    for tokens in [&held[2], &fourth, &fifth] {
        scene.require_alive(tokens).await;
    }
    assert_eq!(scene.list().await.len(), 3);
    scene.server.deep_doctor().await;
}

/// The limit covers all app clients together, and each user separately.
#[tokio::test]
async fn the_limit_is_per_user() {
    let scene = scene(1).await;
    scene.pool.confirmed_user("bob").await;
    let bob = scene.client.tokens("bob").await;
    let first = scene.client.tokens("alice").await;
    scene.pool.client().await.tokens("alice").await;
    scene.require_dead(&first).await;
    scene.require_alive(&bob).await;
}

#[tokio::test]
async fn a_lower_limit_ends_sessions_at_the_next_sign_in() {
    let scene = scene(5).await;
    let mut held = Vec::new();
    for _ in 0..4 {
        held.push(scene.client.tokens("alice").await);
    }
    track(&scene.pool, "ENABLED", 2).await.ok();
    assert_eq!(scene.list().await.len(), 4);
    scene.require_alive(&held[0]).await;
    let last = scene.client.tokens("alice").await;
    for tokens in &held[..3] {
        scene.require_dead(tokens).await;
    }
    scene.require_alive(&held[3]).await;
    scene.require_alive(&last).await;
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn expired_sessions_make_room() {
    let scene = scene(2).await;
    let short = scene.pool.client_with(json!({
        "RefreshTokenValidity": 60, "AccessTokenValidity": 5, "IdTokenValidity": 5,
        "TokenValidityUnits": { "RefreshToken": "minutes", "AccessToken": "minutes", "IdToken": "minutes" },
    }));
    let short = short.await;
    let kept = scene.client.tokens("alice").await;
    scene.server.advance_seconds(60);
    short.tokens("alice").await;
    scene.server.advance_seconds(3_599);
    assert_eq!(scene.list().await.len(), 2);
    scene.server.advance_seconds(1);
    assert_eq!(scene.list().await.len(), 1);
    scene.client.tokens("alice").await;
    scene.client.refresh(&kept.refresh).await.ok();
    assert_eq!(scene.list().await.len(), 2);
    let families =
        scene.server.inner().store.read(Family::of(&scene.part().await, &scene.sub)).await.unwrap();
    assert!(families.is_empty(), "nobody was driven out");
}

#[tokio::test]
async fn sign_out_and_disabling_end_every_session() {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    scene.client.tokens("alice").await;
    scene.server.call("GlobalSignOut", json!({ "AccessToken": tokens.access })).await.ok();
    assert_eq!(scene.list().await, Vec::<Value>::new());
    scene.client.tokens("alice").await;
    assert_eq!(scene.list().await.len(), 1);
    for operation in ["AdminDisableUser", "AdminEnableUser"] {
        scene.pool.call(operation, json!({ "Username": "alice" })).await.ok();
        assert_eq!(scene.list().await, Vec::<Value>::new());
    }
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn revoking_a_token_ends_its_session() {
    let scene = scene(20).await;
    let (revoked, kept) = (scene.client.tokens("alice").await, scene.client.tokens("alice").await);
    scene.client.revoke(&revoked.refresh).await.ok();
    let [session] = &scene.list().await[..] else { panic!("one session") };
    assert_eq!(session["SessionId"], scene.id_of(&kept).await);
    // Also while sessions are not tracked: otherwise it would be listed once they are again.
    track(&scene.pool, "DISABLED", 20).await.ok();
    scene.client.revoke(&kept.refresh).await.ok();
    assert!(scene.row().await.is_none());
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn a_deleted_user_leaves_no_sessions() {
    let scene = scene(20).await;
    scene.client.tokens("alice").await;
    assert!(scene.row().await.is_some());
    scene.pool.call("AdminDeleteUser", json!({ "Username": "alice" })).await.ok();
    assert!(scene.row().await.is_none());
    scene.server.deep_doctor().await;
}

#[tokio::test]
async fn the_row_is_removed_with_its_last_session() {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    let last = scene.client.tokens("alice").await;
    for tokens in [&tokens, &last] {
        assert!(scene.row().await.is_some());
        let id = scene.id_of(tokens).await;
        scene.revoke(&id).await.ok();
    }
    assert!(scene.row().await.is_none());
    scene.client.tokens("alice").await;
    scene.server.advance_seconds(31 * 86_400);
    pools::jobs::run_once(scene.server.inner()).await.unwrap();
    assert!(scene.row().await.is_none());
}

/// Activity is noted to the minute, so that refreshing rarely writes.
#[tokio::test]
async fn activity_is_noted_once_a_minute() {
    let scene = scene(20).await;
    let phone = scene.client.at(&scene.server.called_by("Phone/1.0", "192.0.2.1"));
    let tokens = Tokens::of(&phone.password("alice", PASSWORD).await.ok());
    let begun = scene.server.now();
    let refreshed = |client: TestClient| {
        let (tokens, server) = (tokens.clone(), scene.server.clone());
        async move {
            let (answer, work) = server.work_of(client.refresh(&tokens.refresh)).await;
            answer.ok();
            work.store.commits
        }
    };
    scene.server.advance_seconds(59);
    let tablet = scene.client.at(&scene.server.called_by("Tablet/2.0", "2001:db8::1"));
    assert_eq!(refreshed(tablet.clone()).await, 0);
    let [session] = &scene.list().await[..] else { panic!("one session") };
    assert_eq!([&session["DeviceType"], &session["LastIPAddress"]], ["Phone/1.0", "192.0.2.1"]);
    assert_eq!(session["LastActiveDate"], session["CreateDate"]);
    scene.server.advance_seconds(1);
    assert_eq!(refreshed(tablet).await, 1);
    let [session] = &scene.list().await[..] else { panic!("one session") };
    assert_eq!([&session["DeviceType"], &session["LastIPAddress"]], ["Tablet/2.0", "2001:db8::1"]);
    let seconds = |at: &Value| (at.as_f64().unwrap() * 1_000.0).round() as i64;
    assert_eq!(seconds(&session["CreateDate"]), begun.millis());
    assert_eq!(seconds(&session["LastActiveDate"]), begun.plus_seconds(60).millis());
    // A request without device data does not erase it.
    scene.server.advance_seconds(60);
    assert_eq!(refreshed(scene.client.clone()).await, 1);
    let [session] = &scene.list().await[..] else { panic!("one session") };
    assert_eq!([&session["DeviceType"], &session["LastIPAddress"]], ["Tablet/2.0", "2001:db8::1"]);
}

/// Tracked sessions keep working and are listed again later; untracked ones are never listed.
#[tokio::test]
async fn sessions_are_kept_while_tracking_is_off() {
    let scene = scene(1).await;
    let tracked = scene.client.tokens("alice").await;
    track(&scene.pool, "DISABLED", 1).await.ok();
    let (untracked, work) = scene.server.work_of(scene.client.tokens("alice")).await;
    assert_eq!(work.store.commits, 0);
    scene.server.advance_seconds(60);
    let (answer, work) = scene.server.work_of(scene.client.refresh(&tracked.refresh)).await;
    answer.ok();
    assert_eq!(work.store.commits, 0);
    for tokens in [&tracked, &untracked] {
        scene.require_alive(tokens).await;
        scene.list_as(tokens).await.refused(OFF.0, OFF.1);
    }
    track(&scene.pool, "ENABLED", 1).await.ok();
    let [session] = &scene.list().await[..] else { panic!("one session") };
    assert_eq!(session["SessionId"], scene.id_of(&tracked).await);
    scene.client.refresh(&untracked.refresh).await.ok();
    assert_eq!(scene.list().await.len(), 1);
    scene.client.tokens("alice").await;
    scene.require_dead(&tracked).await;
    scene.require_alive(&untracked).await;
    scene.server.deep_doctor().await;
}

/// Texts of any length and kind are kept up to the limit, and none causes a fault.
#[tokio::test]
async fn the_device_text_is_bounded() {
    let scene = scene(20).await;
    let long = "x".repeat(5_000);
    for (agent, shown) in [
        (long.as_str(), &long[..256]),
        ("", "unknown"),
        ("Mozilla/5.0 (\"q\" \\)", "Mozilla/5.0 (\"q\" \\)"),
    ] {
        let client = scene.client.at(&scene.server.called_by(agent, "::ffff:192.0.2.7"));
        let tokens = Tokens::of(&client.password("alice", PASSWORD).await.ok());
        let listed = scene.list_as(&tokens).await.ok();
        let own = listed["Sessions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|session| session["IsCurrentSession"] == true)
            .unwrap();
        assert_eq!(
            (own["DeviceType"].as_str().unwrap(), &own["LastIPAddress"]),
            (shown, &json!("192.0.2.7"))
        );
    }
    let client = scene.client.clone();
    let tokens = client.tokens("alice").await;
    let id = scene.id_of(&tokens).await;
    let own = scene.list().await.into_iter().find(|session| session["SessionId"] == id).unwrap();
    assert_eq!((own["DeviceType"].as_str(), own.get("LastIPAddress")), (Some("unknown"), None));
}

/// One more read in the same round trip, and one commit. Neither is made while tracking is off, as
/// `work` checks.
#[tokio::test]
async fn a_tracked_sign_in_costs_one_commit() {
    let scene = scene(2).await;
    scene.client.tokens("alice").await;
    let srp = SrpClient::new([9; 32]);
    let challenge = scene.client.srp_begin(&srp, "alice").await.ok();
    let responses = scene.client.srp_responses(&srp, &challenge, PASSWORD);
    let (answer, work) =
        scene.server.work_of(scene.client.respond("PASSWORD_VERIFIER", None, responses)).await;
    answer.ok();
    assert_eq!((work.store.reads, work.store.commits), (2, 1));
    // With an eviction.
    let (answer, work) = scene.server.work_of(scene.client.password("alice", PASSWORD)).await;
    answer.ok();
    assert_eq!((work.store.reads, work.store.commits), (3, 1));
}

#[tokio::test]
async fn the_doctor_finds_inconsistent_rows() {
    let scene = scene(20).await;
    let tokens = scene.client.tokens("alice").await;
    let row = scene.row().await.unwrap();
    let put = |row: UserSessions| {
        let server = scene.server.clone();
        async move {
            let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
            batch.replace(&row);
            server.inner().store.commit(batch).await.unwrap();
            let found = pools::doctor::deep(&server.inner().store).await;
            found
                .into_iter()
                .filter(|finding| finding.check == "sessions")
                .map(|finding| finding.detail)
                .collect::<Vec<_>>()
        }
    };
    let mut doc: Value = serde_json::from_str(&row.doc).unwrap();
    let session = doc["sessions"][0].clone();
    let with = |doc: &Value| UserSessions { doc: doc.to_string(), ..row.clone() };
    let findings = |fault: &str| vec![format!("the sessions of user {} {fault}", row.user_id)];
    assert_eq!(put(row.clone()).await, Vec::<String>::new());
    assert_eq!(
        put(UserSessions { doc: "{}".to_owned(), ..row.clone() }).await,
        findings("cannot be read")
    );
    assert_eq!(
        put(UserSessions { expires: 1, ..row.clone() }).await,
        findings("expire at a different time than their row")
    );
    doc["sessions"] = json!([session, session]);
    assert_eq!(put(with(&doc)).await, findings("have duplicates"));
    doc["sessions"][0]["id"] = json!("tkn1");
    doc["sessions"][0]["family"] = json!("another");
    assert_eq!(put(with(&doc)).await, findings("have a malformed id"));
    let many = (0..101).map(|at| {
        let mut one = session.clone();
        (one["id"], one["family"]) = (json!(format!("tkn{at:025}")), json!(at.to_string()));
        one
    });
    doc["sessions"] = many.collect();
    assert_eq!(put(with(&doc)).await, findings("are too many"));
    scene.client.revoke(&tokens.refresh).await.ok();
    let revoked = format!("user {} has a session whose tokens are revoked", row.user_id);
    assert_eq!(put(row.clone()).await, [revoked]);
}

/// A session whose refresh token was reused too late is over, and no longer listed.
#[tokio::test]
async fn a_late_reuse_ends_the_session() {
    let scene = scene(20).await;
    let client = scene.pool.rotating_client(0).await;
    let first = client.tokens("alice").await;
    let other = client.tokens("alice").await;
    let second = Tokens::of(&client.get_tokens(&first.refresh).await.ok());
    // Even if sessions are no longer tracked.
    track(&scene.pool, "DISABLED", 20).await.ok();
    scene.server.advance_seconds(11);
    let reused = client.get_tokens(&first.refresh).await;
    reused.refused("RefreshTokenReuseException", "Refresh Token has already been used.");
    client.get_tokens(&second.refresh).await.refused(REFRESH_REVOKED.0, REFRESH_REVOKED.1);
    track(&scene.pool, "ENABLED", 20).await.ok();
    assert_eq!(scene.list().await.len(), 1);
    assert_eq!(scene.list().await[0]["SessionId"], scene.id_of(&other).await);
}
