use domain::Time;
use domain::token::{Rotation, Standing};

const NOW: Time = Time(1_767_225_600_000);

#[test]
fn a_family_that_never_rotated_has_one_token() {
    let rotation = Rotation::new();
    assert_eq!((rotation.current(), rotation.standing(0, NOW, 0)), (0, Standing::Current));
}

#[test]
fn a_used_token_is_valid_until_the_grace_period_ends() {
    let rotation = Rotation::new().used(0, NOW);
    assert_eq!(rotation.current(), 1);
    assert_eq!(rotation.standing(1, NOW, 30), Standing::Current);
    assert_eq!(rotation.standing(0, NOW.plus_millis(29_999), 30), Standing::Retired);
    assert_eq!(rotation.standing(0, NOW.plus_seconds(30), 30), Standing::Overlapping);
}

/// Within ten seconds of the rotation, or of the end of the grace period, nobody need be a thief.
#[test]
fn a_use_soon_after_the_retirement_is_not_a_late_one() {
    let rotation = Rotation::new().used(0, NOW);
    for grace in [0, 1, 30, 60] {
        let ends = NOW.plus_seconds(grace);
        assert_eq!(rotation.standing(0, ends, grace), Standing::Overlapping);
        assert_eq!(rotation.standing(0, ends.plus_seconds(10), grace), Standing::Overlapping);
        assert_eq!(rotation.standing(0, ends.plus_millis(10_001), grace), Standing::Reused);
        assert_eq!(
            rotation.standing(0, ends.plus_seconds(86_400 * 3_650), grace),
            Standing::Reused
        );
    }
}

/// The node that retired the token may have a clock that is ahead, by any amount.
#[test]
fn no_time_lets_a_retired_token_in() {
    let rotation = Rotation::new().used(0, NOW);
    for now in [NOW.plus_millis(-1), NOW.plus_seconds(-5), Time(0), Time(i64::MIN)] {
        assert_eq!(rotation.standing(0, now, 0), Standing::Overlapping);
    }
    assert_eq!(rotation.standing(0, Time(i64::MAX), 0), Standing::Reused);
    // A grace period is as long before as after.
    assert_eq!(rotation.standing(0, NOW.plus_seconds(-5), 30), Standing::Retired);
    assert_eq!(rotation.standing(0, NOW.plus_seconds(-30), 30), Standing::Overlapping);
    // Stored settings are not trusted to be within the limits.
    for grace in [61, i64::MAX] {
        assert_eq!(rotation.standing(0, NOW.plus_seconds(60), grace), Standing::Overlapping);
    }
    assert_eq!(rotation.standing(0, NOW, i64::MIN), Standing::Overlapping);
}

#[test]
fn each_token_has_its_own_grace_period() {
    let rotation = Rotation::new().used(0, NOW).used(1, NOW.plus_seconds(20));
    let later = NOW.plus_seconds(45);
    assert_eq!(rotation.standing(0, later, 30), Standing::Reused);
    assert_eq!(rotation.standing(1, later, 30), Standing::Retired);
    assert_eq!(rotation.standing(2, later, 30), Standing::Current);
    // The same without a grace period.
    let later = NOW.plus_seconds(25);
    assert_eq!(rotation.standing(0, later, 0), Standing::Reused);
    assert_eq!(rotation.standing(1, later, 0), Standing::Overlapping);
}

/// A family forgets when a token was retired, never that it was. It forgets after a while, or when
/// too many tokens were retired since.
#[test]
fn the_remembered_tokens_are_bounded() {
    let mut rotation = Rotation::new();
    for serial in 0..1_000 {
        rotation = rotation.used(serial, NOW);
    }
    assert_eq!((rotation.current(), rotation.standing(999, NOW, 60)), (1_000, Standing::Retired));
    for grace in [0, 60] {
        let ends = NOW.plus_seconds(grace + 10);
        for serial in [0, 983] {
            assert_eq!(rotation.standing(serial, NOW, grace), Standing::Overlapping);
            assert_eq!(rotation.standing(serial, ends, grace), Standing::Overlapping);
            assert_eq!(rotation.standing(serial, ends.plus_millis(1), grace), Standing::Reused);
        }
    }
    assert!(rotation.to_doc().len() < 512, "{}", rotation.to_doc());
    let later = rotation.used(1_000, NOW.plus_seconds(205));
    assert_eq!(later.to_doc(), r#"{"v":1,"current":1001,"retired":[[1000,1767225805000]]}"#);
    assert_eq!(later.standing(999, NOW.plus_seconds(205), 60), Standing::Reused);
}

/// As long as there is room, a token without a time was retired long ago.
#[test]
fn a_full_memory_alone_is_lenient() {
    let mut rotation = Rotation::new().used(0, NOW);
    for serial in 1..=16 {
        let now = NOW.plus_millis(300_000 + 500 * serial);
        rotation = rotation.used(serial, now);
        let expected = if serial < 16 { Standing::Reused } else { Standing::Overlapping };
        assert_eq!(rotation.standing(0, now, 0), expected);
    }
}

/// A token newer than its family's stored state: a backup was restored, and rotation continues from
/// the token.
#[test]
fn a_serial_ahead_of_the_family_is_valid() {
    let restored = Rotation::new().used(0, NOW);
    assert_eq!(restored.standing(7, NOW, 0), Standing::Current);
    let after = restored.used(7, NOW);
    assert_eq!(
        (after.current(), after.standing(7, NOW, 0), after.standing(6, NOW, 60)),
        (8, Standing::Overlapping, Standing::Reused)
    );
    assert_eq!(Rotation::new().used(i64::MAX, NOW).current(), i64::MAX);
}

#[test]
fn the_stored_form_is_read_back() {
    let rotation = Rotation::new().used(0, NOW).used(1, NOW.plus_seconds(1));
    assert_eq!(Rotation::from_doc(&rotation.to_doc()), Ok(rotation));
    for (other, member) in [
        ("", "the document"),
        ("{}", "the document"),
        ("null", "the document"),
        (r#"{"v":2,"current":1,"retired":[]}"#, "v"),
        (r#"{"v":1,"current":"1","retired":[]}"#, "the document"),
    ] {
        assert_eq!(Rotation::from_doc(other).unwrap_err().member, member, "{other}");
    }
}
