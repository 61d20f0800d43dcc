//! The filters of ListUsers: parsing, and that the index finds every user that matches.
//!
//! Input: a filter, a line break, an attribute's value.

use domain::listing::{
    Condition, Filter, FilterFault, Listed, Match, Range, Searched, entries, parse,
};
use domain::schema::Schema;
use domain::user::Attributes;

/// A filter that parses prints as an equal filter; every matching user is in its index range.
pub fn filter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (text, value) = text.split_once('\n').unwrap_or((&text, ""));
    let condition = match parse(text) {
        Ok(Some(condition)) => condition,
        Ok(None) => return assert!(text.trim().is_empty(), "treated as empty"),
        Err(fault) => return assert_eq!(fault, FilterFault::Unparsable),
    };
    let shown = printed(&condition);
    if shown.chars().count() <= 256 {
        assert!(parse(&shown) == Ok(Some(condition.clone())), "{text} became {shown}");
    }
    if let Ok(filter) = Filter::of(&Schema::standard(), condition) {
        index_holds(&filter, value);
        index_holds(&filter, filter.wanted());
    }
}

fn printed(condition: &Condition) -> String {
    let how = match condition.how {
        Match::Equal => "=",
        Match::Prefix => "^=",
    };
    format!(
        "{} {how} \"{}\"",
        condition.name,
        condition.value.replace('\\', r"\\").replace('"', "\\\"")
    )
}

fn index_holds(filter: &Filter, value: &str) {
    let name = match &filter.searched {
        Searched::Attribute(name) => name.as_str(),
        _ => "name",
    };
    let attributes = Attributes::from_iter([(name.to_owned(), value.to_owned())]);
    let user = Listed {
        sub: "7d5f31a2-0000-4000-8000-00000000000a",
        username: value,
        status: "CONFIRMED",
        enabled: true,
        attributes: &attributes,
    };
    if !filter.matches(&user) {
        return;
    }
    let (entries, is_in) = match filter.range() {
        Some((name, range)) => (
            entries(&user).into_iter().filter(|(entry, _)| entry == name).collect::<Vec<_>>(),
            range,
        ),
        None => (vec![(String::new(), user.sub.to_owned())], filter.sub_range()),
    };
    let is_found = entries.iter().any(|(_, value)| match &is_in {
        Range::One(one) => value == one,
        Range::From(from, below) => {
            value >= from && below.as_ref().is_none_or(|below| value < below)
        }
    });
    assert!(is_found, "the index misses {entries:?}");
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    [
        "email = \"jo@example.com\"\nJO@example.com",
        "name ^= \"Jo\"\njörg",
        "username ^= \"\u{130}st\"\n\u{130}stanbul",
        "status = \"Enabled\"\n",
        "cognito:user_status ^= \"CONF\"\n",
        "sub = \"7d5f31a2-0000-4000-8000-00000000000a\"\n",
        r#"family_name="a \"quoted\" \\ name"
a "quoted" \ name"#,
        "name ^= \"\u{10ffff}\"\n\u{10ffff}\u{10ffff}",
        "  phone_number\t^=\u{a0}\"+49\"  \n+4930",
        " ",
    ]
    .map(|seed| seed.as_bytes().to_vec())
    .to_vec()
}
