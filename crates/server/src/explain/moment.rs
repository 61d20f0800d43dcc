//! Formats times for people: as a date, and relative to now.

use domain::Time;
use serde_json::Value;
use server::text::date;

/// The last second of the year 9999. Later times are not shown as dates.
const LAST: i64 = 253_402_300_799;

const UNITS: [(i64, &str); 5] =
    [(31_536_000, "year"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];

/// The whole seconds of a time claim (RFC 7519 section 2: a number, fractions allowed).
pub(crate) fn seconds_of(value: &Value) -> Option<i64> {
    // The cast saturates.
    let whole = |number: f64| number.floor() as i64;
    value.as_i64().or_else(|| value.as_f64().map(whole))
}

/// `2026-03-04T05:06:07Z`; `None` if the number is out of range.
pub(crate) fn iso(seconds: i64) -> Option<String> {
    let is_date = (0..=LAST).contains(&seconds);
    is_date.then(|| date::extended(seconds * 1000))
}

/// Like [`iso`], for people: `2026-03-04 05:06:07 UTC`.
pub(crate) fn date(seconds: i64) -> Option<String> {
    Some(iso(seconds)?.replace('T', " ").replace('Z', " UTC"))
}

/// A duration in its two largest units: `1 hour 5 minutes`.
pub(crate) fn in_words(seconds: u64) -> String {
    let mut rest = i64::try_from(seconds).unwrap_or(i64::MAX);
    let mut words = Vec::new();
    for (unit, name) in UNITS {
        let count = rest / unit;
        rest %= unit;
        if count > 0 {
            words.push(format!("{count} {name}{}", if count == 1 { "" } else { "s" }));
        } else if !words.is_empty() {
            break;
        }
        if words.len() == 2 {
            break;
        }
    }
    if words.is_empty() { "0 seconds".to_owned() } else { words.join(" ") }
}

/// `in 5 minutes`, `2 days ago`, `now`.
pub(crate) fn relative(seconds: i64, now: Time) -> String {
    let words = in_words(seconds.abs_diff(now.seconds()));
    match seconds.cmp(&now.seconds()) {
        std::cmp::Ordering::Less => format!("{words} ago"),
        std::cmp::Ordering::Equal => "now".to_owned(),
        std::cmp::Ordering::Greater => format!("in {words}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_in_the_two_largest_units() {
        for (seconds, words) in [
            (0, "0 seconds"),
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (61, "1 minute 1 second"),
            (3_600, "1 hour"),
            (3_601, "1 hour"),
            (3_665, "1 hour 1 minute"),
            (86_400 * 30, "30 days"),
            (86_400 * 400 + 5, "1 year 35 days"),
        ] {
            assert_eq!(in_words(seconds), words);
        }
    }

    #[test]
    fn times_are_dates_and_relative_to_now() {
        let now = Time(1_772_600_767_089);
        assert_eq!(date(now.seconds()).as_deref(), Some("2026-03-04 05:06:07 UTC"));
        assert_eq!(iso(now.seconds()).as_deref(), Some("2026-03-04T05:06:07Z"));
        assert_eq!(date(LAST).as_deref(), Some("9999-12-31 23:59:59 UTC"));
        assert_eq!((date(-1), date(LAST + 1), date(i64::MAX)), (None, None, None));
        assert_eq!(relative(now.seconds(), now), "now");
        assert_eq!(relative(now.seconds() - 60, now), "1 minute ago");
        assert_eq!(relative(now.seconds() + 7_200, now), "in 2 hours");
        assert_eq!(relative(i64::MIN, now), format!("{} ago", in_words(u64::MAX)));
    }
}
