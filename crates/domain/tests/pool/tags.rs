use std::collections::BTreeMap;

use domain::Time;
use domain::pool::SettingsRefusal::UserPoolTagging;
use serde_json::json;

use crate::fixture::{NOW, pool};

const LATER: Time = Time(NOW.0 + 1);

fn tags(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn tags_are_added_changed_and_removed() {
    let before = pool(&json!({ "UserPoolTags": { "a": "1", "b": "2" } }));
    let tagged = before.tag(LATER, tags(&[("b", "3"), ("c", "")])).unwrap();
    assert_eq!(tagged.tags(), tags(&[("a", "1"), ("b", "3"), ("c", "")]));
    assert_eq!(tagged.modified, LATER);
    let fewer = tagged.untag(LATER, &["a".to_owned(), "never".to_owned()]);
    assert_eq!(fewer.tags(), tags(&[("b", "3"), ("c", "")]));
    let none = fewer.untag(LATER, &["b".to_owned(), "c".to_owned()]);
    assert_eq!((none.tags(), none.settings.user_pool_tags), (tags(&[]), None));
}

#[test]
fn a_pool_has_at_most_fifty_tags() {
    let numbered = |from: usize, count: usize| {
        (from..from + count).map(|number| (format!("k{number}"), String::new())).collect()
    };
    let full = pool(&json!({})).tag(LATER, numbered(0, 50)).unwrap();
    full.tag(LATER, numbered(0, 50)).unwrap();
    let text = "A user pool cannot have more than 50 tags.".to_owned();
    assert_eq!(full.tag(LATER, numbered(50, 1)), Err(UserPoolTagging(text)));
    let text = "aws: prefixed tag key names are not allowed for external use.".to_owned();
    assert_eq!(pool(&json!({})).tag(LATER, tags(&[("aws:a", "1")])), Err(UserPoolTagging(text)));
}
