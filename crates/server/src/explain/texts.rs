//! The texts in `texts.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::Kind;

/// The file itself, which the page embeds.
pub(crate) const TEXTS: &str = include_str!("texts.json");

/// All texts about tokens.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    pub(crate) kinds: Kinds,
    pub(crate) claims: Vec<ClaimText>,
    pub(crate) other_claim: String,
    pub(crate) broken: Broken,
    pub(crate) expiry: Expiry,
    pub(crate) checks: Checks,
    pub(crate) verdicts: Verdicts,
}

/// Texts about each kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kinds {
    id: KindText,
    access: KindText,
    machine: KindText,
    identity_pool: KindText,
    foreign: KindText,
    refresh: KindText,
    encrypted: KindText,
    session: KindText,
    nothing: KindText,
}

/// Texts about a kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindText {
    pub(crate) name: String,
    #[serde(rename = "is")]
    pub(crate) what: String,
    #[serde(rename = "for")]
    pub(crate) whom: String,
    pub(crate) uses: Vec<Use>,
    pub(crate) revocation: Vec<Then>,
}

/// What the kind may be used for if `when` holds, and what it may not be used for otherwise.
/// Without `when`, both apply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Use {
    pub(crate) when: Option<String>,
    pub(crate) may: Option<String>,
    pub(crate) may_not: Option<String>,
}

/// A sentence, and another one for when `when` does not hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Then {
    pub(crate) when: Option<String>,
    pub(crate) then: String,
    #[serde(rename = "else")]
    pub(crate) otherwise: Option<String>,
}

/// Texts about a claim. Among entries with the same name, the first that fits the kind is used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimText {
    pub(crate) name: String,
    /// Whether `name` is a prefix of the claim's name.
    #[serde(default)]
    pub(crate) prefix: bool,
    /// The kinds it applies to; `None` for all.
    #[serde(rename = "in")]
    pub(crate) kinds: Option<Vec<String>>,
    pub(crate) says: String,
    /// Whether the value is a time.
    #[serde(default)]
    pub(crate) time: bool,
    /// What each possible value means.
    #[serde(default)]
    pub(crate) values: BTreeMap<String, String>,
    /// What each element of a list means; `*` stands for any other.
    #[serde(default)]
    pub(crate) each: BTreeMap<String, String>,
}

/// Why a text is not a token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Broken {
    pub(crate) empty: String,
    pub(crate) parts: String,
    pub(crate) header: String,
    pub(crate) payload: String,
    pub(crate) signature: String,
}

/// When it expires.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expiry {
    pub(crate) ahead: String,
    pub(crate) past: String,
    pub(crate) none: String,
}

/// Results of each check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checks {
    pub(crate) form: CheckText,
    pub(crate) issuer: CheckText,
    pub(crate) key: CheckText,
    pub(crate) algorithm: CheckText,
    pub(crate) signature: CheckText,
    pub(crate) expiry: CheckText,
    pub(crate) start: CheckText,
    #[serde(rename = "use")]
    pub(crate) usage: CheckText,
    pub(crate) client: CheckText,
    pub(crate) revocation: CheckText,
    pub(crate) other_pool: String,
}

/// Results of a check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckText {
    pub(crate) good: String,
    pub(crate) bad: String,
}

/// Overall results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Verdicts {
    pub(crate) good: String,
    pub(crate) bad: String,
    pub(crate) unverified: String,
}

impl Kinds {
    pub(crate) fn of(&self, kind: Kind) -> &KindText {
        match kind {
            Kind::Id => &self.id,
            Kind::Access => &self.access,
            Kind::Machine => &self.machine,
            Kind::IdentityPool => &self.identity_pool,
            Kind::Foreign => &self.foreign,
            Kind::Refresh => &self.refresh,
            Kind::Encrypted => &self.encrypted,
            Kind::Session => &self.session,
            Kind::Nothing => &self.nothing,
        }
    }
}

/// The parsed texts.
#[expect(
    clippy::expect_used,
    reason = "INVARIANT: a test reads the file, which is part of the program"
)]
pub(crate) fn texts() -> &'static Texts {
    static READ: LazyLock<Texts> =
        LazyLock::new(|| serde_json::from_str(TEXTS).expect("texts.json has every sentence"));
    &READ
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_refer_to_known_kinds() {
        let texts = texts();
        let unknown = texts
            .claims
            .iter()
            .flat_map(|claim| claim.kinds.iter().flatten())
            .find(|kind| Kind::parse(kind).is_none());
        assert_eq!(unknown, None);
    }

    /// Every claim in tokens of this server has its own text.
    #[test]
    fn every_claim_of_this_server_is_explained() {
        for emitted in domain::token::claims::CLAIMS {
            let is_there = texts().claims.iter().any(|text| text.name == emitted.name);
            assert!(is_there, "{}", emitted.name);
        }
    }

    /// The file is embedded in a script element of a page.
    #[test]
    fn the_texts_cannot_close_their_script_element() {
        assert!(!TEXTS.contains('<'));
    }
}
