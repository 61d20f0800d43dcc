use domain::Rng;
use domain::listing::{Condition, FilterFault, Match, parse};

use crate::fixture::odd_text;
use crate::mutation::mutations;

fn condition(name: &str, how: Match, value: &str) -> Condition {
    Condition { name: name.to_owned(), how, value: value.to_owned() }
}

#[test]
fn conditions_are_parsed() {
    for (text, name, how, value) in [
        (r#"email="a@b""#, "email", Match::Equal, "a@b"),
        (r#"email^="a""#, "email", Match::Prefix, "a"),
        ("\t cognito:user_status \n=\t\"X\"  ", "cognito:user_status", Match::Equal, "X"),
        (r#"custom:a.b-c ^=  " =^ ""#, "custom:a.b-c", Match::Prefix, " =^ "),
        (r#"name = "a \"b\" \\ \c \\\"""#, "name", Match::Equal, r#"a "b" \ \c \""#),
        (r#"name = """#, "name", Match::Equal, ""),
        ("né = \"é\u{0}\"", "né", Match::Equal, "é\u{0}"),
    ] {
        assert_eq!(parse(text), Ok(Some(condition(name, how, value))), "{text}");
    }
    for text in ["", " ", "\n\t"] {
        assert_eq!(parse(text), Ok(None));
    }
}

#[test]
fn anything_else_is_refused() {
    for text in [
        "a",
        "a=",
        "a=b",
        "=\"b\"",
        "a\"b\"",
        "a = \"b",
        "a = \"b\\\"",
        "a = \"b\\",
        "a = \"b\" c",
        "a = \"b\"\"",
        "a ^ = \"b\"",
        "a = = \"b\"",
        "a b = \"c\"",
        "a ^^= \"b\"",
        "\"a\" = \"b\"",
        "a != \"b\"",
        "a = 'b'",
    ] {
        assert_eq!(parse(text), Err(FilterFault::Unparsable), "{text}");
    }
    assert!(parse(&format!("a = \"{}\"", "é".repeat(250))).is_ok());
    assert_eq!(parse(&format!("a = \"{}\"", "é".repeat(251))), Err(FilterFault::Unparsable));
}

#[test]
fn every_value_can_be_quoted() {
    let rng = Rng::seeded(11);
    for _ in 0..3_000 {
        let value = odd_text(&rng) + if rng.below(2) == 0 { "\\" } else { "\"" } + &odd_text(&rng);
        let written = format!("name ^= \"{}\"", value.replace('\\', r"\\").replace('"', r#"\""#));
        assert_eq!(
            parse(&written),
            Ok(Some(condition("name", Match::Prefix, &value))),
            "{written}"
        );
    }
}

#[test]
fn no_text_causes_a_panic() {
    let rng = Rng::seeded(12);
    for _ in 0..3_000 {
        let _ = parse(&odd_text(&rng));
    }
    for text in mutations(r#"name ^= "a \"b\" \\ c""#, 13, 5_000) {
        let _ = parse(&text);
    }
}
