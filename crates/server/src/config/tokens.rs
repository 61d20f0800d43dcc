//! `[tokens]`: what happens to tokens that are misused.

use super::faults::Faults;
use super::settings::settings;

settings! {
    /// What happens when tokens are misused.
    section "tokens" Section => Tokens (Debug, Clone, Copy) {
        /// Whether a refresh token that was rotated out and is used again, more than ten seconds
        /// after its grace period, revokes its whole family: the tokens of the thief and the
        /// user's. false: it is refused, and the family stays valid.
        revoke_on_reuse: bool => bool = as_given, value("true"), "false";
    }
}

impl Section {
    pub(super) fn check(self, faults: &mut Faults) -> Option<Tokens> {
        self.each(faults)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a check")]
fn as_given(_name: &str, given: bool, _faults: &mut Faults) -> Option<bool> {
    Some(given)
}
