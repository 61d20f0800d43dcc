//! What is known of a user from the answers so far.

use std::collections::BTreeSet;
use std::fmt;

/// A user that one client alone acts on, so that what it must be is known exactly, except for a
/// change without an answer.
#[derive(Default)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) password: String,
    /// The one before, which must not work any more.
    pub(super) old_password: Option<String>,
    /// It has a password of its own choice, and so can sign in.
    pub(super) confirmed: bool,
    pub(super) enabled: bool,
    pub(super) deleted: bool,
    pub(super) groups: BTreeSet<String>,
    pub(super) tokens: Option<Tokens>,
    /// Refresh tokens that must never work again.
    pub(super) revoked: Vec<String>,
    /// How often a wrong password was tried: five would lock it.
    pub(super) wrong: u32,
    /// The change that may or may not have happened. Nothing is done to the user any more.
    pub(super) pending: Option<Change>,
}

/// Of a sign-in.
#[derive(Clone)]
pub(super) struct Tokens {
    pub(super) access: String,
    pub(super) refresh: String,
}

/// A change of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    Create,
    Delete,
    Password(String),
    Enabled(bool),
    Join(String),
    Leave(String),
    /// The token of the last sign-in.
    Revoke,
    /// All tokens.
    SignOut,
    /// What else was done about it leaves the account as it was.
    Other,
}

/// Without what is long.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { confirmed, enabled, deleted, groups, pending, .. } = self;
        write!(
            f,
            "confirmed {confirmed}, enabled {enabled}, deleted {deleted}, in {groups:?}, without answer {pending:?}"
        )
    }
}

impl Account {
    /// A user to create.
    pub(super) fn new(name: String, password: String) -> Self {
        Self { name, password, enabled: true, ..Self::default() }
    }

    /// The change was acknowledged.
    pub(super) fn apply(&mut self, change: Change) {
        match change {
            Change::Create => {}
            Change::Delete => self.deleted = true,
            Change::Password(new) => {
                let old = std::mem::replace(&mut self.password, new);
                self.old_password = Some(old);
                self.confirmed = true;
            }
            Change::Enabled(enabled) => {
                self.enabled = enabled;
                if !enabled {
                    self.revoke();
                }
            }
            Change::Join(group) => drop(self.groups.insert(group)),
            Change::Leave(group) => drop(self.groups.remove(&group)),
            Change::Revoke | Change::SignOut => self.revoke(),
            Change::Other => {}
        }
    }

    fn revoke(&mut self) {
        self.revoked.extend(self.tokens.take().map(|tokens| tokens.refresh));
    }

    /// Whether this is how it must be, or may be as a change has no answer.
    pub(super) fn allows_existing(&self, exists: bool) -> bool {
        exists != self.deleted || matches!(self.pending, Some(Change::Create | Change::Delete))
    }

    /// As [`Account::allows_existing`].
    pub(super) fn allows_enabled(&self, enabled: bool) -> bool {
        enabled == self.enabled || matches!(self.pending, Some(Change::Enabled(_)))
    }

    /// As [`Account::allows_existing`].
    pub(super) fn allows_groups(&self, groups: &BTreeSet<String>) -> bool {
        let differing: Vec<_> = groups.symmetric_difference(&self.groups).collect();
        match (differing.as_slice(), &self.pending) {
            ([], _) => true,
            ([one], Some(Change::Join(group) | Change::Leave(group))) => *one == group,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_without_answer_allows_both() {
        let mut account = Account::new("a".into(), "p".into());
        account.apply(Change::Join("x".into()));
        let groups =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        assert!(account.allows_groups(&groups(&["x"])) && !account.allows_groups(&groups(&[])));
        account.pending = Some(Change::Leave("x".into()));
        assert!(account.allows_groups(&groups(&["x"])) && account.allows_groups(&groups(&[])));
        assert!(!account.allows_groups(&groups(&["x", "y"])));
        assert!(account.allows_existing(true) && !account.allows_existing(false));
        account.pending = Some(Change::Delete);
        assert!(account.allows_existing(true) && account.allows_existing(false));
    }
}
