//! Sentences with placeholders, and values that are safe to show.

use serde_json::Value;
use server::text::harmless;

/// A sentence with placeholders such as `{client_id}`.
pub(crate) struct Filled<'s>(pub(crate) &'s str);

impl Filled<'_> {
    /// Fills the placeholders in one pass: inserted values are not expanded again.
    pub(crate) fn with(&self, find: impl Fn(&str) -> Option<String>) -> String {
        let mut out = String::new();
        let mut rest = self.0;
        while let Some((before, place)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = place.split_once('}') else {
                out.push('{');
                rest = place;
                continue;
            };
            out.push_str(&find(name).unwrap_or_else(|| "(none)".to_owned()));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// Formats a value for people: strings without quotes, lists of strings with commas, anything else
/// as JSON.
pub(crate) fn shown(value: &Value) -> String {
    let plain = match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    harmless(&plain)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn placeholders_are_filled_once() {
        let find = |name: &str| (name == "a").then(|| "{b}".to_owned());
        for (sentence, filled) in [
            ("", ""),
            ("plain", "plain"),
            ("{a}.", "{b}."),
            ("{a}{a}", "{b}{b}"),
            ("{x}", "(none)"),
            ("open { end", "open { end"),
        ] {
            assert_eq!(Filled(sentence).with(find), filled);
        }
    }

    #[test]
    fn values_are_safe_to_show() {
        for (value, text) in [
            (json!("x"), "x"),
            (json!(["a", "b"]), "a, b"),
            (json!([]), "[]"),
            (json!(["a", 1]), r#"["a",1]"#),
            (json!({ "formatted": "x" }), r#"{"formatted":"x"}"#),
            (json!(1), "1"),
            (json!(true), "true"),
            (
                json!("\u{1b}[31mred\u{7}\u{9b}0m\n\u{202e}x"),
                "\\u{1b}[31mred\\u{7}\\u{9b}0m\\u{a}\\u{202e}x",
            ),
        ] {
            assert_eq!(shown(&value), text);
        }
    }
}
