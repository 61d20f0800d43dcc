//! `[passwords]`: how new passwords are stored.

use domain::credential::AtRest;

use super::faults::Faults;
use super::none_of;
use super::settings::settings;

settings! {
    /// How new passwords are stored.
    section "passwords" Section => Passwords (Debug, Clone, Copy) {
        /// srp: every sign-in flow works. argon2id: SRP flows are refused, and guessing is
        /// expensive for an attacker who stole the database and the master key.
        at_rest: String => AtRest = at_rest, value(r#""srp""#), r#""argon2id""#;
    }
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Passwords> {
        self.each(faults)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the form of a check")]
fn at_rest(name: &str, given: String, faults: &mut Faults) -> Option<AtRest> {
    faults.keep(match given.as_str() {
        "srp" => Ok(AtRest::Srp),
        "argon2id" => Ok(AtRest::Argon2id),
        _ => Err(none_of(name, ["srp", "argon2id"])),
    })
}
