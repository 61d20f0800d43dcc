//! Date formats: `20260131T235959Z` of Signature Version 4, and `2026-01-31T23:59:59Z` for people.

const MS_PER_DAY: i64 = 86_400_000;

/// Reads `YYYYMMDDTHHMMSSZ` (the ISO 8601 basic format of `X-Amz-Date`) as milliseconds since the
/// epoch.
pub fn parse_basic(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.len() != 16 || bytes.get(8) != Some(&b'T') || bytes.get(15) != Some(&b'Z') {
        return None;
    }
    let part = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
        })
    };
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(9, 11)?, part(11, 13)?, part(13, 15)?);
    if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_from_civil(year, month, day);
    // A day that the month does not have converts back to another date.
    if civil_from_days(days) != (year, month, day) {
        return None;
    }
    Some(days * MS_PER_DAY + (hour * 3600 + minute * 60 + second) * 1000)
}

/// Formats milliseconds since the epoch as `YYYYMMDDTHHMMSSZ`.
pub fn basic(ms: i64) -> String {
    let ((year, month, day), (hour, minute, second)) = fields(ms);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Formats milliseconds since the epoch as `YYYY-MM-DDTHH:MM:SSZ`, for people.
pub fn extended(ms: i64) -> String {
    let ((year, month, day), (hour, minute, second)) = fields(ms);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Year, month and day, and hour, minute and second, of milliseconds since the epoch.
pub(crate) fn fields(ms: i64) -> ((i64, i64, i64), (i64, i64, i64)) {
    let seconds = ms.rem_euclid(MS_PER_DAY) / 1000;
    (civil_from_days(ms.div_euclid(MS_PER_DAY)), (seconds / 3600, seconds / 60 % 60, seconds % 60))
}

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar; the year begins in March so
/// that the leap day is its last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same_instant() {
        for (text, ms) in [
            ("19700101T000000Z", 0),
            ("20150830T123600Z", 1_440_938_160_000),
            ("20000229T235959Z", 951_868_799_000),
            ("21000301T000000Z", 4_107_542_400_000),
        ] {
            assert_eq!(parse_basic(text), Some(ms), "{text}");
            assert_eq!(basic(ms), text);
        }
    }

    #[test]
    fn refuses_invalid_dates() {
        for text in [
            "",
            "20150830",
            "20150830T123600",
            "20150830T123600z",
            "2015-08-30T12:36:00Z",
            "20151330T123600Z",
            "20150031T123600Z",
            "20150230T123600Z",
            "21000229T000000Z",
            "20150830T243600Z",
            "20150830T126000Z",
            "20150830T12360\u{e9}",
            "+0150830T123600Z",
        ] {
            assert_eq!(parse_basic(text), None, "{text}");
        }
    }
}
