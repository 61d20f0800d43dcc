//! Explains each claim in a sentence.

use domain::Time;
use serde_json::Value;
use server::text::harmless;

use super::explanation::Claim;
use super::kind::Kind;
use super::moment;
use super::paste::Jwt;
use super::sentence::{Filled, shown};
use super::texts::{ClaimText, texts};

/// Explains the claims, in the order of the texts file; claims without a text come last.
pub(super) fn explained(
    jwt: &Jwt,
    kind: Kind,
    now: Time,
    fill: &impl Fn(&str) -> Option<String>,
) -> Vec<Claim> {
    let mut claims: Vec<(usize, Claim)> =
        jwt.claims.iter().map(|(name, value)| one(name, value, kind, now, fill)).collect();
    claims.sort_by(|(place, claim), (other_place, other)| {
        place.cmp(other_place).then_with(|| claim.name.cmp(&other.name))
    });
    claims.into_iter().map(|(_, claim)| claim).collect()
}

/// Explains a claim, and returns its position in the order.
fn one(
    name: &str,
    value: &Value,
    kind: Kind,
    now: Time,
    fill: &impl Fn(&str) -> Option<String>,
) -> (usize, Claim) {
    let of_claim = |text: &ClaimText| {
        if text.prefix { name.starts_with(&text.name) } else { name == text.name }
    };
    let of_kind = |text: &ClaimText| {
        text.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|known| known == kind.as_str()))
    };
    let found = texts().claims.iter().enumerate().find(|(_, text)| of_claim(text) && of_kind(text));
    let (place, says, more, seconds) = match found {
        None => (usize::MAX, texts().other_claim.clone(), Vec::new(), None),
        Some((place, text)) => {
            let seconds = moment::seconds_of(value).filter(|_| text.time);
            (place, Filled(&text.says).with(fill), more(text, value), seconds)
        }
    };
    let time = seconds.and_then(moment::iso);
    let moment = seconds.and_then(|seconds| {
        Some(format!("{}, {}", moment::date(seconds)?, moment::relative(seconds, now)))
    });
    (
        place,
        Claim {
            name: harmless(name),
            value: value.clone(),
            shown: shown(value),
            says,
            more,
            time,
            moment,
        },
    )
}

/// Explains the values of the claim.
fn more(text: &ClaimText, value: &Value) -> Vec<String> {
    if !text.values.is_empty() {
        return text.values.get(&shown(value)).cloned().into_iter().collect();
    }
    if text.each.is_empty() {
        return Vec::new();
    }
    let items: Vec<&str> = match value {
        Value::String(items) => items.split(' ').filter(|item| !item.is_empty()).collect(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let said = |item: &&str| text.each.get(*item).or_else(|| text.each.get("*"));
    items.iter().filter_map(|item| Some(format!("{}: {}", harmless(item), said(item)?))).collect()
}
