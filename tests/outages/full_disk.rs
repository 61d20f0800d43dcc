//! The disk is full: guesses cannot be counted, so they are not judged; users who exist sign in, new
//! ones wait.

use std::sync::Arc;

use serde_json::json;
use testkit::{Answer, Disk, PASSWORD, SrpClient, TestClient, TestPool, TestServer, race};

const FAULT: &str = "InternalErrorException";
const LOCKED: (&str, &str) = ("NotAuthorizedException", "Password attempts exceeded");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const NO_ROOM: (&str, &str) = ("TooManyRequestsException", "Too many requests");
/// How long a subject stays locked, in seconds.
const LOCK: i64 = 15 * 60 + 1;
/// Passwords of one account that are checked at once.
const AT_ONCE: usize = 4;
const MIN_FREE: u64 = 64 << 20;

struct Scene {
    server: TestServer,
    disk: Arc<Disk>,
    pool: TestPool,
    client: TestClient,
}

impl Scene {
    async fn new() -> Self {
        let disk = Arc::new(Disk::default());
        let server = TestServer::builder().faults(disk.clone()).min_free(MIN_FREE).start();
        let pool = server.pool_with(json!({ "AutoVerifiedAttributes": ["email"] })).await;
        let client = pool.client().await;
        pool.confirmed_user("alice").await;
        pool.confirmed_user("bob").await;
        Self { server, disk, pool, client }
    }
}

fn is_fault(answer: &Answer) -> bool {
    answer.result.as_ref().is_err_and(|refusal| refusal.kind == FAULT)
}

fn is_locked(answer: &Answer) -> bool {
    answer.result.as_ref().is_err_and(|refusal| refusal.message == LOCKED.1)
}

#[tokio::test]
async fn a_guess_that_cannot_be_counted_locks_the_user() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    disk.set_full(true);
    assert_eq!(client.password("alice", "Wrong-Guess-1").await.kind(), FAULT);
    for guess in [PASSWORD, "Wrong-Guess-2"] {
        client.password("alice", guess).await.refused(LOCKED.0, LOCKED.1);
        client.srp("alice", guess).await.refused(LOCKED.0, LOCKED.1);
    }
    // Others sign in: that writes nothing.
    client.password("bob", PASSWORD).await.ok();
    // The lock stays when there is space again, since the guess was never counted.
    disk.set_full(false);
    server.advance_seconds(LOCK - 2);
    client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    server.advance_seconds(2);
    client.password("alice", PASSWORD).await.ok();
    server.deep_doctor().await;
}

/// What a sign-in learns about the caller's network is left out if there is no room for it.
#[tokio::test]
async fn users_sign_in_from_a_new_network() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    let away = client.at(&server.called_by("test", "203.0.113.9"));
    disk.set_full(true);
    away.password("bob", PASSWORD).await.ok();
    away.srp("alice", PASSWORD).await.refusal();
    disk.set_full(false);
    away.srp("alice", PASSWORD).await.ok();
    disk.set_full(true);
    // Days later, too.
    server.advance_seconds(20 * 86_400);
    away.password("alice", PASSWORD).await.ok();
    server.deep_doctor().await;
}

/// The network that cannot be counted is locked, and no other.
#[tokio::test]
async fn a_guess_from_elsewhere_does_not_lock_a_known_network() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    let at = |address| client.at(&server.called_by("test", address));
    let (home, elsewhere) = (at("198.51.100.7"), at("203.0.113.9"));
    home.password("alice", PASSWORD).await.ok();
    disk.set_full(true);
    assert_eq!(elsewhere.password("alice", "Wrong-Guess-1").await.kind(), FAULT);
    elsewhere.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    home.password("alice", PASSWORD).await.ok();
}

/// Of guesses that are under way together, no more are judged than a full disk needs to be noticed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guesses_at_once_are_few() {
    let scene = Scene::new().await;
    scene.disk.set_full(true);
    let answers = race(60, |number| {
        let client = scene.client.clone();
        async move { client.password("alice", &format!("Wrong-Guess-{number}")).await }
    })
    .await;
    let judged = answers.iter().filter(|answer| is_fault(answer)).count();
    assert!((1..=AT_ONCE).contains(&judged), "{judged}");
    scene.client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    assert!(answers.iter().any(is_locked));
}

#[tokio::test]
async fn an_srp_answer_that_cannot_be_counted_locks_the_user() {
    let scene = Scene::new().await;
    let Scene { disk, client, .. } = &scene;
    let srp = SrpClient::new([9; 32]);
    let challenge = client.srp_begin(&srp, "alice").await.ok();
    disk.set_full(true);
    let wrong = client.srp_responses(&srp, &challenge, "Wrong-Guess-1");
    assert_eq!(client.respond("PASSWORD_VERIFIER", None, wrong).await.kind(), FAULT);
    let right = client.srp_responses(&srp, &challenge, PASSWORD);
    client.respond("PASSWORD_VERIFIER", None, right).await.refused(LOCKED.0, LOCKED.1);
    client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
}

#[tokio::test]
async fn a_previous_password_that_cannot_be_counted_locks_the_user() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    let tokens = client.tokens("alice").await;
    let change = async |previous: &str| {
        let body = json!({
            "AccessToken": tokens.access, "PreviousPassword": previous,
            "ProposedPassword": "Another-1-password",
        });
        server.call("ChangePassword", body).await
    };
    disk.set_full(true);
    assert_eq!(change("Wrong-Guess-1").await.kind(), FAULT);
    disk.set_full(false);
    change(PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
}

#[tokio::test]
async fn a_code_that_cannot_be_counted_locks_the_user() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    client.sign_up("carol", &[("email", "carol@example.com")]).await.ok();
    let code = server.code_for("carol@example.com").await;
    disk.set_full(true);
    assert_eq!(client.confirm("carol", "000000x").await.kind(), FAULT);
    disk.set_full(false);
    client.confirm("carol", &code).await.refused(LIMIT.0, LIMIT.1);
    server.advance_seconds(LOCK);
    client.confirm("carol", &code).await.ok();
}

#[tokio::test]
async fn a_server_is_not_ready_until_commits_have_succeeded_for_half_a_minute() {
    let scene = Scene::new().await;
    let Scene { server, disk, client, .. } = &scene;
    let jobs = async || pools::jobs::run_once(server.inner()).await;
    assert!(server.is_ready().await);
    disk.set_full(true);
    assert_eq!(client.password("alice", "Wrong-Guess-1").await.kind(), FAULT);
    assert!(!server.is_ready().await);
    let _ = jobs().await;
    assert!(!server.is_ready().await);
    disk.set_full(false);
    assert!(!server.is_ready().await, "nobody has tried yet");
    // What can be rewritten in place proves nothing: if a server were ready after that, it would be
    // unready again as soon as someone signs up.
    for _ in 0..6 {
        jobs().await.unwrap();
        assert!(!server.is_ready().await);
        server.advance_seconds(5);
    }
    jobs().await.unwrap();
    assert!(server.is_ready().await);
    server.deep_doctor().await;
}

#[tokio::test]
async fn new_users_wait_while_the_disk_is_almost_full() {
    let scene = Scene::new().await;
    let Scene { server, disk, pool, client } = &scene;
    let create = async |name: &str| {
        let body = json!({ "Username": name, "MessageAction": "SUPPRESS" });
        pool.call("AdminCreateUser", body).await
    };
    let is_embedded = !server.inner().store.is_shared();
    disk.set_free(MIN_FREE - 1);
    server.advance_seconds(1);
    if is_embedded {
        client.sign_up("carol", &[]).await.refused(NO_ROOM.0, NO_ROOM.1);
        create("dave").await.refused(NO_ROOM.0, NO_ROOM.1);
    }
    // Users who exist are served.
    assert_eq!(client.password("bob", "Wrong-Guess-1").await.kind(), "NotAuthorizedException");
    client.password("bob", PASSWORD).await.ok();
    disk.set_free(MIN_FREE);
    server.advance_seconds(1);
    client.sign_up("carol", &[]).await.ok();
    create("dave").await.ok();
    // Whatever the free space: after a commit that found the disk full.
    disk.set_full(true);
    assert_eq!(client.sign_up("erin", &[]).await.kind(), FAULT);
    client.sign_up("erin", &[]).await.refused(NO_ROOM.0, NO_ROOM.1);
    disk.set_full(false);
    pools::jobs::run_once(server.inner()).await.unwrap();
    server.advance_seconds(30);
    pools::jobs::run_once(server.inner()).await.unwrap();
    client.sign_up("erin", &[]).await.ok();
}
