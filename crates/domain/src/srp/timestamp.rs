use crate::Time;

const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Reads the TIMESTAMP of PASSWORD_VERIFIER: `EEE MMM d HH:mm:ss 'UTC' yyyy` with English names,
/// such as `Tue Nov 3 09:05:07 UTC 2026`. A day of the month with a leading zero is refused, as the
/// service does. The weekday must be a valid name but need not match the date.
#[must_use]
pub fn parse_timestamp(text: &str) -> Option<Time> {
    let mut fields = text.split(' ');
    let weekday = fields.next()?;
    let month = fields.next()?;
    let day = fields.next()?;
    let time = fields.next()?;
    let zone = fields.next()?;
    let year = fields.next()?;
    if fields.next().is_some()
        || zone != "UTC"
        || !WEEKDAYS.contains(&weekday)
        || day.starts_with('0')
    {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)?;
    let day = number(day, 1..=2)?;
    let year = number(year, 4..=4)?;
    let mut clock = time.split(':').map(|part| number(part, 2..=2));
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if clock.next().is_some()
        || hour > 23
        || minute > 59
        || second > 59
        || day > days_in(year, month)
    {
        return None;
    }
    let days = days_since_epoch(year, month, day);
    Some(Time::default().plus_seconds(days * 86_400 + hour * 3_600 + minute * 60 + second))
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i64> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of the month; `month` counts from 0.
fn days_in(year: i64, month: usize) -> i64 {
    match month {
        1 if is_leap(year) => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 to the date in the Gregorian calendar; `month` counts from 0, `day` from 1.
fn days_since_epoch(year: i64, month: usize, day: i64) -> i64 {
    let before = year - 1;
    let years =
        before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400);
    let months: i64 = (0..month).map(|month| days_in(year, month)).sum();
    const EPOCH: i64 = 719_162;
    years + months + day - 1 - EPOCH
}
