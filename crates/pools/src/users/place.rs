//! Where a user's rows are, and what led there.

use store::{Lookup, User};

use super::aliases;
use crate::config::PoolConfig;
use crate::error::Error;

/// Where a user's rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The user's immutable id, its `sub`.
    pub user_id: String,
    /// The part of the store that holds its rows.
    pub part: String,
}

impl Place {
    /// The place of a user of this pool.
    pub(crate) fn of(pool: &PoolConfig, user_id: &str) -> Self {
        Self { user_id: user_id.to_owned(), part: pool.user_part(user_id) }
    }

    /// Reads the user who is there.
    pub(crate) fn user(&self) -> store::Get<User> {
        User::get(&self.part, &self.user_id)
    }
}

impl From<&User> for Place {
    fn from(user: &User) -> Self {
        Self { user_id: user.user_id.clone(), part: user.part.clone() }
    }
}

/// Where a name leads.
pub(crate) struct Found {
    pub(crate) place: Place,
    /// The look-up row that led there; `None` if the name was a `sub`.
    pub(super) lookup: Option<Lookup>,
}

impl Found {
    /// Whether the read at this place is conclusive: a user who has the name or, for a `sub`,
    /// whatever is there. Otherwise the name was seen before its user, or after its user gave it
    /// up.
    pub(crate) fn leads_to(&self, pool: &PoolConfig, user: Option<&User>) -> Result<bool, Error> {
        match (&self.lookup, user) {
            (None, _) => Ok(true),
            (Some(_), None) => Ok(false),
            (Some(lookup), Some(user)) => aliases::has_name(&pool.settings, user, lookup),
        }
    }
}
