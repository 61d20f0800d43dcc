use domain::Rng;
use domain::listing::{Range, entries};

use super::{Person, filter};
use crate::fixture::{attributes, odd_text};

#[test]
fn every_field_of_a_user_is_indexed() {
    let long = "É".repeat(200) + "end";
    let attributes = attributes(&[("email", "A@b"), ("custom:t", &long), ("name", "a\u{0}B")]);
    let person = Person { username: "Alice", enabled: false, attributes };
    let found: Vec<_> = entries(&person.listed()).into_iter().collect();
    let expected = [
        ("cognito:user_status", "force_change_password".to_owned()),
        ("custom:t", "é".repeat(128)),
        ("email", "a@b".to_owned()),
        ("email_verified", "false".to_owned()),
        ("name", "a\u{fffd}b".to_owned()),
        ("status", "disabled".to_owned()),
        ("username", "alice".to_owned()),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    assert_eq!(found, expected);
}

fn is_in(range: &Range, value: &str) -> bool {
    match range {
        Range::One(one) => value == one,
        Range::From(from, below) => {
            value >= from.as_str() && below.as_deref().is_none_or(|below| value < below)
        }
    }
}

#[test]
fn a_prefix_range_ends_after_the_last_text_with_that_prefix() {
    let below = |text: &str| match filter(&format!("name ^= \"{text}\"")).range() {
        Some(("name", Range::From(_, below))) => below,
        _ => panic!("a range of names"),
    };
    assert_eq!(below("ab").as_deref(), Some("ac"));
    assert_eq!(below("a\u{10ffff}").as_deref(), Some("b"));
    assert_eq!(below("\u{d7ff}").as_deref(), Some("\u{e000}"));
    assert_eq!(below(""), None);
    assert_eq!(below("\u{10ffff}"), None);
}

/// A user that a filter matches must be within its range: otherwise the index would hide users.
#[test]
fn the_range_contains_every_match() {
    let rng = Rng::seeded(5);
    let mut matches = 0;
    for round in 0..1_200 {
        let repeated = if round % 3 == 0 { 90 } else { 1 };
        let value = odd_text(&rng).repeat(repeated);
        let cut = value
            .char_indices()
            .map(|(at, _)| at)
            .nth(rng.below(200) as usize)
            .unwrap_or(value.len());
        let asked: String = value[..cut].chars().take(200).collect();
        for attribute in ["name", "username"] {
            let attributes = attributes(&[("name", &value)]);
            let username: &'static str = Box::leak(value.clone().into_boxed_str());
            let person = Person { username, enabled: true, attributes };
            let written = asked.replace('\\', r"\\").replace('"', r#"\""#);
            for how in ["=", "^="] {
                let filter = filter(&format!("{attribute} {how} \"{written}\""));
                if !filter.matches(&person.listed()) {
                    continue;
                }
                matches += 1;
                let (name, range) = filter.range().expect("a range");
                let all = entries(&person.listed());
                let entry = all.iter().find(|(entered, _)| entered == name).expect("an entry");
                assert!(is_in(&range, &entry.1), "{value:?} {asked:?}");
            }
        }
    }
    assert!(matches > 1_500, "{matches}");
}
