//! `[passwords]`: how a new password is kept.

use domain::credential::AtRest;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    #[serde(default)]
    at_rest: Kept,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Kept {
    #[default]
    Srp,
    Argon2id,
}

/// The checked section.
#[derive(Debug, Clone, Copy)]
pub struct Passwords {
    /// An SRP verifier, with which every flow works, or an argon2id hash, with which SRP flows are refused.
    pub at_rest: AtRest,
}

impl Section {
    pub(super) fn check(self) -> Passwords {
        let at_rest = match self.at_rest {
            Kept::Srp => AtRest::Srp,
            Kept::Argon2id => AtRest::Argon2id,
        };
        Passwords { at_rest }
    }
}
