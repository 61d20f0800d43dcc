mod network;

use domain::Time;
use domain::lockout::limit::{CONFIRM_SIGN_UP, Exceeded, Limit, RESEND_CONFIRMATION_CODE};
use domain::lockout::{Locked, State, subject_for_name, subject_for_user};
use domain::seal::StableSecret;

const START: Time = Time(1_760_000_000_000);

/// Fails again as soon as each lock ends, and returns the lengths of the locks in seconds.
fn lock_lengths(failures: usize) -> Vec<i64> {
    let mut now = START;
    let mut state = State::default();
    let mut lengths = Vec::new();
    for _ in 0..failures {
        state = state.failed(now);
        let end = state.until.max(now);
        lengths.push((end.millis() - now.millis()) / 1000);
        now = end;
    }
    lengths
}

/// However often a guess fails: no number of doublings wraps around.
#[test]
fn the_longest_lock_stays_the_longest() {
    assert!(lock_lengths(200)[14..].iter().all(|seconds| *seconds == 900));
}

#[test]
fn locks_start_at_the_fifth_failure_and_double_up_to_fifteen_minutes() {
    assert_eq!(
        lock_lengths(17),
        [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]
    );
}

#[test]
fn a_lock_holds_until_its_exact_end() {
    let state = (0..5).fold(State::default(), |state, _| state.failed(START));
    let until = START.plus_seconds(1);
    assert_eq!(state, State { count: 5, until, expires: until.plus_seconds(900) });
    assert_eq!(state.check(START), Err(Locked { until }));
    assert_eq!(state.check(until.plus_millis(-1)), Err(Locked { until }));
    assert_eq!(state.check(until), Ok(()));
    assert_eq!(Locked { until }.to_string(), "Password attempts exceeded");
}

#[test]
fn failures_during_a_lock_are_not_counted() {
    let state = (0..5).fold(State::default(), |state, _| state.failed(START));
    assert_eq!(state.failed(START.plus_millis(999)), state);
    assert_eq!(state.failed(START.plus_millis(1000)).count, 6);
}

#[test]
fn fifteen_minutes_without_an_attempt_clear_all_failures() {
    let state = (0..4).fold(State::default(), |state, _| state.failed(START));
    assert_eq!(state, State { count: 4, until: Time::default(), expires: START.plus_seconds(900) });
    assert_eq!(state.failed(START.plus_seconds(900).plus_millis(-1)).count, 5);
    assert_eq!(state.failed(START.plus_seconds(900)).count, 1);
}

#[test]
fn the_longest_lock_does_not_clear_its_failures() {
    let mut now = START;
    let mut state = State::default();
    for _ in 0..15 {
        state = state.failed(now);
        now = state.until.max(now);
    }
    assert_eq!(state.failed(now).count, 16);
}

#[test]
fn a_success_clears_failures_that_have_not_expired() {
    let state = State::default().failed(START);
    assert!(state.needs_clearing(START));
    assert!(!state.needs_clearing(state.expires));
    assert!(!State::cleared().needs_clearing(START));
    assert_eq!(State::cleared().failed(START).count, 1);
}

#[test]
fn absurd_stored_states_do_no_harm() {
    for count in [i64::MIN, -1, 63, 64, 70, i64::MAX] {
        let state = State { count, until: Time(i64::MIN), expires: Time(i64::MAX) };
        let next = state.failed(START);
        assert!(next.until <= START.plus_seconds(900), "{count}");
        assert!(next.count > 0, "{count}");
    }
    assert_eq!(State::default().failed(Time(i64::MAX)).expires, Time(i64::MAX));
}

#[test]
fn subjects_differ_by_user_name_pool_and_kind() {
    let stable = StableSecret::new([7; 32]);
    let subject = subject_for_user(&stable, "alice");
    assert_eq!(subject.len(), 64);
    assert!(subject.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')), "{subject}");
    assert_eq!(subject, subject_for_user(&stable, "alice"));
    assert_ne!(subject, subject_for_user(&stable, "bob"));
    assert_ne!(subject, subject_for_name(&stable, "alice"));
    assert_ne!(subject, subject_for_user(&StableSecret::new([8; 32]), "alice"));
}

fn attempts_allowed(limit: &Limit) -> (i64, Exceeded) {
    let mut state = State::default();
    let mut allowed = 0;
    loop {
        match limit.attempt(&state, START.plus_seconds(allowed)) {
            Ok(next) => state = next,
            Err(exceeded) => return (allowed, exceeded),
        }
        allowed += 1;
    }
}

#[test]
fn a_window_allows_its_attempts_and_ends_an_hour_after_its_first() {
    let hour_on = START.plus_seconds(3600);
    assert_eq!(attempts_allowed(&CONFIRM_SIGN_UP), (15, Exceeded { until: hour_on }));
    assert_eq!(attempts_allowed(&RESEND_CONFIRMATION_CODE), (5, Exceeded { until: hour_on }));
    assert_eq!(
        Exceeded { until: hour_on }.to_string(),
        "Attempt limit exceeded, please try after some time."
    );
}

#[test]
fn a_new_window_begins_when_the_old_one_ends() {
    let full = State { count: 15, until: START, expires: START };
    assert_eq!(
        CONFIRM_SIGN_UP.attempt(&full, START.plus_millis(-1)),
        Err(Exceeded { until: START })
    );
    let until = START.plus_seconds(3600);
    assert_eq!(
        CONFIRM_SIGN_UP.attempt(&full, START),
        Ok(State { count: 1, until, expires: until })
    );
}

/// A clock that was ahead for a minute locks nobody out for years.
#[test]
fn what_a_wrong_clock_wrote_ends_with_it() {
    let wrong = START.plus_seconds(30 * 365 * 86_400);
    let locked = (0..5).fold(State::default(), |state, _| state.failed(wrong));
    assert!(locked.check(wrong).is_err());
    assert_eq!(locked.check(START), Ok(()));
    let next = locked.failed(START);
    assert_eq!((next.count, next.until), (6, START.plus_seconds(2)), "the failures count on");
    let used_up =
        (0..15).try_fold(State::default(), |state, _| CONFIRM_SIGN_UP.attempt(&state, wrong));
    let used_up = used_up.expect("attempts");
    assert!(CONFIRM_SIGN_UP.attempt(&used_up, wrong).is_err());
    assert_eq!(CONFIRM_SIGN_UP.attempt(&used_up, START).map(|state| state.count), Ok(1));
    // The clocks of two servers may differ by much and still be believed.
    let ahead = START.plus_seconds(3_600);
    let used_up =
        (0..15).try_fold(State::default(), |state, _| CONFIRM_SIGN_UP.attempt(&state, ahead));
    assert!(CONFIRM_SIGN_UP.attempt(&used_up.expect("attempts"), START).is_err());
}
