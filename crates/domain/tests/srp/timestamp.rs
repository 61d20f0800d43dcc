use domain::srp::parse_timestamp;

use crate::mutation::mutations;

#[test]
fn reads_the_form_that_clients_send() {
    for (text, seconds) in [
        ("Tue Nov 3 09:05:07 UTC 2026", 1_793_696_707),
        ("Thu Jan 1 00:00:00 UTC 1970", 0),
        ("Wed Dec 31 23:59:59 UTC 1969", -1),
        ("Tue Feb 29 12:00:00 UTC 2000", 951_825_600),
        ("Thu Feb 29 00:00:00 UTC 2024", 1_709_164_800),
        ("Mon Mar 1 00:00:00 UTC 2100", 4_107_542_400),
        ("Fri Dec 31 23:59:59 UTC 9999", 253_402_300_799),
        ("Sat Jan 1 00:00:00 UTC 2000", 946_684_800),
    ] {
        assert_eq!(parse_timestamp(text).map(|time| time.millis()), Some(seconds * 1000), "{text}");
    }
}

#[test]
fn the_weekday_need_not_match_the_date() {
    assert_eq!(
        parse_timestamp("Mon Nov 3 09:05:07 UTC 2026"),
        parse_timestamp("Tue Nov 3 09:05:07 UTC 2026")
    );
}

#[test]
fn refuses_every_other_form() {
    for text in [
        "",
        "Tue Nov 03 09:05:07 UTC 2026",
        "Tue Nov  3 09:05:07 UTC 2026",
        "Tue Nov 0 09:05:07 UTC 2026",
        "Tue Nov 31 09:05:07 UTC 2026",
        "Sun Feb 29 09:05:07 UTC 2026",
        "Mon Feb 29 09:05:07 UTC 2100",
        "Tue Nov 3 9:05:07 UTC 2026",
        "Tue Nov 3 09:05 UTC 2026",
        "Tue Nov 3 09:05:07:00 UTC 2026",
        "Tue Nov 3 24:00:00 UTC 2026",
        "Tue Nov 3 09:60:00 UTC 2026",
        "Tue Nov 3 09:05:60 UTC 2026",
        "Tue Nov 3 09:05:07 GMT 2026",
        "Tue Nov 3 09:05:07 UTC 26",
        "Tue Nov 3 09:05:07 UTC 02026",
        "Tue Nov 3 09:05:07 UTC -026",
        "Tue Nov +3 09:05:07 UTC 2026",
        "Tue nov 3 09:05:07 UTC 2026",
        "Die Nov 3 09:05:07 UTC 2026",
        "Tue Nov 3 09:05:07 UTC 2026 ",
        " Tue Nov 3 09:05:07 UTC 2026",
        "Tue Nov 3 09:05:07 UTC 2026 x",
        "Tue Nov ٣ 09:05:07 UTC 2026",
        "2026-11-03T09:05:07Z",
    ] {
        assert_eq!(parse_timestamp(text), None, "{text}");
    }
}

#[test]
fn never_panics() {
    let accepted = mutations("Tue Nov 3 09:05:07 UTC 2026", 1, 2_000)
        .filter(|text| parse_timestamp(text).is_some())
        .count();
    assert!(accepted < 600, "{accepted}");
}
