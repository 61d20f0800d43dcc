//! The sentences, as `texts.json` has them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::Kind;

/// The file as it is: the page carries it.
pub(crate) const TEXTS: &str = include_str!("texts.json");

/// Every sentence about tokens.
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

/// What is said about each kind.
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

/// What is said about a kind.
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

/// What the kind may be used for where `when` holds, and what not where it does not; both where
/// there is no `when`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Use {
    pub(crate) when: Option<String>,
    pub(crate) may: Option<String>,
    pub(crate) may_not: Option<String>,
}

/// A sentence, or another one where `when` does not hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Then {
    pub(crate) when: Option<String>,
    pub(crate) then: String,
    #[serde(rename = "else")]
    pub(crate) otherwise: Option<String>,
}

/// What is said about a claim. Of several of one name the first that fits the kind counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClaimText {
    pub(crate) name: String,
    /// Whether `name` is only the beginning of the claim's.
    #[serde(default)]
    pub(crate) prefix: bool,
    /// The kinds it is about; `None`: all.
    #[serde(rename = "in")]
    pub(crate) kinds: Option<Vec<String>>,
    pub(crate) says: String,
    /// Whether the value is a moment.
    #[serde(default)]
    pub(crate) time: bool,
    /// What a value says.
    #[serde(default)]
    pub(crate) values: BTreeMap<String, String>,
    /// What each of several values says; `*` is any other.
    #[serde(default)]
    pub(crate) each: BTreeMap<String, String>,
}

/// Why a text is no token.
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

/// What each check found.
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

/// What a check found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckText {
    pub(crate) good: String,
    pub(crate) bad: String,
}

/// What it comes to.
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

/// The sentences.
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
    fn every_sentence_is_there() {
        let texts = texts();
        let unknown = texts
            .claims
            .iter()
            .flat_map(|claim| claim.kinds.iter().flatten())
            .find(|kind| Kind::parse(kind).is_none());
        assert_eq!(unknown, None);
    }

    /// A claim that tokens of this server carry has a sentence of its own.
    #[test]
    fn every_claim_of_this_server_is_explained() {
        for emitted in domain::token::claims::CLAIMS {
            let is_there = texts().claims.iter().any(|text| text.name == emitted.name);
            assert!(is_there, "{}", emitted.name);
        }
    }

    /// It stands within a page, in a script element.
    #[test]
    fn it_cannot_leave_its_element() {
        assert!(!TEXTS.contains('<'));
    }
}
