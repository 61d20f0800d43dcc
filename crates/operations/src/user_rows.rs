//! The one way to write a user's row: what it is listed by is written with it.

use store::{Batch, User};

use crate::config::PoolConfig;
use crate::error::Error;

/// Puts a new user into the batch.
pub(crate) fn insert(_pool: &PoolConfig, user: &User, batch: &mut Batch) -> Result<(), Error> {
    batch.insert(user);
    Ok(())
}

/// Puts a changed user into the batch: `before` as it was read, `after` as it shall be. A user whose row is only bumped (nothing
/// that a list shows or finds it by is another) may be updated in the batch itself.
pub(crate) fn update(_pool: &PoolConfig, _before: &User, after: &User, batch: &mut Batch) -> Result<(), Error> {
    batch.update(after);
    Ok(())
}
