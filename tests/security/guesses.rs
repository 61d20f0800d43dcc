//! Passwords guessed faster than the clock moves: the lockout must count every verdict, whatever
//! name is used.

use std::collections::BTreeMap;

use domain::credential::AtRest;
use serde_json::{Value, json};
use testkit::{Answer, PASSWORD, SrpClient, TestClient, TestServer, race};

const GUESSES: usize = 500;
/// Wrong verdicts before the first lock.
const FREE: usize = 5;
const WRONG: &str = "Incorrect username or password.";
const LOCKED: &str = "Password attempts exceeded";
const TOO_MANY: &str = "Too many requests";

struct Scene {
    server: TestServer,
    client: TestClient,
    /// All of them belong to the same user.
    names: [String; 3],
}

async fn scene(at_rest: AtRest) -> Scene {
    scene_on(TestServer::builder().at_rest(at_rest).start()).await
}

async fn scene_on(server: TestServer) -> Scene {
    let pool = server
        .pool_with(json!({
            "AliasAttributes": ["email"],
            "UsernameConfiguration": { "CaseSensitive": false },
        }))
        .await;
    let client = pool.client().await;
    pool.confirmed_user_with(
        "alice",
        &[("email", "alice@example.com"), ("email_verified", "true")],
    )
    .await;
    let names = ["alice", "ALICE", "alice@example.com"].map(str::to_owned);
    for name in &names {
        client.password(name, PASSWORD).await.ok();
    }
    Scene { server, client, names }
}

impl Scene {
    /// Concurrent guesses, with the right password among them at `right`.
    async fn guess(&self, right: Option<usize>) -> Vec<Answer> {
        race(GUESSES, |number| {
            let (client, name) =
                (self.client.clone(), self.names[number % self.names.len()].clone());
            let guess = if right == Some(number) {
                PASSWORD.to_owned()
            } else {
                format!("Wrong-Guess-{number}")
            };
            async move { client.password(&name, &guess).await }
        })
        .await
    }
}

/// How often each text was answered; a success counts as an empty text.
fn tally(answers: &[Answer]) -> BTreeMap<&str, usize> {
    let mut tally = BTreeMap::new();
    for answer in answers {
        *tally.entry(answer.text()).or_default() += 1;
    }
    tally
}

#[track_caller]
fn require_few_verdicts(answers: &[Answer]) {
    let tally = tally(answers);
    let known = ["", WRONG, LOCKED, TOO_MANY];
    assert!(tally.keys().all(|text| known.contains(text)), "{tally:?}");
    let of = |text| tally.get(text).copied().unwrap_or_default();
    assert!(of(WRONG) <= FREE, "{tally:?}");
    assert!(of("") <= 1 && of(WRONG) > 0, "{tally:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn five_hundred_guesses_get_five_verdicts() {
    let scene = scene(AtRest::Srp).await;
    let answers = scene.guess(None).await;
    require_few_verdicts(&answers);
    assert_eq!(tally(&answers).get(WRONG), Some(&FREE), "{:?}", tally(&answers));
    // Locked under every name, even for the right password.
    for name in &scene.names {
        assert_eq!(scene.client.password(name, PASSWORD).await.text(), LOCKED);
        assert_eq!(scene.client.srp(name, PASSWORD).await.text(), LOCKED);
    }
    scene.server.advance_seconds(1);
    scene.client.password("alice", PASSWORD).await.ok();
    scene.server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_right_password_among_the_guesses_does_not_help() {
    for (round, right) in [0, 3, 4, 5, 40, 499].into_iter().enumerate() {
        let scene = scene(AtRest::Srp).await;
        let answers = scene.guess(Some(right)).await;
        require_few_verdicts(&answers);
        assert!(
            answers.iter().enumerate().all(|(number, answer)| number == right || !answer.is_ok()),
            "round {round}"
        );
        scene.server.deep_doctor().await;
    }
}

/// Of guesses that begin together when a lock ends, the one that is counted is judged, and no other.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn after_a_lock_one_guess_is_judged() {
    for at_rest in [AtRest::Srp, AtRest::Argon2id] {
        let scene = scene(at_rest).await;
        for _ in 0..FREE {
            assert_eq!(scene.client.password("alice", "wrong").await.text(), WRONG);
        }
        scene.server.advance_seconds(1);
        let answers = race(4, |number| {
            let (client, name) = (scene.client.clone(), scene.names[number % 3].clone());
            async move { client.password(&name, "Wrong-Guess-1").await }
        })
        .await;
        let tally = tally(&answers);
        let of = |text| tally.get(text).copied().unwrap_or_default();
        assert_eq!((of(WRONG), of(LOCKED)), (1, 3), "{tally:?}");
        // Not even the right password is, once another guess was counted.
        assert_eq!(scene.client.password("alice", PASSWORD).await.text(), LOCKED);
        scene.server.deep_doctor().await;
    }
}

/// A right password takes back the failure that was counted for it, and no other.
#[tokio::test]
async fn a_right_password_costs_and_buys_no_guess() {
    let scene = scene(AtRest::Srp).await;
    let wrong = async |text: &str| {
        assert_eq!(scene.client.password("alice", "wrong").await.text(), text);
    };
    for _ in 0..FREE - 1 {
        wrong(WRONG).await;
    }
    scene.client.password("alice", PASSWORD).await.ok();
    scene.client.srp("alice", PASSWORD).await.ok();
    wrong(WRONG).await;
    wrong(LOCKED).await;
    scene.server.advance_seconds(1);
    scene.client.password("alice", PASSWORD).await.ok();
    // A success after a lock clears everything.
    for _ in 0..FREE {
        wrong(WRONG).await;
    }
    wrong(LOCKED).await;
    scene.server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_against_argon2_get_five_verdicts() {
    let scene = scene(AtRest::Argon2id).await;
    let answers = scene.guess(Some(250)).await;
    require_few_verdicts(&answers);
    scene.server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_by_srp_get_five_verdicts() {
    const ATTEMPTS: usize = 40;
    let scene = scene(AtRest::Srp).await;
    let mut prepared: Vec<Value> = Vec::new();
    for number in 0..ATTEMPTS {
        let srp = SrpClient::new([u8::try_from(number).unwrap() + 1; 32]);
        let challenge =
            scene.client.srp_begin(&srp, &scene.names[number % scene.names.len()]).await.ok();
        prepared.push(scene.client.srp_responses(
            &srp,
            &challenge,
            &format!("Wrong-Guess-{number}"),
        ));
    }
    let answers = race(ATTEMPTS, |number| {
        let (client, responses) = (scene.client.clone(), prepared[number].clone());
        async move { client.respond("PASSWORD_VERIFIER", None, responses).await }
    })
    .await;
    require_few_verdicts(&answers);
    assert_eq!(scene.client.password("alice", PASSWORD).await.text(), LOCKED);
    scene.server.deep_doctor().await;
}

/// The lock lasts 2^(n - 5) seconds after the n-th failure, at most 900, and is forgotten after 15
/// minutes without an attempt.
#[tokio::test]
async fn the_lock_doubles_and_is_forgotten() {
    let Scene { server, client, .. } = scene(AtRest::Srp).await;
    for _ in 1..5 {
        assert_eq!(client.password("alice", "wrong").await.text(), WRONG);
    }
    for lock in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        assert_eq!(client.password("alice", "wrong").await.text(), WRONG);
        // An attempt during a lock does not extend it.
        server.advance_seconds(lock - 1);
        assert_eq!(client.password("alice", PASSWORD).await.text(), LOCKED, "{lock}");
        server.advance_seconds(1);
    }
    client.password("alice", PASSWORD).await.ok();
    for _ in 1..5 {
        assert_eq!(client.password("alice", "wrong").await.text(), WRONG);
    }
    server.advance_seconds(15 * 60);
    for _ in 1..=5 {
        assert_eq!(client.password("alice", "wrong").await.text(), WRONG);
    }
    assert_eq!(client.password("alice", "wrong").await.text(), LOCKED);
}

/// The lock is checked again when a right password leaves the queue of the memory-hard checks, as
/// other attempts may have failed meanwhile. One thread runs the tasks, and reads of the embedded
/// store do not wait, so the tasks join the queue in the order in which they are spawned.
#[tokio::test]
async fn a_right_password_is_not_revealed_after_the_lock() {
    const QUEUED: usize = 15;
    let Scene { server, client, .. } =
        scene_on(TestServer::builder().at_rest(AtRest::Argon2id).on_sqlite().start()).await;
    for _ in 1..FREE {
        assert_eq!(client.password("alice", "wrong").await.text(), WRONG);
    }
    let spawn = |name: String, password: &'static str| {
        let client = client.clone();
        tokio::spawn(async move { client.password(&name, password).await })
    };
    let fill = |from: usize| {
        (from..from + QUEUED)
            .map(|number| spawn(format!("nobody-{number}"), "wrong"))
            .collect::<Vec<_>>()
    };
    let first = fill(0);
    let wrong = spawn("alice".to_owned(), "wrong");
    let between = fill(QUEUED);
    let right = spawn("alice".to_owned(), PASSWORD);
    assert_eq!(wrong.await.unwrap().text(), WRONG);
    assert_eq!(right.await.unwrap().text(), LOCKED);
    for other in first.into_iter().chain(between) {
        assert_eq!(other.await.unwrap().text(), WRONG);
    }
    server.deep_doctor().await;
}
