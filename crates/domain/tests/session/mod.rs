use domain::Time;
use domain::session::{Caller, TokenSession, TokenSessions, is_token_session_id};
use domain::{Rng, ids};

fn session(number: i64, last_active: i64) -> TokenSession {
    TokenSession {
        id: format!("tkn{number:025}"),
        origin_jti: format!("family {number}"),
        client_id: "client".to_owned(),
        token_gen: 7,
        created: Time(number),
        last_active: Time(last_active),
        expires: Time(1_000_000 + number),
        caller: Caller::new(Some("agent \u{0} \u{1f510}"), "192.0.2.1".parse().ok()),
    }
}

fn families(sessions: &TokenSessions) -> Vec<&str> {
    sessions.iter().map(|session| session.origin_jti.as_str()).collect()
}

fn admitted(numbers: &[(i64, i64)]) -> TokenSessions {
    let mut sessions = TokenSessions::default();
    for (number, last_active) in numbers {
        assert!(sessions.admit(session(*number, *last_active), 100).is_empty());
    }
    sessions
}

#[test]
fn stored_sessions_are_read_back_unchanged() {
    let mut sessions = admitted(&[(1, 5), (2, 6)]);
    sessions.admit(TokenSession { caller: Caller::default(), ..session(3, 7) }, 100);
    let doc = sessions.to_doc();
    assert!(!doc.contains('\0'), "{doc}");
    assert_eq!(TokenSessions::from_doc(&doc), Ok(sessions.clone()));
    assert_eq!(sessions.expires(), Time(1_000_003));
    for bad in
        ["", "{}", r#"{"v":2,"sessions":[]}"#, r#"{"v":1}"#, r#"{"v":1,"sessions":[{"id":"tkn"}]}"#]
    {
        assert!(TokenSessions::from_doc(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_least_recently_used_are_evicted_first() {
    let mut sessions = admitted(&[(1, 30), (2, 10), (3, 20), (4, 10)]);
    let evicted = sessions.admit(session(5, 0), 3);
    let evicted: Vec<&str> = evicted.iter().map(|session| session.origin_jti.as_str()).collect();
    assert_eq!(evicted, ["family 2", "family 4"]);
    assert_eq!(families(&sessions), ["family 1", "family 3", "family 5"]);
    // The new one stays, whatever the limit and its clock.
    assert_eq!(sessions.admit(session(6, -1), 0).len(), 3);
    assert_eq!(families(&sessions), ["family 6"]);
}

#[test]
fn ended_sessions_are_dropped() {
    let mut sessions = admitted(&[(1, 5), (2, 5)]);
    sessions.admit(TokenSession { token_gen: 8, ..session(3, 5) }, 100);
    sessions.drop_ended(Time(1_000_000), 7);
    assert_eq!(families(&sessions), ["family 1", "family 2"]);
    sessions.drop_ended(Time(1_000_001), 7);
    assert_eq!(families(&sessions), ["family 2"]);
    assert!(sessions.take("tkn").is_none());
    assert!(sessions.take_family("family 2").is_some());
    assert!(sessions.is_empty());
    assert_eq!(sessions.expires(), Time(0));
}

#[test]
fn activity_is_recorded_to_the_minute() {
    let mut sessions = admitted(&[(1, 0)]);
    let caller = Caller::new(Some("other"), None);
    assert!(!sessions.note_activity("family 2", Time(60_000), &caller));
    assert!(!sessions.note_activity("family 1", Time(59_999), &caller));
    assert!(sessions.note_activity("family 1", Time(60_000), &caller));
    assert!(!sessions.note_activity("family 1", Time(-60_000), &caller), "the clock was set back");
    let noted = sessions.take_family("family 1").unwrap();
    assert_eq!((noted.last_active, noted.caller.device()), (Time(60_000), Some("other")));
    assert_eq!(noted.caller.address, "192.0.2.1".parse().ok());
}

#[test]
fn a_device_text_is_truncated_between_characters() {
    let caller = Caller::new(Some(&"\u{1f510}".repeat(2_000)), None);
    assert_eq!(caller.device().map(|text| text.chars().count()), Some(256));
    assert_eq!(
        Caller::new(Some(""), "::ffff:192.0.2.1".parse().ok()),
        Caller::new(None, "192.0.2.1".parse().ok())
    );
}

#[test]
fn ids_have_the_services_format() {
    let rng = Rng::seeded(3);
    let (one, other) = (ids::token_session_id(&rng), ids::token_session_id(&rng));
    assert!(
        is_token_session_id(&one) && is_token_session_id(&other) && one != other,
        "{one} {other}"
    );
    for not in [
        "tkn",
        "sso0123456789012345678901234",
        "tkn012345678901234567890123A",
        "tkn01234567890123456789012345",
    ] {
        assert!(!is_token_session_id(not), "{not}");
    }
}
