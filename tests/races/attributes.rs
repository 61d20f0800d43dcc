//! Attributes: a name has one holder, a code one use, and only the address that a code was sent to
//! is verified.

use serde_json::json;
use testkit::{Answer, TestServer, race};

use super::{Held, TASKS, TOO_MANY, require_one_winner, require_refusals};
use crate::bearer::{Bearer, EMAIL, NEW, NEW_EMAIL, UNVERIFIED, VERIFIED, aliases, held_back};

const CODE: &str = "135790";
const TAKEN: (&str, &str) =
    ("AliasExistsException", "An account with the given email already exists.");
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const GONE: (&str, &str) = ("UserNotFoundException", "User does not exist.");

/// Users in one pool, each with a token.
async fn users(
    server: &TestServer,
    settings: serde_json::Value,
    count: usize,
    own: &[(&str, &str)],
) -> Vec<Bearer> {
    let client = server.pool_with(settings).await.client().await;
    let mut users = Vec::new();
    for number in 0..count {
        users.push(Bearer::at_client(&client, &format!("user-{number}"), own).await);
    }
    users
}

/// Like [`race`], for the user of each number; requests refused only because of the load are
/// retried.
async fn race_of<F>(
    users: &[Bearer],
    request: impl Fn(Bearer) -> F + Clone + Send + 'static,
) -> Vec<Answer>
where
    F: Future<Output = Answer> + Send,
{
    race(users.len(), |number| {
        let (bearer, request) = (users[number].clone(), request.clone());
        async move {
            loop {
                let answer = request(bearer.clone()).await;
                if (answer.kind(), answer.text()) != TOO_MANY {
                    return answer;
                }
            }
        }
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_address_vouched_for_by_many_goes_to_one_user() {
    let server = TestServer::start();
    let users = users(&server, held_back(), TASKS / 2, &[]).await;
    let answers =
        race_of(&users, |bearer| async move { bearer.admin_update(&[NEW_EMAIL, VERIFIED]).await })
            .await;
    let winner = require_one_winner(&answers, &[TAKEN]);
    for (number, bearer) in users.iter().enumerate() {
        bearer
            .require_attributes(if number == winner { &[NEW_EMAIL, VERIFIED] } else { &[] })
            .await;
    }
    assert!(users[winner].signs_in_by(NEW).await);
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_address_verified_by_many_goes_to_one_user() {
    for (settings, loser) in [(aliases(), vec![NEW_EMAIL, UNVERIFIED]), (held_back(), vec![EMAIL])]
    {
        let server = TestServer::builder().fixed_code(CODE).start();
        let users = users(&server, settings, TASKS / 2, &[EMAIL]).await;
        for bearer in &users {
            bearer.update(&[NEW_EMAIL]).await.ok();
        }
        let answers =
            race_of(&users, |bearer| async move { bearer.verify("email", CODE).await }).await;
        let winner = require_one_winner(&answers, &[TAKEN]);
        for (number, bearer) in users.iter().enumerate() {
            bearer
                .require_attributes(if number == winner { &[NEW_EMAIL, VERIFIED] } else { &loser })
                .await;
        }
        assert!(users[winner].signs_in_by(NEW).await);
        server.deep_doctor().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_username_attribute_claimed_by_many_goes_to_one_user() {
    let server = TestServer::start();
    let client = server.pool_with(json!({ "UsernameAttributes": ["email"] })).await.client().await;
    let mut users = Vec::new();
    for number in 0..TASKS / 2 {
        users.push(Bearer::at_client(&client, &format!("user-{number}@example.com"), &[]).await);
    }
    let answers = race_of(&users, |bearer| async move { bearer.update(&[NEW_EMAIL]).await }).await;
    let winner = require_one_winner(&answers, &[TAKEN]);
    assert!(users[winner].signs_in_by(NEW).await);
    for (number, bearer) in users.iter().enumerate() {
        assert_eq!(
            bearer.signs_in_by(&format!("user-{number}@example.com")).await,
            number != winner,
            "{number}"
        );
    }
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_verifies_only_once() {
    for settings in [aliases(), held_back()] {
        let server = TestServer::builder().fixed_code(CODE).start();
        let bearer = Bearer::at(&server, settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let answers = race(TASKS, |_| {
            let bearer = bearer.clone();
            async move { bearer.verify("email", CODE).await }
        })
        .await;
        require_one_winner(&answers, &[EXPIRED, LIMIT]);
        bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
        server.deep_doctor().await;
    }
}

/// A code has a million values: concurrent guesses must not outrun their counter.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn guesses_are_counted_one_by_one() {
    let server = TestServer::builder().fixed_code(CODE).start();
    let bearer = Bearer::at(&server, aliases(), &[EMAIL]).await;
    bearer.request_code("email").await.ok();
    let mut answers = Vec::new();
    for round in 0..4 {
        answers.extend(
            race(TASKS, |number| {
                let bearer = bearer.clone();
                async move {
                    bearer
                        .verify("email", &format!("{:06}", 200_000 + round * TASKS + number))
                        .await
                }
            })
            .await,
        );
    }
    assert!(answers.iter().all(|answer| !answer.is_ok()));
    require_refusals(&answers, &[WRONG, LIMIT]);
    let judged = answers.iter().filter(|answer| answer.kind() == WRONG.0).count();
    assert_eq!(judged, 15, "more rounds than it takes to use up the limit");
    bearer.verify("email", CODE).await.refused(LIMIT.0, LIMIT.1);
    bearer.require_attributes(&[EMAIL]).await;
    server.deep_doctor().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_code_requests_are_counted_one_by_one() {
    let server = TestServer::start();
    let bearer = Bearer::at(&server, aliases(), &[EMAIL]).await;
    for _ in 0..3 {
        let answers = race(TASKS, |number| {
            let bearer = bearer.clone();
            async move {
                let address = format!("new-{number}@example.org");
                if number % 2 == 0 {
                    bearer.request_code("email").await
                } else {
                    bearer.update(&[("email", &address)]).await
                }
            }
        })
        .await;
        require_refusals(&answers, &[LIMIT, ("TooManyRequestsException", LIMIT.1)]);
    }
    assert_eq!(server.messages().await.len(), 5);
    server.deep_doctor().await;
}

/// The address is changed while the code for the previous one is being verified, in both orders and
/// at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_never_verifies_another_address() {
    let other = ("email", "other@example.net");
    for settings in [aliases(), held_back()] {
        for round in 0..8 {
            let server = TestServer::start();
            let bearer = Bearer::at(&server, settings.clone(), &[EMAIL, VERIFIED]).await;
            bearer.update(&[NEW_EMAIL]).await.ok();
            let code = bearer.code(NEW).await;
            let answers = race(2, |number| {
                let (bearer, code) = (bearer.clone(), code.clone());
                async move {
                    if number == round % 2 {
                        bearer.verify("email", &code).await
                    } else {
                        bearer.update(&[other]).await
                    }
                }
            })
            .await;
            require_refusals(&answers, &[EXPIRED, WRONG]);
            assert!(answers[1 - round % 2].is_ok(), "{answers:?}");
            assert!(!bearer.signs_in_by(other.1).await);
            bearer.verify("email", &code).await.refusal();
            bearer.verify("email", &bearer.code(other.1).await).await.ok();
            bearer.require_attributes(&[other, VERIFIED]).await;
            server.deep_doctor().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_verification_overtaken_by_another_address_is_refused() {
    for (settings, change, verdict, own) in [
        (aliases(), vec![EMAIL], WRONG, vec![EMAIL, UNVERIFIED]),
        (held_back(), vec![EMAIL], EXPIRED, vec![EMAIL, VERIFIED]),
        (held_back(), vec![("email", "")], EXPIRED, vec![]),
    ] {
        let held = Held::start();
        let bearer = Bearer::at(&held.server, settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let code = bearer.code(NEW).await;
        let verifying = bearer.clone();
        let meanwhile = async { drop(bearer.update(&change).await.ok()) };
        let answer =
            held.overtaken(async move { verifying.verify("email", &code).await }, meanwhile).await;
        answer.refused(verdict.0, verdict.1);
        bearer.require_attributes(&own).await;
    }
}

/// A code requested while the address is being changed goes to the address that the user has by
/// then.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_request_overtaken_by_another_address_follows_it() {
    let held = Held::start();
    let bearer = Bearer::at(&held.server, json!({}), &[EMAIL]).await;
    let asking = bearer.clone();
    let meanwhile = async { drop(bearer.update(&[NEW_EMAIL]).await.ok()) };
    held.overtaken(async move { asking.request_code("email").await }, meanwhile).await.ok();
    bearer.verify("email", &bearer.code(NEW).await).await.ok();
    assert_eq!(held.server.messages().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_overtaken_by_the_deletion_of_the_user_are_refused() {
    for operation in 0..6 {
        let held = Held::start();
        let bearer = Bearer::at(&held.server, held_back(), &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let (overtaken, code) = (bearer.clone(), bearer.code(NEW).await);
        let request = async move {
            match operation {
                0 => overtaken.update(&[("email", "other@example.net")]).await,
                1 => overtaken.admin_update(&[NEW_EMAIL, VERIFIED]).await,
                2 => overtaken.delete(&["email"]).await,
                3 => overtaken.admin_delete(&["email"]).await,
                4 => overtaken.request_code("email").await,
                _ => overtaken.verify("email", &code).await,
            }
        };
        let delete = async { drop(bearer.admin("AdminDeleteUser", json!({})).await.ok()) };
        held.overtaken(request, delete).await.refused(GONE.0, GONE.1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_during_a_deletion_leave_nothing_behind() {
    let server = TestServer::start();
    let bearer = Bearer::at(&server, aliases(), &[EMAIL, VERIFIED]).await;
    bearer.request_code("email").await.ok();
    let code = bearer.code(EMAIL.1).await;
    let answers = race(TASKS + 1, |number| {
        let (bearer, code) = (bearer.clone(), code.clone());
        async move {
            let address = format!("new-{number}@example.org");
            match number % 6 {
                _ if number == TASKS / 2 => loop {
                    let answer = bearer.admin("AdminDeleteUser", json!({})).await;
                    if (answer.kind(), answer.text()) != TOO_MANY {
                        return answer;
                    }
                },
                0 => bearer.admin_update(&[("email", &address), VERIFIED]).await,
                1 => bearer.update(&[("email", &address)]).await,
                2 => bearer.delete(&["email"]).await,
                3 => bearer.admin_delete(&["email_verified"]).await,
                4 => bearer.request_code("email").await,
                _ => bearer.verify("email", &code).await,
            }
        }
    })
    .await;
    assert!(answers[TASKS / 2].is_ok(), "{:?}", answers[TASKS / 2]);
    assert!(answers.iter().all(|answer| answer.kind() != "InternalErrorException"), "{answers:#?}");
    bearer.admin("AdminGetUser", json!({})).await.refused(GONE.0, GONE.1);
    server.deep_doctor().await;
}
