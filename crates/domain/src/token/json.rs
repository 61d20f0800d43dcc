//! JSON strings, written without intermediate values.

use crate::hex::push_hex;

/// Appends `text` as a JSON string with its quotes (RFC 8259 section 7), with slashes
/// escaped as in the service's tokens.
pub(super) fn push_json_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|c| c < 0x20 || matches!(c, b'"' | b'\\' | b'/')) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('/') => out.push_str("\\/"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(control) => {
                out.push_str("\\u00");
                push_hex(out, u8::try_from(control).unwrap_or_default());
            }
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}
