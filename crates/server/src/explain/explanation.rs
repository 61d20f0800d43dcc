//! Everything that can be said about a text without a network request.

use domain::Time;
use serde::Serialize;
use serde_json::{Map, Value};
use server::text::harmless;

use super::claims;
use super::kind::Kind;
use super::moment;
use super::paste::{Jwt, Pasted};
use super::sentence::{Filled, shown};
use super::texts::{Then, Use, texts};

/// What a text is, who it is for and what it contains. Nothing in it is verified.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Explanation {
    /// Name of the kind, for programs.
    pub(crate) kind: &'static str,
    /// Name of the kind, for people.
    pub(crate) name: String,
    /// What it is.
    #[serde(rename = "is")]
    pub(crate) what: String,
    /// Who it is for.
    #[serde(rename = "for")]
    pub(crate) whom: String,
    /// What it may be used for.
    pub(crate) may: Vec<String>,
    /// What it may not be used for.
    #[serde(rename = "mayNot")]
    pub(crate) may_not: Vec<String>,
    /// When it expires; `None` if it cannot be read.
    pub(crate) expiry: Option<String>,
    /// How it can become invalid before that.
    pub(crate) revocation: Vec<String>,
    /// The header's members.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub(crate) header: Map<String, Value>,
    /// The claims.
    pub(crate) claims: Vec<Claim>,
}

/// A claim in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Claim {
    /// Its name.
    pub(crate) name: String,
    /// Its value.
    pub(crate) value: Value,
    /// Its value, for people.
    #[serde(skip)]
    pub(crate) shown: String,
    /// A time for programs (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) time: Option<String>,
    /// A time for people: a date, and how long ago.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) moment: Option<String>,
    /// What the claim means.
    pub(crate) says: String,
    /// What its values mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) more: Vec<String>,
}

/// Explains a text as of `now`.
pub(crate) fn explain(pasted: &Pasted, now: Time) -> Explanation {
    let kind = Kind::of(pasted);
    let text = texts().kinds.of(kind);
    let nothing = Map::new();
    let jwt = match pasted {
        Pasted::Jwt(jwt) => Some(jwt),
        _ => None,
    };
    let fill = |name: &str| filled(jwt, name);
    let sentence = |text: &String| Filled(text).with(fill);
    let facts = jwt.map_or(&nothing, |jwt| &jwt.claims);
    let holds = |when: Option<&String>| when.is_none_or(|when| holds(when, facts));
    let may = |item: &Use| item.may.as_ref().filter(|_| holds(item.when.as_ref())).map(sentence);
    let may_not = |item: &Use| {
        item.may_not
            .as_ref()
            .filter(|_| item.when.is_none() || !holds(item.when.as_ref()))
            .map(sentence)
    };
    let then = |item: &Then| {
        let said =
            if holds(item.when.as_ref()) { Some(&item.then) } else { item.otherwise.as_ref() };
        said.map(sentence)
    };
    Explanation {
        kind: kind.as_str(),
        name: text.name.clone(),
        what: match pasted {
            Pasted::Broken(why) => format!("{} {why}", text.what),
            _ => text.what.clone(),
        },
        whom: sentence(&text.whom),
        may: text.uses.iter().filter_map(may).collect(),
        may_not: text.uses.iter().filter_map(may_not).collect(),
        expiry: jwt.map(|jwt| expiry(jwt, now)),
        revocation: text.revocation.iter().filter_map(then).collect(),
        header: jwt.map_or_else(Map::new, |jwt| jwt.header.clone()),
        claims: jwt.map_or_else(Vec::new, |jwt| claims::explained(jwt, kind, now, &fill)),
    }
}

/// The value of a placeholder: `pool`, or a claim.
fn filled(jwt: Option<&Jwt>, name: &str) -> Option<String> {
    let jwt = jwt?;
    if name == "pool" {
        return jwt.pool_id().map(harmless);
    }
    jwt.claims.get(name).map(shown)
}

/// Evaluates `claim:NAME`, `scope:NAME` or `custom_scope`. Custom scopes contain a slash.
fn holds(when: &str, claims: &Map<String, Value>) -> bool {
    let scopes = claims.get("scope").and_then(Value::as_str).unwrap_or_default();
    match when.split_once(':') {
        Some(("claim", name)) => claims.contains_key(name),
        Some(("scope", wanted)) => scopes.split(' ').any(|scope| scope == wanted),
        _ => scopes.split(' ').any(|scope| scope.contains('/')),
    }
}

fn expiry(jwt: &Jwt, now: Time) -> String {
    let texts = &texts().expiry;
    let Some(exp) = jwt.expiry() else { return texts.none.clone() };
    let text = if exp > now.seconds() { &texts.ahead } else { &texts.past };
    Filled(text).with(|name| match name {
        "words" => Some(moment::in_words(exp.abs_diff(now.seconds()))),
        _ => Some(moment::date(exp).unwrap_or_else(|| exp.to_string())),
    })
}
