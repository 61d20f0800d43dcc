//! The one way to write a user's row: what it is listed by is written with it.

use std::collections::BTreeSet;

use domain::listing::{self, Listed};
use store::{AttributeValue, Batch, Rev, User};

use crate::error::Error;
use crate::users::attributes_of;

/// Puts a new user into the batch.
pub fn insert(user: &User, batch: &mut Batch) -> Result<(), Error> {
    batch.insert(user);
    enter(user, entries(user)?, batch);
    Ok(())
}

/// Puts a changed user into the batch: `before` as it was read, `after` as it shall be. A user
/// whose row is only bumped (nothing that a list shows or finds it by is another) may be updated in
/// the batch itself.
pub fn update(before: &User, after: &User, batch: &mut Batch) -> Result<(), Error> {
    batch.update(after);
    let found_by = |user: &User| {
        (user.username.clone(), user.status.clone(), user.enabled, user.attributes.clone())
    };
    if found_by(before) == found_by(after) {
        return Ok(());
    }
    let (old, new) = (entries(before)?, entries(after)?);
    for (attribute, value) in old.difference(&new) {
        batch.remove(AttributeValue::key(&before.part, attribute, value, &before.user_id));
    }
    enter(after, new.difference(&old).cloned().collect(), batch);
    Ok(())
}

/// Puts the removal of what a user is listed by into the batch, which deletes the row as it was
/// read.
pub fn forget(user: &User, batch: &mut Batch) -> Result<(), Error> {
    for (attribute, value) in entries(user)? {
        batch.remove(AttributeValue::key(&user.part, &attribute, &value, &user.user_id));
    }
    Ok(())
}

/// Puts everything that a user is listed by into the batch, which guards the row as it was read.
pub fn index(user: &User, batch: &mut Batch) -> Result<(), Error> {
    enter(user, entries(user)?, batch);
    Ok(())
}

/// Everything that a user is listed by: attribute and value.
pub fn entries(user: &User) -> Result<BTreeSet<(String, String)>, Error> {
    Ok(listing::entries(&listed(user, &attributes_of(user)?)))
}

/// A user as filters see it.
pub fn listed<'a>(user: &'a User, attributes: &'a domain::user::Attributes) -> Listed<'a> {
    Listed {
        sub: &user.user_id,
        username: &user.username,
        status: &user.status,
        enabled: user.enabled,
        attributes,
    }
}

/// The user's row decides whether the batch commits, so nothing is expected of these.
fn enter(user: &User, entries: BTreeSet<(String, String)>, batch: &mut Batch) {
    for (attribute, folded_value) in entries {
        batch.replace(&AttributeValue {
            part: user.part.clone(),
            attribute,
            folded_value,
            user_id: user.user_id.clone(),
            since: user.modified,
            rev: Rev(0),
        });
    }
}
