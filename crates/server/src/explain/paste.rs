//! Classifies a pasted text by its form. Nothing is verified here.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::moment;
use super::sentence::Filled;
use super::texts::texts;

/// Prefix of every challenge session.
const SESSION: &str = "AYABe";

/// A pasted text, classified by its form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Pasted {
    /// Three parts, of which the first two are JSON.
    Jwt(Jwt),
    /// Five parts with the header of a refresh token.
    Refresh,
    /// Five parts with another header.
    Encrypted,
    /// A challenge session.
    Session,
    /// Not a token. Says why in a sentence.
    Broken(String),
}

/// A signed token, decoded.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Jwt {
    /// Its text, without anything around it.
    pub(crate) text: String,
    /// The header.
    pub(crate) header: Map<String, Value>,
    /// The claims.
    pub(crate) claims: Map<String, Value>,
}

impl Pasted {
    /// Parses a text, with or without a `Bearer` prefix and quotes around it.
    pub(crate) fn read(text: &str) -> Self {
        let text = bare(text);
        let parts: Vec<&str> = text.split('.').collect();
        match parts.as_slice() {
            [""] => Self::Broken(texts().broken.empty.clone()),
            [session] if session.starts_with(SESSION) => Self::Session,
            [header, payload, signature] => Self::jwt(text, header, payload, signature),
            [header, _, _, _, _] => match object(header) {
                Some(header) if is_refresh(&header) => Self::Refresh,
                Some(_) => Self::Encrypted,
                None => Self::Broken(counted(5)),
            },
            parts => Self::Broken(counted(parts.len())),
        }
    }

    fn jwt(text: &str, header: &str, payload: &str, signature: &str) -> Self {
        let broken = &texts().broken;
        let Some(header) = object(header) else { return Self::Broken(broken.header.clone()) };
        let Some(claims) = object(payload) else { return Self::Broken(broken.payload.clone()) };
        if URL_SAFE_NO_PAD.decode(signature).is_err() {
            return Self::Broken(broken.signature.clone());
        }
        Self::Jwt(Jwt { text: text.to_owned(), header, claims })
    }
}

impl Jwt {
    /// The user pool named by the issuer, on any server.
    pub(crate) fn pool_id(&self) -> Option<&str> {
        Some(self.issuer_parts()?.1)
    }

    /// The issuer's base URL and the pool id at its end.
    pub(crate) fn issuer_parts(&self) -> Option<(&str, &str)> {
        let (base, id) = self.claims.get("iss")?.as_str()?.rsplit_once('/')?;
        is_pool_id(id).then_some((base, id))
    }

    /// When it expires, in seconds since the epoch, if it has an expiry.
    pub(crate) fn expiry(&self) -> Option<i64> {
        moment::seconds_of(self.claims.get("exp")?)
    }

    /// A claim that is a string.
    pub(crate) fn find_text(&self, name: &str) -> Option<&str> {
        self.claims.get(name)?.as_str()
    }
}

/// Whether the text is a pool id such as `us-east-1_AbCdEf123`, which is safe in a URL path.
pub(crate) fn is_pool_id(id: &str) -> bool {
    let Some((region, name)) = id.split_once('_') else { return false };
    let is_region = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_there = !region.is_empty() && !name.is_empty() && id.len() <= 55;
    is_there
        && region.bytes().all(is_region)
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Removes what people copy along with a token: surrounding white space, quotes, commas and
/// `Bearer`.
fn bare(text: &str) -> &str {
    let around = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ',');
    let text = text.trim_matches(around);
    match text.split_at_checked(7) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer ") => rest.trim_matches(around),
        _ => text,
    }
}

fn is_refresh(header: &Map<String, Value>) -> bool {
    let says = |name: &str, value: &str| header.get(name).and_then(Value::as_str) == Some(value);
    says("cty", "JWT") && says("enc", "A256GCM") && says("alg", "RSA-OAEP")
}

fn object(part: &str) -> Option<Map<String, Value>> {
    match serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

fn counted(count: usize) -> String {
    let count = count.to_string();
    Filled(&texts().broken.parts).with(|name| (name == "count").then(|| count.clone()))
}
