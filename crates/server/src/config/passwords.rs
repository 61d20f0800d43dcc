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

        /// The form that at_rest named before, while passwords of that form are stored: checking
        /// any password then takes the work of both, so the time does not reveal who has the other.
        /// Needed after a change from argon2id to srp, until doctor --deep counts none.
        earlier: Option<String> => Option<AtRest> = earlier, nothing, r#""argon2id""#;
    }
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Passwords> {
        self.each(faults)
    }
}

impl Passwords {
    /// Whether passwords may be stored in both forms.
    pub fn may_be_mixed(&self) -> bool {
        self.earlier.is_some_and(|earlier| earlier != self.at_rest)
    }
}

fn earlier(name: &str, given: Option<String>, faults: &mut Faults) -> Option<Option<AtRest>> {
    let Some(text) = given else { return Some(None) };
    at_rest(name, text, faults).map(Some)
}

#[expect(clippy::needless_pass_by_value, reason = "the form of a check")]
fn at_rest(name: &str, given: String, faults: &mut Faults) -> Option<AtRest> {
    faults.keep(match given.as_str() {
        "srp" => Ok(AtRest::Srp),
        "argon2id" => Ok(AtRest::Argon2id),
        _ => Err(none_of(name, ["srp", "argon2id"])),
    })
}
