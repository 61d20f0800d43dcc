use domain::{Clock, Time};

#[test]
fn a_manual_clock_moves_only_when_moved() {
    let (clock, hands) = Clock::manual(Time(1_000));
    let copy = clock.clone();
    assert_eq!(clock.now(), Time(1_000));
    hands.advance_seconds(5);
    assert_eq!((clock.now(), copy.now()), (Time(6_000), Time(6_000)));
    hands.advance_seconds(-6);
    assert_eq!(clock.now(), Time(0));
    hands.set(Time(42));
    assert_eq!(copy.now(), Time(42));
}

#[test]
fn the_system_clock_shows_this_century() {
    let now = Clock::system().now();
    assert!(now > Time(1_700_000_000_000) && now < Time(4_102_444_800_000), "{now:?}");
}

#[test]
fn seconds_round_down() {
    for (millis, seconds) in [(0, 0), (999, 0), (1_000, 1), (-1, -1), (-1_000, -1), (-1_001, -2)] {
        assert_eq!(Time(millis).seconds(), seconds, "{millis}");
    }
}

#[test]
fn arithmetic_saturates() {
    assert_eq!(Time(1_500).plus_seconds(2).plus_millis(-1), Time(3_499));
    assert_eq!(Time(1).plus_seconds(i64::MAX), Time(i64::MAX));
    assert_eq!(Time(-1).plus_millis(i64::MIN), Time(i64::MIN));
    assert_eq!(Time(-1).plus_seconds(i64::MIN), Time(i64::MIN));
}

#[test]
fn is_a_wire_timestamp() {
    assert_eq!(Time::from(wire::Timestamp(7)), Time(7));
    assert_eq!(wire::Timestamp::from(Time(7)), wire::Timestamp(7));
    assert_eq!(serde_json::to_string(&Time(7)).unwrap(), "7");
    assert_eq!(serde_json::from_str::<Time>("7").unwrap(), Time(7));
}
