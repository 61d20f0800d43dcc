//! Makes text from others safe to show: it cannot control a terminal or change the reading
//! direction.

/// Escapes as `\u{..}` every character that could control a terminal or change the reading
/// direction.
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_steering(c) {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Escapes the same characters in JSON text as JSON does. Line ends between values stay.
pub fn harmless_json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_steering(c) {
            // All of them are in the Basic Multilingual Plane.
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Control characters, line and paragraph separators, and the formatting characters of Unicode's
/// bidirectional algorithm.
pub fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn json_is_escaped_and_keeps_its_value() {
        let value = json!({ "a": "\u{9b}2J\u{202e}\n\u{7f}ü" });
        let text = harmless_json(&format!("{value:#}"));
        assert_eq!(text, "{\n  \"a\": \"\\u009b2J\\u202e\\n\\u007fü\"\n}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
