//! `[passwords]`: how a new password is kept.

use domain::credential::AtRest;
use serde::Deserialize;

use super::faults::Faults;
use super::none_of;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    at_rest: Option<String>,
}

/// The checked section.
#[derive(Debug, Clone, Copy)]
pub struct Passwords {
    /// An SRP verifier, with which every flow works, or an argon2id hash, with which SRP flows are
    /// refused.
    pub at_rest: AtRest,
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Passwords> {
        let at_rest = match self.at_rest.as_deref() {
            None | Some("srp") => Ok(AtRest::Srp),
            Some("argon2id") => Ok(AtRest::Argon2id),
            Some(_) => Err(none_of("passwords.at_rest", ["srp", "argon2id"])),
        };
        faults.keep(at_rest).map(|at_rest| Passwords { at_rest })
    }
}
