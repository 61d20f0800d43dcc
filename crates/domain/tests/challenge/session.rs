use domain::Rng;
use domain::challenge::{ChallengeSession, InvalidSession, TooLarge};
use serde_json::json;

use super::{NOW, keys};
use crate::mutation::mutations;

fn session() -> ChallengeSession {
    ChallengeSession {
        id: "5b0e7d9e-10a8-4c57-8f2e-8a5b0c7d9e10".to_owned(),
        challenge: "NEW_PASSWORD_REQUIRED".to_owned(),
        client_id: "client1".to_owned(),
        user_id: "b4f8c4a8-10d1-7012-9a3c-5d2e7f0a1b2c".to_owned(),
        subject: "00ff".repeat(16),
        token_gen: i64::MAX,
        credential_rev: i64::MIN,
        issued: NOW,
        expires: NOW.plus_seconds(180),
        state: json!({"required": ["userAttributes.name"], "n": -1, "ü": null}),
    }
}

#[test]
fn opens_as_it_was_sealed() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let text = session().seal(&keys, &rng).unwrap();
    assert!(ChallengeSession::open(&text, &keys, "client1", NOW) == Ok(session()));
    assert_ne!(text, session().seal(&keys, &rng).unwrap());
}

#[test]
fn looks_like_a_session_of_the_service() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    for length in 0..50 {
        let mut session = session();
        session.user_id = "u".repeat(length);
        let text = session.seal(&keys, &rng).unwrap();
        assert!(text.starts_with("AYABe"), "{text}");
        assert!((20..=4096).contains(&text.len()));
        assert!(
            text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'),
            "{text}"
        );
    }
}

#[test]
fn expires_at_the_exact_millisecond() {
    let keys = keys("eu-west-1_a");
    let text = session().seal(&keys, &Rng::seeded(1)).unwrap();
    let open = |now| ChallengeSession::open(&text, &keys, "client1", now).map(|_| ());
    assert_eq!(open(NOW.plus_seconds(180).plus_millis(-1)), Ok(()));
    assert_eq!(open(NOW.plus_seconds(180)), Err(InvalidSession::Expired));
}

#[test]
fn is_valid_for_its_client_and_pool_only() {
    let text = session().seal(&keys("eu-west-1_a"), &Rng::seeded(1)).unwrap();
    let open = |pool, client| {
        ChallengeSession::open(&text, &keys(pool), client, NOW.plus_seconds(999)).map(|_| ())
    };
    assert_eq!(open("eu-west-1_a", "client1"), Err(InvalidSession::Expired));
    assert_eq!(open("eu-west-1_a", "client2"), Err(InvalidSession::Invalid));
    assert_eq!(open("eu-west-1_b", "client1"), Err(InvalidSession::Invalid));
}

#[test]
fn a_session_that_is_too_large_is_refused() {
    let (keys, rng) = (keys("eu-west-1_a"), Rng::seeded(1));
    let seal = |length: usize| {
        ChallengeSession { state: json!("x".repeat(length)), ..session() }.seal(&keys, &rng)
    };
    let largest = (0..4096).take_while(|length| seal(*length).is_ok()).last().unwrap();
    assert!((3997..=4000).contains(&seal(largest).unwrap().len()));
    assert_eq!(seal(largest + 1), Err(TooLarge));
    assert_eq!(seal(100_000), Err(TooLarge));
}

#[test]
fn anything_else_is_invalid() {
    let keys = keys("eu-west-1_a");
    let text = session().seal(&keys, &Rng::seeded(1)).unwrap();
    let open = |text: &str| ChallengeSession::open(text, &keys, "client1", NOW).map(|_| ());
    for other in
        ["", "AYABe", "AYABeA", &format!("{text}="), &text.replace("AYABe", "AYABf"), &text[4..]]
    {
        assert_eq!(open(other), Err(InvalidSession::Invalid), "{other}");
    }
    for other in mutations(&text, 2, 3000) {
        assert_eq!(open(&other), Err(InvalidSession::Invalid), "{other}");
    }
}

#[test]
fn a_secret_block_is_not_a_session() {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    let keys = keys("eu-west-1_a");
    let block = super::srp_block::block().seal(&keys, &Rng::seeded(1));
    let dressed_up =
        [&[0x01, 0x80, 0x01, 0x78], STANDARD.decode(block).unwrap().as_slice()].concat();
    let opened = ChallengeSession::open(&URL_SAFE_NO_PAD.encode(dressed_up), &keys, "client1", NOW);
    assert_eq!(opened.map(|_| ()), Err(InvalidSession::Invalid));
}

#[test]
fn refusals_have_the_services_messages() {
    assert_eq!(InvalidSession::Invalid.to_string(), "Invalid session for the user.");
    assert_eq!(
        InvalidSession::Expired.to_string(),
        "Invalid session for the user, session is expired."
    );
    assert_eq!(
        InvalidSession::Spent.to_string(),
        "Invalid session for the user, session can only be used once."
    );
}

#[test]
fn debug_shows_no_state() {
    let mut session = session();
    session.state = json!({"code": "482913"});
    assert!(!format!("{session:?}").contains("482913"));
}
