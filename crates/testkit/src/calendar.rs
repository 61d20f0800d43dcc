//! Date formats for signatures, from a test's clock.

use domain::Time;

const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SECONDS_A_DAY: i64 = 86_400;

struct Date {
    year: i64,
    /// Starts at 1.
    month: i64,
    day: i64,
    weekday: &'static str,
    hour: i64,
    minute: i64,
    second: i64,
}

/// `Tue Nov 3 09:05:07 UTC 2026`, the TIMESTAMP of the SRP flow.
pub fn srp_timestamp(now: Time) -> String {
    let Date { year, month, day, weekday, hour, minute, second } = date(now);
    let month =
        usize::try_from(month).ok().and_then(|month| MONTHS.get(month - 1)).expect("a month");
    format!("{weekday} {month} {day} {hour:02}:{minute:02}:{second:02} UTC {year}")
}

/// `20261103T090507Z`, the X-Amz-Date of Signature Version 4.
pub(crate) fn amz_date(now: Time) -> String {
    let Date { year, month, day, hour, minute, second, .. } = date(now);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

fn date(now: Time) -> Date {
    let (days, within) =
        (now.seconds().div_euclid(SECONDS_A_DAY), now.seconds().rem_euclid(SECONDS_A_DAY));
    let (mut year, mut left) = (1970, days);
    while left >= days_in_year(year) {
        left -= days_in_year(year);
        year += 1;
    }
    let mut month = 1;
    while left >= days_in_month(year, month) {
        left -= days_in_month(year, month);
        month += 1;
    }
    let weekday = usize::try_from(days.rem_euclid(7))
        .ok()
        .and_then(|day| WEEKDAYS.get(day))
        .expect("a weekday");
    Date {
        year,
        month,
        day: left + 1,
        weekday,
        hour: within / 3_600,
        minute: within / 60 % 60,
        second: within % 60,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_year(year: i64) -> i64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_formatted_as_the_protocols_require() {
        for (seconds, srp, amz) in [
            (0, "Thu Jan 1 00:00:00 UTC 1970", "19700101T000000Z"),
            (951_782_399, "Mon Feb 28 23:59:59 UTC 2000", "20000228T235959Z"),
            (951_782_400, "Tue Feb 29 00:00:00 UTC 2000", "20000229T000000Z"),
            (1_793_696_707, "Tue Nov 3 09:05:07 UTC 2026", "20261103T090507Z"),
            (1_798_761_599, "Thu Dec 31 23:59:59 UTC 2026", "20261231T235959Z"),
        ] {
            let time = Time::default().plus_seconds(seconds);
            assert_eq!(srp_timestamp(time), srp);
            assert_eq!(amz_date(time), amz);
        }
    }
}
