use domain::{Rate, Spent, Time};

const NOW: Time = Time(1_772_600_767_089);

/// How many of 1,000 simultaneous requests are let in, and the bucket afterwards.
fn let_in(rate: Rate, mut bucket: Spent, now: Time) -> (usize, Spent) {
    let mut count = 0;
    while count < 1_000 && rate.take(&mut bucket, now) {
        count += 1;
    }
    (count, bucket)
}

#[test]
fn a_full_bucket_holds_its_seconds_worth_of_requests() {
    for (per_second, seconds, expected) in
        [(1, 1, 1), (2, 10, 20), (3, 1, 3), (7, 3, 21), (999, 1, 999), (0, 0, 1)]
    {
        assert_eq!(
            let_in(Rate::new(per_second, seconds), Spent::default(), NOW).0,
            expected,
            "{per_second} {seconds}"
        );
    }
}

#[test]
fn a_bucket_fills_at_the_rate_up_to_its_depth() {
    let rate = Rate::new(4, 5);
    let (_, empty) = let_in(rate, Spent::default(), NOW);
    for (millis, expected) in
        [(0, 0), (249, 0), (250, 1), (1_000, 4), (4_999, 19), (5_000, 20), (3_600_000, 20)]
    {
        assert_eq!(let_in(rate, empty, NOW.plus_millis(millis)).0, expected, "{millis} ms");
    }
}

#[test]
fn the_average_does_not_exceed_the_rate() {
    let (rate, mut bucket, mut count) = (Rate::new(10, 1), Spent::default(), 0);
    for millis in 0..60_000 {
        count += usize::from(rate.take(&mut bucket, NOW.plus_millis(millis)));
    }
    assert_eq!(count, 10 + 10 * 60 - 1);
}

#[test]
fn setting_the_clock_back_at_worst_empties_the_bucket() {
    let rate = Rate::new(4, 5);
    let (_, empty) = let_in(rate, Spent::default(), NOW);
    let back = NOW.plus_seconds(-86_400);
    let (none, still_empty) = let_in(rate, empty, back);
    assert_eq!((none, let_in(rate, still_empty, back.plus_seconds(5)).0), (0, 20));
}

#[test]
fn the_ends_of_time_do_not_overflow() {
    for now in [Time(i64::MIN), Time(i64::MAX), Time(0)] {
        let _ = let_in(Rate::new(u32::MAX, u32::MAX), Spent::default(), now);
        let _ = let_in(Rate::new(1, u32::MAX), Spent::default(), now);
    }
}

/// How many of 1,000 simultaneous requests are let in if each is charged only afterwards.
fn charged(rate: Rate, bucket: &mut Spent, at_once: usize, now: Time) -> usize {
    let let_in = (0..1_000).filter(|_| rate.has_left(*bucket, now)).take(at_once).count();
    (0..let_in).for_each(|_| rate.charge(bucket, now));
    let_in
}

#[test]
fn what_is_charged_afterwards_does_not_exceed_the_rate_on_average() {
    let (rate, mut bucket) = (Rate::new(20, 10), Spent::default());
    // One after the other: the depth.
    let one_by_one = (0..1_000).filter(|_| charged(rate, &mut bucket, 1, NOW) == 1).count();
    assert_eq!(one_by_one, 200);
    // A hundred at once, again and again: a burst is let in when one is left, and owed then.
    let let_in: usize =
        (0..3_600).map(|second| charged(rate, &mut bucket, 100, NOW.plus_seconds(second))).sum();
    assert!((72_000..=72_300).contains(&let_in), "{let_in}");
}

#[test]
fn no_debt_is_owed_for_ever() {
    let (rate, mut bucket) = (Rate::new(4, 5), Spent::default());
    (0..100_000).for_each(|_| rate.charge(&mut bucket, NOW));
    assert!(!rate.has_left(bucket, NOW.plus_seconds(50)));
    assert!(rate.has_left(bucket, NOW.plus_seconds(51)));
    // The clock is set back.
    let back = NOW.plus_seconds(-86_400);
    assert!(!rate.has_left(bucket, back));
    rate.charge(&mut bucket, back);
    assert!(rate.has_left(bucket, back.plus_seconds(51)));
}
