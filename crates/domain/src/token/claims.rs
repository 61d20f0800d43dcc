//! The claims of ID and access tokens: one row per claim. Names and types are those of the
//! developer guide, "Understanding the ID token" and "Understanding the access token"; what a
//! trigger may do is "Pre token generation Lambda trigger".

use std::borrow::Cow;

use super::attributes::{self, Form};
use super::groups;
use super::json::push_json_string;
use super::mint::Mint;

/// One of the two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// The ID token.
    Id,
    /// The access token.
    Access,
}

/// Which tokens carry a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokens {
    /// The ID token only.
    Id,
    /// The access token only.
    Access,
    /// Both.
    Both,
}

impl Tokens {
    /// Whether `token` is one of these.
    #[must_use]
    pub fn include(self, token: Token) -> bool {
        match self {
            Self::Both => true,
            Self::Id => token == Token::Id,
            Self::Access => token == Token::Access,
        }
    }
}

/// What a pre token generation trigger may do to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriggerMay {
    /// Nothing: attempts are ignored.
    Never,
    /// Suppress it, not set it.
    Suppress,
    /// Add, replace and suppress it.
    Any,
    /// Add it with the client id as its value.
    ClientIdOnly,
    /// Change it through `scopesToAdd` and `scopesToSuppress`.
    Scopes,
    /// Change it through `groupOverrideDetails`; suppressing `cognito:groups` suppresses it too.
    Groups,
}

/// What a claim is computed from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The sign-in.
    pub mint: &'a Mint<'a>,
    /// The token being made.
    pub token: Token,
    /// Hash of the access token, for an ID token that carries one.
    pub at_hash: Option<&'a str>,
}

/// The value of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum ClaimValue<'a> {
    /// A JSON string.
    Text(Cow<'a, str>),
    /// A JSON integer.
    Integer(i64),
    /// A JSON boolean.
    Flag(bool),
    /// A JSON array of strings.
    Texts(Cow<'a, [&'a str]>),
    /// JSON text, already serialised.
    Json(String),
}

/// Where a claim comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// From the facts of the sign-in.
    Fact(for<'a> fn(&Facts<'a>) -> Option<ClaimValue<'a>>),
    /// From the readable user attribute of the same name.
    Attribute(Form),
    /// From every readable user attribute that begins with the row's name.
    Attributes,
}

/// A row of the table.
#[derive(Clone, Copy)]
pub struct Claim {
    /// The claim's name, or the prefix of a family of them.
    pub name: &'static str,
    /// Which tokens carry it.
    pub tokens: Tokens,
    /// Where its value comes from; without a value the claim is left out.
    pub source: Source,
    /// What a trigger may do to it.
    pub trigger: TriggerMay,
}

impl Claim {
    fn governs(&self, name: &str) -> bool {
        match self.source {
            Source::Attributes => name.starts_with(self.name),
            Source::Fact(_) | Source::Attribute(_) => name == self.name,
        }
    }
}

/// Every claim this server emits, in order of appearance.
pub static CLAIMS: &[Claim] = &[
    fact("sub", Tokens::Both, |f| some_text(f.mint.user_id), TriggerMay::Never),
    fact("iss", Tokens::Both, |f| some_text(f.mint.issuer), TriggerMay::Never),
    fact("aud", Tokens::Id, |f| some_text(f.mint.client_id), TriggerMay::Never),
    fact("aud", Tokens::Access, |f| text(f.mint.aud), TriggerMay::ClientIdOnly),
    fact("client_id", Tokens::Access, |f| some_text(f.mint.client_id), TriggerMay::Never),
    fact("token_use", Tokens::Both, token_use, TriggerMay::Never),
    fact(
        "version",
        Tokens::Access,
        |f| f.mint.oauth.then_some(ClaimValue::Integer(2)),
        TriggerMay::Never,
    ),
    fact(
        "scope",
        Tokens::Access,
        |f| Some(ClaimValue::Text(f.mint.scopes.join(" ").into())),
        TriggerMay::Scopes,
    ),
    fact(
        "auth_time",
        Tokens::Both,
        |f| Some(ClaimValue::Integer(f.mint.auth_time.seconds())),
        TriggerMay::Never,
    ),
    fact(
        "iat",
        Tokens::Both,
        |f| Some(ClaimValue::Integer(f.mint.now.seconds())),
        TriggerMay::Never,
    ),
    fact("exp", Tokens::Both, expiry, TriggerMay::Never),
    fact("jti", Tokens::Both, jti, TriggerMay::Never),
    fact("origin_jti", Tokens::Both, |f| text(f.mint.origin_jti), TriggerMay::Never),
    fact("event_id", Tokens::Both, |f| some_text(f.mint.event_id), TriggerMay::Never),
    fact("username", Tokens::Access, |f| some_text(f.mint.username), TriggerMay::Never),
    fact("cognito:username", Tokens::Id, |f| some_text(f.mint.username), TriggerMay::Never),
    fact("cognito:groups", Tokens::Both, group_names, TriggerMay::Groups),
    fact("cognito:roles", Tokens::Id, |f| texts(groups::roles(f.mint.groups)), TriggerMay::Groups),
    fact(
        "cognito:preferred_role",
        Tokens::Id,
        |f| text(groups::preferred_role(f.mint.groups)),
        TriggerMay::Groups,
    ),
    fact("nonce", Tokens::Id, |f| text(f.mint.nonce), TriggerMay::Never),
    fact("at_hash", Tokens::Id, |f| text(f.at_hash), TriggerMay::Never),
    fact("acr", Tokens::Both, |f| text(f.mint.acr), TriggerMay::Never),
    fact("amr", Tokens::Both, methods, TriggerMay::Never),
    fact("device_key", Tokens::Access, |f| text(f.mint.device_key), TriggerMay::Never),
    attribute("identities", Form::Identities, TriggerMay::Never),
    attribute("email", Form::Text, TriggerMay::Any),
    attribute("email_verified", Form::Flag, TriggerMay::Any),
    attribute("phone_number", Form::Text, TriggerMay::Any),
    attribute("phone_number_verified", Form::Flag, TriggerMay::Any),
    attribute("name", Form::Text, TriggerMay::Any),
    attribute("given_name", Form::Text, TriggerMay::Any),
    attribute("family_name", Form::Text, TriggerMay::Any),
    attribute("middle_name", Form::Text, TriggerMay::Any),
    attribute("nickname", Form::Text, TriggerMay::Any),
    attribute("preferred_username", Form::Text, TriggerMay::Any),
    attribute("profile", Form::Text, TriggerMay::Any),
    attribute("picture", Form::Text, TriggerMay::Any),
    attribute("website", Form::Text, TriggerMay::Any),
    attribute("gender", Form::Text, TriggerMay::Any),
    attribute("birthdate", Form::Text, TriggerMay::Any),
    attribute("zoneinfo", Form::Text, TriggerMay::Any),
    attribute("locale", Form::Text, TriggerMay::Any),
    attribute("address", Form::Address, TriggerMay::Any),
    attribute("updated_at", Form::Number, TriggerMay::Any),
    Claim {
        name: "custom:",
        tokens: Tokens::Id,
        source: Source::Attributes,
        trigger: TriggerMay::Any,
    },
    Claim {
        name: "dev:",
        tokens: Tokens::Id,
        source: Source::Attributes,
        trigger: TriggerMay::Suppress,
    },
];

/// Names that are reserved although this server emits no such claim.
static RESERVED: &[&str] = &["azp", "nbf"];

/// What a pre token generation trigger may do to the claim `name` of `token`, whether the token
/// carries it or not.
#[must_use]
pub fn trigger_may(token: Token, name: &str) -> TriggerMay {
    let rows = || CLAIMS.iter().filter(|row| row.governs(name));
    if let Some(row) = rows().find(|row| row.tokens.include(token)) {
        return row.trigger;
    }
    if RESERVED.contains(&name) || name.starts_with("cognito:") {
        return TriggerMay::Never;
    }
    // A name reserved in one token is reserved in the other.
    let reserved = rows()
        .map(|row| row.trigger)
        .find(|trigger| matches!(trigger, TriggerMay::Never | TriggerMay::Suppress));
    reserved.unwrap_or(TriggerMay::Any)
}

/// Appends the payload of a token as a JSON object.
pub(super) fn write(facts: &Facts<'_>, out: &mut String) {
    let mut member = Members { out, separator: '{' };
    for row in CLAIMS.iter().filter(|row| row.tokens.include(facts.token)) {
        match row.source {
            Source::Fact(source) => member.write(row.name, source(facts)),
            Source::Attribute(form) => {
                member.write(row.name, attributes::find(facts.mint, row.name, form));
            }
            Source::Attributes => {
                for (name, value) in attributes::with_prefix(facts.mint, row.name) {
                    member.write(name, some_text(value));
                }
            }
        }
    }
    out.push('}');
}

const fn fact(
    name: &'static str,
    tokens: Tokens,
    source: for<'a> fn(&Facts<'a>) -> Option<ClaimValue<'a>>,
    trigger: TriggerMay,
) -> Claim {
    Claim { name, tokens, source: Source::Fact(source), trigger }
}

const fn attribute(name: &'static str, form: Form, trigger: TriggerMay) -> Claim {
    Claim { name, tokens: Tokens::Id, source: Source::Attribute(form), trigger }
}

fn token_use<'a>(facts: &Facts<'a>) -> Option<ClaimValue<'a>> {
    some_text(match facts.token {
        Token::Id => "id",
        Token::Access => "access",
    })
}

fn expiry<'a>(facts: &Facts<'a>) -> Option<ClaimValue<'a>> {
    let valid_seconds = match facts.token {
        Token::Id => facts.mint.id_seconds,
        Token::Access => facts.mint.access_seconds,
    };
    Some(ClaimValue::Integer(facts.mint.now.seconds().saturating_add(valid_seconds)))
}

fn jti<'a>(facts: &Facts<'a>) -> Option<ClaimValue<'a>> {
    some_text(match facts.token {
        Token::Id => facts.mint.jti_id,
        Token::Access => facts.mint.jti_access,
    })
}

fn group_names<'a>(facts: &Facts<'a>) -> Option<ClaimValue<'a>> {
    texts(facts.mint.groups.iter().map(|group| group.name.as_str()).collect())
}

fn methods<'a>(facts: &Facts<'a>) -> Option<ClaimValue<'a>> {
    (!facts.mint.amr.is_empty()).then_some(ClaimValue::Texts(Cow::Borrowed(facts.mint.amr)))
}

fn some_text(value: &str) -> Option<ClaimValue<'_>> {
    Some(ClaimValue::Text(Cow::Borrowed(value)))
}

fn text(value: Option<&str>) -> Option<ClaimValue<'_>> {
    value.and_then(some_text)
}

/// An empty array is never emitted.
fn texts(values: Vec<&str>) -> Option<ClaimValue<'_>> {
    (!values.is_empty()).then_some(ClaimValue::Texts(Cow::Owned(values)))
}

struct Members<'o> {
    out: &'o mut String,
    separator: char,
}

impl Members<'_> {
    fn write(&mut self, name: &str, value: Option<ClaimValue<'_>>) {
        let Some(value) = value else { return };
        self.out.push(self.separator);
        self.separator = ',';
        push_json_string(self.out, name);
        self.out.push(':');
        match value {
            ClaimValue::Text(text) => push_json_string(self.out, &text),
            ClaimValue::Integer(number) => self.out.push_str(&number.to_string()),
            ClaimValue::Flag(flag) => self.out.push_str(if flag { "true" } else { "false" }),
            ClaimValue::Texts(texts) => self.write_texts(&texts),
            ClaimValue::Json(json) => self.out.push_str(&json),
        }
    }

    fn write_texts(&mut self, texts: &[&str]) {
        let mut separator = '[';
        for text in texts {
            self.out.push(separator);
            separator = ',';
            push_json_string(self.out, text);
        }
        self.out.push(']');
    }
}
