use serde_json::json;
use testkit::TestServer;

use crate::bearer::{
    Bearer, EMAIL, NEW, NEW_EMAIL, UNVERIFIED, VERIFIED, aliases, held_back, overtaken_each_time,
    require_token_errors,
};

const WRONG: (&str, &str) =
    ("CodeMismatchException", "Invalid verification code provided, please try again.");
const EXPIRED: (&str, &str) =
    ("ExpiredCodeException", "Invalid code provided, please request a code again.");
const LIMIT: (&str, &str) =
    ("LimitExceededException", "Attempt limit exceeded, please try after some time.");
const TAKEN: (&str, &str) =
    ("AliasExistsException", "An account with the given email already exists.");

/// A code other than this one.
fn other(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &code[..5])
}

async fn with_requested_code(settings: serde_json::Value) -> (Bearer, String) {
    let bearer = Bearer::with(settings, &[EMAIL]).await;
    bearer.request_code("email").await.ok();
    let code = bearer.code(EMAIL.1).await;
    (bearer, code)
}

#[tokio::test]
async fn a_code_verifies_the_address() {
    let (bearer, code) = with_requested_code(aliases()).await;
    assert!(!bearer.signs_in_by(EMAIL.1).await);
    bearer.server.advance_seconds(59);
    assert_eq!(bearer.verify("email", &code).await.ok(), json!({}));
    bearer.require_attributes(&[EMAIL, VERIFIED]).await;
    assert!(bearer.signs_in_by(EMAIL.1).await);
    assert_eq!(bearer.pool.user("alice").await["UserLastModifiedDate"], 1_772_600_827.089);
    // Only once.
    bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.server.deep_doctor().await;
}

#[tokio::test]
async fn a_wrong_code_leaves_the_right_one() {
    let (bearer, code) = with_requested_code(aliases()).await;
    for wrong in [&other(&code), &code[..5], &format!("{code}0"), "x"] {
        bearer.verify("email", wrong).await.refused(WRONG.0, WRONG.1);
    }
    bearer.verify("phone_number", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.require_attributes(&[EMAIL]).await;
    bearer.verify("email", &code).await.ok();
}

/// The day is that of the code: a waiting address is forgotten along with it.
#[tokio::test]
async fn a_code_is_valid_for_a_day() {
    for (seconds, is_good) in [(86_399, true), (86_400, false)] {
        let mut bearer = Bearer::with(held_back(), &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let code = bearer.code(NEW).await;
        bearer.server.advance_seconds(seconds);
        bearer.sign_in_again().await;
        let answer = bearer.verify("email", &code).await;
        if is_good {
            answer.ok();
        } else {
            answer.refused(EXPIRED.0, EXPIRED.1);
        }
        bearer.require_attributes(&[if is_good { NEW_EMAIL } else { EMAIL }, VERIFIED]).await;
        bearer.request_code("email").await.ok();
        bearer.code(if is_good { NEW } else { EMAIL.1 }).await;
    }
}

#[tokio::test]
async fn without_a_code_nothing_is_verified() {
    let bearer = Bearer::with(aliases(), &[EMAIL]).await;
    bearer.verify("email", "000000").await.refused(EXPIRED.0, EXPIRED.1);
}

/// A code that confirms an account is for that purpose alone.
#[tokio::test]
async fn a_code_of_another_kind_does_not_verify() {
    let server = TestServer::builder().fixed_code("135790").start();
    let pool = server.pool_with(aliases()).await;
    let client = pool.client().await;
    let sub = client.sign_up("alice", &[EMAIL]).await.ok()["UserSub"].as_str().unwrap().to_owned();
    pool.set_password("alice", testkit::PASSWORD).await;
    let access = client.tokens("alice").await.access;
    let bearer = Bearer { server, pool, client, sub, access };
    bearer.verify("email", "135790").await.refused(EXPIRED.0, EXPIRED.1);
    bearer.request_code("email").await.ok();
    bearer.verify("email", "135790").await.ok();
}

/// It verifies only the address it was sent to, whatever the user has by now.
#[tokio::test]
async fn a_code_is_for_one_address() {
    let (bearer, code) = with_requested_code(json!({})).await;
    bearer.update(&[NEW_EMAIL]).await.ok();
    bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.require_attributes(&[NEW_EMAIL, UNVERIFIED]).await;
    bearer.update(&[EMAIL]).await.ok();
    bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.request_code("email").await.ok();
    let code = bearer.code(EMAIL.1).await;
    bearer.delete(&["email"]).await.ok();
    bearer.verify("email", &code).await.refused(EXPIRED.0, EXPIRED.1);
    bearer.require_attributes(&[]).await;
}

/// An address that somebody else has verified stays theirs, and the user does not change.
#[tokio::test]
async fn a_taken_alias_changes_nothing() {
    for (settings, own) in
        [(aliases(), vec![NEW_EMAIL, UNVERIFIED]), (held_back(), vec![EMAIL, VERIFIED])]
    {
        let bearer = Bearer::with(settings, &[EMAIL, VERIFIED]).await;
        bearer.update(&[NEW_EMAIL]).await.ok();
        let code = bearer.code(NEW).await;
        let bob = Bearer::at_client(&bearer.client, "bob", &[NEW_EMAIL, VERIFIED]).await;
        bearer.verify("email", &code).await.refused(TAKEN.0, TAKEN.1);
        bearer.require_attributes(&own).await;
        assert!(bob.signs_in_by(NEW).await);
        bearer.server.deep_doctor().await;
        // The code is still valid when the address becomes free.
        bob.delete(&["email"]).await.ok();
        bearer.verify("email", &code).await.ok();
        bearer.require_attributes(&[NEW_EMAIL, VERIFIED]).await;
        assert!(bearer.signs_in_by(NEW).await);
        bearer.server.deep_doctor().await;
    }
}

#[tokio::test]
async fn fifteen_attempts_are_allowed_an_hour() {
    let (mut bearer, code) = with_requested_code(aliases()).await;
    bearer.verify("email", &code).await.ok();
    for _ in 1..15 {
        bearer.verify("phone_number", "000000").await.refused(EXPIRED.0, EXPIRED.1);
    }
    bearer.request_code("email").await.ok();
    let code = bearer.code(EMAIL.1).await;
    bearer.verify("email", &code).await.refused(LIMIT.0, LIMIT.1);
    bearer.server.advance_seconds(3_600);
    bearer.sign_in_again().await;
    bearer.verify("email", &code).await.ok();
}

/// Many accounts may claim one address, so guesses are also counted per address.
#[tokio::test]
async fn thirty_wrong_codes_are_allowed_an_hour_for_one_address() {
    let server = TestServer::builder().fixed_code("135790").start();
    let pool = server.pool_with(aliases()).await;
    let client = pool.client().await;
    for number in 0..2 {
        let bearer = Bearer::at_client(&client, &format!("user-{number}"), &[EMAIL]).await;
        bearer.request_code("email").await.ok();
        for _ in 0..15 {
            bearer.verify("email", "000000").await.refused(WRONG.0, WRONG.1);
        }
    }
    let bearer = Bearer::at_client(&client, "alice", &[EMAIL]).await;
    bearer.request_code("email").await.ok();
    bearer.verify("email", "000000").await.refused(LIMIT.0, LIMIT.1);
    // Not checked, and counted all the same: otherwise an attacker's own account would have
    // unlimited guesses.
    bearer.verify("email", "135790").await.refused(LIMIT.0, LIMIT.1);
    let other = Bearer::at_client(&client, "bob", &[EMAIL]).await;
    other.request_code("email").await.ok();
    other.verify("email", "135790").await.ok();
}

#[tokio::test]
async fn only_addresses_can_be_verified() {
    let bearer = Bearer::with(aliases(), &[EMAIL]).await;
    for name in ["name", "sub", "preferred_username", "email_verified", "EMAIL", "custom:other"] {
        let text = "Only the attributes email and phone_number can be verified.";
        bearer.verify(name, "000000").await.refused("InvalidParameterException", text);
    }
}

#[tokio::test]
async fn the_token_is_checked() {
    let kinds = [
        "NotAuthorizedException",
        "UserNotConfirmedException",
        "PasswordResetRequiredException",
        "ResourceNotFoundException",
        "UserNotFoundException",
    ];
    require_token_errors(
        "VerifyUserAttribute",
        json!({ "AttributeName": "email", "Code": "000000" }),
        kinds,
    )
    .await;
}

/// Nothing about the code is revealed when the user was changed meanwhile, right or wrong.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gives_up_when_overtaken_every_time() {
    let answer =
        overtaken_each_time(|bearer| async move { bearer.verify("email", "000000").await }).await;
    answer.refused("TooManyRequestsException", "Too many requests");
}
