//! Passwords replaced concurrently, by a code or by the previous password.

use serde_json::json;
use testkit::{Answer, PASSWORD, TestClient, TestServer, Tokens, race};

use super::{Held, TASKS, require_one_winner, require_refusals};

const CODE: &str = "135790";
const DENIED: &str = "NotAuthorizedException";
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const INCORRECT: (&str, &str) = (DENIED, "Incorrect username or password.");
const LOCKED: (&str, &str) = (DENIED, "Password attempts exceeded");
const EMAIL: &[(&str, &str)] = &[("email", "alice@example.com"), ("email_verified", "true")];

async fn client_of(server: &TestServer) -> TestClient {
    let client = server.pool().await.client().await;
    client.pool.confirmed_user_with("alice", EMAIL).await;
    client
}

async fn forgot(client: &TestClient) -> Answer {
    client.call("ForgotPassword", json!({ "Username": "alice" })).await
}

async fn confirm(client: &TestClient, code: &str, password: &str) -> Answer {
    let body = json!({ "Username": "alice", "ConfirmationCode": code, "Password": password });
    client.call("ConfirmForgotPassword", body).await
}

async fn change(server: &TestServer, token: &str, proposed: &str) -> Answer {
    let body =
        json!({ "AccessToken": token, "PreviousPassword": PASSWORD, "ProposedPassword": proposed });
    server.call("ChangePassword", body).await
}

fn password(number: usize) -> String {
    format!("Chosen-Password-{number}")
}

/// Of the proposed passwords, only the winner's signs in.
async fn require_only(client: &TestClient, winner: usize, tasks: usize) {
    client.server().advance_seconds(3_600);
    client.password("alice", &password(winner)).await.ok();
    client.password("alice", PASSWORD).await.refused(INCORRECT.0, INCORRECT.1);
    let others: Vec<usize> = (0..tasks).filter(|number| *number != winner).collect();
    for number in others {
        // Guessing locks the user out; the test's clock ends the lock.
        client.server().advance_seconds(1_000);
        client.password("alice", &password(number)).await.refused(INCORRECT.0, INCORRECT.1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_sets_only_one_password() {
    let server = TestServer::builder().fixed_code(CODE).start();
    let client = client_of(&server).await;
    forgot(&client).await.ok();
    let answers = race(TASKS, |number| {
        let client = client.clone();
        async move { confirm(&client, CODE, &password(number)).await }
    })
    .await;
    let winner = require_one_winner(&answers, &[WRONG, LIMIT]);
    require_only(&client, winner, TASKS).await;
    server.deep_doctor().await;
}

/// A code has a million values: concurrent guesses must not outrun their counter.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_are_counted_one_by_one() {
    // One of the twenty was used up by asking for the code.
    const ALLOWED: usize = 19;
    let server = TestServer::builder().fixed_code(CODE).start();
    let client = client_of(&server).await;
    forgot(&client).await.ok();
    let mut answers = Vec::new();
    for round in 0..5 {
        answers.extend(
            race(TASKS, |number| {
                let client = client.clone();
                async move {
                    confirm(
                        &client,
                        &format!("{:06}", 200_000 + round * TASKS + number),
                        &password(0),
                    )
                    .await
                }
            })
            .await,
        );
    }
    require_refusals(&answers, &[WRONG, LIMIT]);
    assert!(answers.iter().all(|answer| !answer.is_ok()));
    let judged = answers.iter().filter(|answer| answer.kind() == WRONG.0).count();
    assert_eq!(judged, ALLOWED, "more rounds than it takes to use up the limit");
    confirm(&client, CODE, &password(0)).await.refused(LIMIT.0, LIMIT.1);
    server.advance_seconds(3_601);
    forgot(&client).await.ok();
    confirm(&client, CODE, &password(0)).await.ok();
    server.deep_doctor().await;
}

/// Of codes requested at the same time one is the newest, and only that one works.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_the_newest_code_works() {
    let server = TestServer::start();
    let client = client_of(&server).await;
    let answers = race(8, |_| {
        let client = client.clone();
        async move { forgot(&client).await }
    })
    .await;
    require_refusals(&answers, &[]);
    let mut codes: Vec<String> =
        server.messages().await.iter().filter_map(|sent| sent.message.code.clone()).collect();
    assert_eq!(
        codes.len(),
        answers.iter().filter(|answer| answer.is_ok()).count(),
        "a message for each that was answered"
    );
    codes.dedup();
    let mut right = 0;
    for code in &codes {
        let answer = confirm(&client, code, &password(0)).await;
        right += usize::from(answer.is_ok());
        require_refusals(&[answer], &[WRONG]);
    }
    assert_eq!(right, 1, "{codes:?}");
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_overtaken_by_a_newer_one_is_refused() {
    let held = Held::start();
    let client = client_of(&held.server).await;
    forgot(&client).await.ok();
    let first = held.server.code_for("alice@example.com").await;
    held.server.advance_seconds(1);
    let confirming = client.clone();
    let newer = async { drop(forgot(&client).await.ok()) };
    let answer = held
        .overtaken(async move { confirm(&confirming, &first, &password(0)).await }, newer)
        .await;
    answer.refused(WRONG.0, WRONG.1);
    confirm(&client, &held.server.code_for("alice@example.com").await, &password(1)).await.ok();
}

/// The last attempt of a limit, used up by somebody else meanwhile, is not used twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_right_code_overtaken_by_wrong_ones_is_refused() {
    let held = Held::with(TestServer::builder().fixed_code(CODE));
    let client = client_of(&held.server).await;
    forgot(&client).await.ok();
    let confirming = client.clone();
    let meanwhile = async {
        for _ in 0..19 {
            confirm(&client, "000000", &password(1)).await.refused(WRONG.0, WRONG.1);
        }
    };
    let answer = held
        .overtaken(async move { confirm(&confirming, CODE, &password(0)).await }, meanwhile)
        .await;
    answer.refused(LIMIT.0, LIMIT.1);
    client.tokens("alice").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_reset_overtaken_by_other_changes_is_refused_or_still_holds() {
    for (operation, body, expected) in [
        ("AdminDeleteUser", json!({ "Username": "alice" }), Some(WRONG)),
        ("AdminDisableUser", json!({ "Username": "alice" }), Some(WRONG)),
        ("AdminResetUserPassword", json!({ "Username": "alice" }), None),
        ("AdminUserGlobalSignOut", json!({ "Username": "alice" }), Some(WRONG)),
        (
            "AdminSetUserPassword",
            json!({ "Username": "alice", "Password": PASSWORD, "Permanent": true }),
            Some(WRONG),
        ),
    ] {
        let held = Held::with(TestServer::builder().fixed_code(CODE));
        let client = client_of(&held.server).await;
        forgot(&client).await.ok();
        let confirming = client.clone();
        let meanwhile = async { drop(client.pool.call(operation, body).await.ok()) };
        let answer = held
            .overtaken(async move { confirm(&confirming, CODE, &password(0)).await }, meanwhile)
            .await;
        match expected {
            Some(expected) => answer.refused(expected.0, expected.1),
            None => {
                answer.ok();
                client.password("alice", &password(0)).await.ok();
            }
        }
    }
}

/// A wrong password at sign-in, judged against the old password, does not bring the lock back.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_wrong_password_overtaken_by_a_reset_is_judged_again() {
    let held = Held::with(TestServer::builder().fixed_code(CODE));
    let client = client_of(&held.server).await;
    for _ in 0..4 {
        client.password("alice", "wrong").await.refused(INCORRECT.0, INCORRECT.1);
    }
    forgot(&client).await.ok();
    let guessing = client.clone();
    let reset = async { drop(confirm(&client, CODE, &password(0)).await.ok()) };
    // The same password was wrong and is right now.
    held.overtaken(async move { guessing.password("alice", &password(0)).await }, reset).await.ok();
    client.password("alice", &password(0)).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_password_is_changed_only_once() {
    const CHANGES: usize = 16;
    let server = TestServer::start();
    let client = client_of(&server).await;
    let Tokens { access, .. } = client.tokens("alice").await;
    let answers = race(CHANGES, |number| {
        let (server, access) = (server.clone(), access.clone());
        async move { change(&server, &access, &password(number)).await }
    })
    .await;
    let winner = require_one_winner(&answers, &[INCORRECT, LOCKED, LIMIT]);
    require_only(&client, winner, CHANGES).await;
    server.deep_doctor().await;
}

/// Guesses with a token are counted one by one, however many are sent at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_with_a_token_are_counted_one_by_one() {
    let server = TestServer::start();
    let client = client_of(&server).await;
    let Tokens { access, .. } = client.tokens("alice").await;
    let mut answers = Vec::new();
    for _ in 0..3 {
        answers.extend(
            race(TASKS, |number| {
                let (server, access) = (server.clone(), access.clone());
                let body = json!({
                    "AccessToken": access,
                    "PreviousPassword": format!("Wrong-Guess-{number}"),
                    "ProposedPassword": password(number),
                });
                async move { server.call("ChangePassword", body).await }
            })
            .await,
        );
    }
    require_refusals(&answers, &[INCORRECT, LOCKED, LIMIT]);
    assert!(answers.iter().all(|answer| !answer.is_ok()));
    let judged =
        answers.iter().filter(|answer| (answer.kind(), answer.text()) == INCORRECT).count();
    assert_eq!(judged, 5, "more rounds than it takes to use up the limit");
    client.password("alice", PASSWORD).await.refused(LOCKED.0, LOCKED.1);
    server.deep_doctor().await;
}

/// The previous password was right when it was checked; the commit finds that it no longer is.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_overtaken_by_a_reset_is_refused() {
    let held = Held::with(TestServer::builder().fixed_code(CODE));
    let client = client_of(&held.server).await;
    let Tokens { access, .. } = client.tokens("alice").await;
    forgot(&client).await.ok();
    let server = held.server.clone();
    let reset = async { drop(confirm(&client, CODE, &password(0)).await.ok()) };
    let answer =
        held.overtaken(async move { change(&server, &access, &password(1)).await }, reset).await;
    // The reset has ended the sign-in.
    answer.refused(DENIED, "Access Token has been revoked");
    client.password("alice", &password(0)).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_overtaken_by_the_end_of_its_token_is_refused() {
    for (operation, expected) in [
        ("AdminUserGlobalSignOut", (DENIED, "Access Token has been revoked")),
        ("AdminDisableUser", (DENIED, "Access Token has been revoked")),
        (
            "AdminResetUserPassword",
            ("PasswordResetRequiredException", "Password reset required for the user"),
        ),
        ("AdminDeleteUser", ("UserNotFoundException", "User does not exist.")),
    ] {
        let held = Held::start();
        let client = client_of(&held.server).await;
        let Tokens { access, .. } = client.tokens("alice").await;
        let server = held.server.clone();
        let meanwhile =
            async { drop(client.pool.call(operation, json!({ "Username": "alice" })).await.ok()) };
        let answer = held
            .overtaken(async move { change(&server, &access, &password(1)).await }, meanwhile)
            .await;
        answer.refused(expected.0, expected.1);
    }
}
