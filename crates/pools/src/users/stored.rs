//! Parses a stored user's row.

use domain::user::{Attributes, UserStatus};
use store::User;

use crate::error::{Error, Fault};

/// A user's status as stored.
pub(crate) fn status_of(user: &User) -> Result<UserStatus, Error> {
    UserStatus::parse(&user.status)
        .ok_or_else(|| Fault::new(format!("user {}: unknown status", user.user_id)).into())
}

/// A user's attributes as stored.
pub fn attributes_of(user: &User) -> Result<Attributes, Error> {
    Attributes::from_doc(&user.attributes).map_err(|error| {
        Fault::caused(format!("user {}: attributes cannot be read", user.user_id), error).into()
    })
}
