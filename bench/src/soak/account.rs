//! What the answers so far imply about a user.

use std::collections::BTreeSet;
use std::fmt;

/// A user that only one client changes, so that its state is known exactly, apart from a change
/// that got no answer.
#[derive(Default)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) password: String,
    /// The previous password, which must no longer work.
    pub(super) old_password: Option<String>,
    /// Has a permanent password, and so can sign in.
    pub(super) confirmed: bool,
    pub(super) enabled: bool,
    pub(super) deleted: bool,
    pub(super) groups: BTreeSet<String>,
    pub(super) tokens: Option<Tokens>,
    /// Refresh tokens that must never work again.
    pub(super) revoked: Vec<String>,
    /// Number of wrong passwords tried; five would lock the user.
    pub(super) wrong: u32,
    /// A change that may or may not have happened. The user is not changed any further.
    pub(super) pending: Option<Change>,
}

/// The tokens of a sign-in.
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
    /// Revokes the last sign-in's token.
    Revoke,
    /// Revokes all tokens.
    SignOut,
    /// Any other change, which leaves the account's state as it was.
    Other,
}

/// Leaves out long values.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { confirmed, enabled, deleted, groups, pending, .. } = self;
        write!(
            f,
            "confirmed {confirmed}, enabled {enabled}, deleted {deleted}, in {groups:?}, \
             unanswered {pending:?}"
        )
    }
}

impl Account {
    /// A user that is about to be created.
    pub(super) fn new(name: String, password: String) -> Self {
        Self { name, password, enabled: true, ..Self::default() }
    }

    /// Applies an acknowledged change.
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

    /// Whether this state is correct, or possible given an unanswered change.
    pub(super) fn allows_existing(&self, exists: bool) -> bool {
        exists != self.deleted || matches!(self.pending, Some(Change::Create | Change::Delete))
    }

    /// Like [`Account::allows_existing`].
    pub(super) fn allows_enabled(&self, enabled: bool) -> bool {
        enabled == self.enabled || matches!(self.pending, Some(Change::Enabled(_)))
    }

    /// Like [`Account::allows_existing`].
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
    fn an_unanswered_change_allows_both_states() {
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
