//! How patterns match.

use std::collections::BTreeMap;

use wire::{Kind, Pattern, Service, Shape};

use crate::samples::{PLAIN, SECRETS};

/// Every pattern of both models, by shape.
fn all() -> BTreeMap<&'static str, &'static Pattern> {
    let mut found = BTreeMap::new();
    for operation in Service::ALL.iter().flat_map(|service| wire::operations(*service)) {
        gather(operation.input, &mut found);
        operation.output.into_iter().for_each(|output| gather(output, &mut found));
    }
    found
}

fn gather(shape: &'static Shape, found: &mut BTreeMap<&'static str, &'static Pattern>) {
    if let Some(pattern) = shape.pattern {
        found.insert(shape.name, pattern);
    }
    match shape.kind {
        Kind::List(element) => gather(element, found),
        Kind::Map(key, value) => [key, value].into_iter().for_each(|part| gather(part, found)),
        Kind::Structure(members) => members.iter().for_each(|member| gather(member.shape, found)),
        _ => {}
    }
}

#[track_caller]
fn expect(shape: &str, legal: &[&str], illegal: &[&str]) {
    let pattern = all()[shape];
    for value in legal {
        assert!((pattern.matches)(value), "{shape}: {value:?} should match {}", pattern.text);
    }
    for value in illegal {
        assert!(!(pattern.matches)(value), "{shape}: {value:?} should not match {}", pattern.text);
    }
}

#[test]
fn every_pattern_matches_a_sample_but_not_with_a_trailing_line_feed() {
    let all = all();
    assert!(all.len() > 60, "{}", all.len());
    for (shape, pattern) in all {
        let sample = PLAIN.iter().chain(&SECRETS).find(|sample| (pattern.matches)(sample));
        let sample = sample.unwrap_or_else(|| panic!("no sample for {shape}: {}", pattern.text));
        let admits = [r"\s", r"\n", "(?s)", "[^"].iter().any(|part| pattern.text.contains(part));
        assert!(admits || !(pattern.matches)(&format!("{sample}\n")), "{shape}: {}", pattern.text);
    }
}

#[test]
fn a_trailing_line_feed_does_not_match() {
    expect(
        "TermsNameType",
        &["privacy-policy"],
        &["privacy-policy\n", "\nprivacy-policy", "privacy-policy\r", "x privacy-policy"],
    );
    expect("ClientIdType", &["abc_+9"], &["abc\n", ""]);
}

#[test]
fn shorthand_classes_are_ascii() {
    expect(
        "ClientNameType",
        &["My app_1\t\u{b}", "a+b=c,d.e@f-g"],
        &["café", "a\u{a0}b", "\u{660}", "a\u{2003}b"],
    );
    expect("AWSAccountIdType", &["0123"], &["\u{661}"]);
    expect("ConfirmationCodeType", &["123456", "\u{a0}", "é"], &["12 34", "12\t34", "\u{b}"]);
    expect(
        "UserPoolIdType",
        &["eu-west-1_Ab12Cd34E"],
        &["eu-west-1", "eü-west-1_a", "eu_west_1_a_"],
    );
}

#[test]
fn property_classes_are_unicode() {
    expect(
        "UsernameType",
        &["ann", "жанна", "山田", "a\u{301}", "😀", "½"],
        &["a b", "a\u{a0}b", "a\tb", "", "\u{200b}"],
    );
    expect("AttributeNameType", &["custom:my attr", "a\tb\r\n"], &["a\u{a0}b"]);
}

#[test]
fn hyphens_between_ranges_are_literal() {
    expect("TokenModelType", &["eyJ-_=.Az09"], &["a/b", "a+b", "a:b"]);
    expect("GetDerivedTokenTokenModelType", &["a/b+c=-_."], &["a:b", "a;b", "a<b"]);
    expect("AcrValueType", &["urn:x-y/z", "[a]~"], &["a\"b", "a\\b", "a b"]);
    expect("S3ArnType", &["arn:aws:s3:::bucket.name/x-y"], &["arn:aws:s3:::", "arn:aws:s3:eu::b"]);
}

#[test]
fn the_hand_written_pattern_matches_like_the_models() {
    expect(
        "S3BucketType",
        &["my-bucket.Logs_1", "", ".a"],
        &["bucket.", ".", "a b", "a/b", "é", "a\n"],
    );
}

#[test]
fn passwords_match_the_older_pattern_or_are_empty() {
    expect(
        "PasswordType",
        &["ab", "a b", "", "pässwörd ẞ"],
        &[" a", "a ", "a", " ", "ab\n", "\tab", "a\nb"],
    );
}

#[test]
fn a_dot_does_not_match_line_ends_unless_the_pattern_allows_it() {
    expect(
        "SmsVerificationMessageType",
        &["Code {####}.", "{####}"],
        &["Code {###}", "a\n{####}", "a\r{####}", "a\u{2028}{####}"],
    );
    expect("SmsInviteMessageType", &["two\nlines", ""], &[]);
}

#[test]
fn the_domain_pattern_is_not_applied() {
    assert!(!all().contains_key("DomainType"));
}
