//! The only way to write a user's row: its index entries are written with it.

use std::collections::BTreeSet;

use domain::listing::{self, Listed};
use store::{AttributeValue, Batch, Rev, User};

use crate::error::Error;
use crate::users::attributes_of;

/// Adds a new user to the batch.
pub(crate) fn insert(user: &User, batch: &mut Batch) -> Result<(), Error> {
    batch.insert(user);
    enter(user, entries(user)?, batch);
    Ok(())
}

/// Adds a changed user to the batch: `before` as it was read, `after` as it will be. A row that is
/// only bumped, with nothing changed that a list shows or filters by, may be updated in the batch
/// directly.
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

/// Adds the removal of a user's index entries to the batch, which deletes the row as it was read.
pub(crate) fn forget(user: &User, batch: &mut Batch) -> Result<(), Error> {
    for (attribute, value) in entries(user)? {
        batch.remove(AttributeValue::key(&user.part, &attribute, &value, &user.user_id));
    }
    Ok(())
}

/// Adds all index entries of a user to the batch, which guards the row as it was read.
pub(crate) fn index(user: &User, batch: &mut Batch) -> Result<(), Error> {
    enter(user, entries(user)?, batch);
    Ok(())
}

/// All index entries of a user: attribute and folded value.
pub(crate) fn entries(user: &User) -> Result<BTreeSet<(String, String)>, Error> {
    Ok(listing::entries(&listed(user, &attributes_of(user)?)))
}

/// A user as filters see it.
pub(crate) fn listed<'a>(user: &'a User, attributes: &'a domain::user::Attributes) -> Listed<'a> {
    Listed {
        sub: &user.user_id,
        username: &user.username,
        status: &user.status,
        enabled: user.enabled,
        attributes,
    }
}

/// The user's row decides whether the batch commits, so these rows carry no expectation.
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
