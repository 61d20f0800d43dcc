//! Replaces random values in an answer by placeholders, so that whole answers can be compared.

use serde_json::Value;

use crate::server::is_uuid;

/// The answer with its random values replaced: UUIDs by `<uuid>`, tokens by `<jwt>`, refresh tokens
/// by `<refresh token>`, challenge sessions by `<session>`, long hex numbers by `<hex>`, long
/// base64 by `<base64>`; and each of `known` by the name given with it.
pub fn redacted(answer: &Value, known: &[(&str, &str)]) -> Value {
    match answer {
        Value::String(text) => Value::String(redacted_text(text, known)),
        Value::Array(items) => items.iter().map(|item| redacted(item, known)).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), redacted(value, known))).collect()
        }
        other => other.clone(),
    }
}

fn redacted_text(text: &str, known: &[(&str, &str)]) -> String {
    if let Some((_, name)) = known.iter().find(|(value, _)| *value == text) {
        return (*name).to_owned();
    }
    let parts = text.split('.').count();
    let named = if is_uuid(text) {
        "<uuid>"
    } else if text.starts_with("eyJ") && parts == 3 {
        "<jwt>"
    } else if text.starts_with("eyJ") && parts == 5 {
        "<refresh token>"
    } else if text.starts_with("AYABe") {
        "<session>"
    } else if text.len() >= 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        "<hex>"
    } else if text.len() >= 100
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    {
        "<base64>"
    } else {
        return known.iter().fold(text.to_owned(), |text, (value, name)| text.replace(value, name));
    };
    named.to_owned()
}
