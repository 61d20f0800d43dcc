//! User attributes as claims of the ID token: which ones it carries, and with which JSON type.

use serde_json::Value;

use super::claims::ClaimValue;
use super::json::push_json_string;
use super::mint::Mint;

/// The JSON type of an attribute in the ID token. Attributes are stored as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A string.
    Text,
    /// A boolean: true for the text "true", whatever its case.
    Flag,
    /// A number; any other text yields no claim.
    Number,
    /// An object with the member `formatted` (OpenID Connect Core 1.0 section 5.1.1).
    Address,
    /// An array of linked identities whose `primary` and `dateCreated` are strings, unlike in the
    /// stored text.
    Identities,
}

/// Attributes that the scope `profile` reveals, besides the custom ones.
static PROFILE: &[&str] = &[
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
];

/// The claim of one attribute, if the user has it and the client and the scopes let it through.
pub(super) fn find<'a>(mint: &Mint<'a>, name: &str, form: Form) -> Option<ClaimValue<'a>> {
    let value = mint.attributes.get(name)?;
    if !is_visible(mint, name) {
        return None;
    }
    match form {
        Form::Text => Some(ClaimValue::Text(value.as_str().into())),
        Form::Flag => Some(ClaimValue::Flag(value.eq_ignore_ascii_case("true"))),
        Form::Number => number(value),
        Form::Address => Some(ClaimValue::Json(address(value))),
        Form::Identities => identities(value).map(ClaimValue::Json),
    }
}

/// Every attribute whose name begins with `prefix` and which the client and the scopes let through.
pub(super) fn with_prefix<'a>(
    mint: &Mint<'a>,
    prefix: &str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let mint = *mint;
    mint.attributes
        .range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded))
        .take_while(move |(name, _)| name.starts_with(prefix))
        .filter(move |(name, _)| is_visible(&mint, name))
        .map(|(name, value)| (name.as_str(), value.as_str()))
}

fn is_visible(mint: &Mint<'_>, name: &str) -> bool {
    mint.read_attributes.include(name) && scopes_reveal(mint.scopes, name)
}

/// `openid` alone reveals everything; any of email, phone and profile narrows that to what they
/// cover.
fn scopes_reveal(scopes: &[String], name: &str) -> bool {
    let has = |scope: &str| scopes.iter().any(|granted| granted == scope);
    let (email, phone, profile) = (has("email"), has("phone"), has("profile"));
    if !(email || phone || profile) {
        return true;
    }
    match name {
        // Identifies the user, like the protocol's own claims, which no scope governs.
        "identities" => true,
        "email" | "email_verified" => email,
        "phone_number" | "phone_number_verified" => phone,
        _ => {
            profile
                && (PROFILE.contains(&name)
                    || name.starts_with("custom:")
                    || name.starts_with("dev:"))
        }
    }
}

fn number<'a>(value: &str) -> Option<ClaimValue<'a>> {
    if let Ok(integer) = value.parse() {
        return Some(ClaimValue::Integer(integer));
    }
    let number: serde_json::Number = serde_json::from_str(value).ok()?;
    Some(ClaimValue::Json(number.to_string()))
}

fn address(value: &str) -> String {
    let mut json = String::from("{\"formatted\":");
    push_json_string(&mut json, value);
    json.push('}');
    json
}

fn identities(stored: &str) -> Option<String> {
    let Value::Array(identities) = serde_json::from_str(stored).ok()? else { return None };
    if identities.is_empty() {
        return None;
    }
    let mut json = String::with_capacity(stored.len() + 16);
    let mut separator = '[';
    for identity in &identities {
        json.push(separator);
        separator = ',';
        push_identity(&mut json, identity);
    }
    json.push(']');
    Some(json)
}

/// The members in the order in which the service writes them.
fn push_identity(json: &mut String, identity: &Value) {
    let mut separator = '{';
    for name in ["userId", "providerName", "providerType", "issuer", "primary", "dateCreated"] {
        json.push(separator);
        separator = ',';
        push_json_string(json, name);
        json.push(':');
        match identity.get(name) {
            None | Some(Value::Null) => json.push_str("null"),
            Some(Value::String(text)) => push_json_string(json, text),
            Some(other) => push_json_string(json, &other.to_string()),
        }
    }
    json.push('}');
}
