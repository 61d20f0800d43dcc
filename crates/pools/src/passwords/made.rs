//! The credential of a request's new password, made once however often the request is retried.

use domain::credential::PasswordCredential;
use store::{Batch, Credential, User};
use zeroize::Zeroizing;

use super::{make, row};
use crate::codes;
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::{Ctx, Once};
use crate::users::Place;

/// Kept across retries with the username that it was made for: a name may lead to another user the
/// next time, and the username is part of what an SRP verifier is derived from.
#[derive(Default)]
pub(crate) struct NewCredential(Once<String, PasswordCredential>);

impl NewCredential {
    /// The credential's row for this user.
    ///
    /// # Errors
    /// `TooManyRequestsException` when too many passwords are waiting to be hashed.
    pub(crate) async fn row(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        user: &User,
        password: &Zeroizing<String>,
        temporary: bool,
    ) -> Result<Credential, Error> {
        let make = make(ctx, pool, &user.username, password, temporary);
        let credential = self.0.get(user.username.clone(), make).await?;
        Ok(row(ctx, pool, &Place::from(user), credential))
    }

    /// Adds the replacement of a user's password to the batch. An outstanding code that would
    /// replace it again is withdrawn: it was requested for the password before.
    ///
    /// # Errors
    /// `TooManyRequestsException` when too many passwords are waiting to be hashed.
    pub(crate) async fn put(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        (user, current): (&User, Option<&Credential>),
        (password, temporary): (&Zeroizing<String>, bool),
        batch: &mut Batch,
    ) -> Result<(), Error> {
        let credential = self.row(ctx, pool, user, password, temporary).await?;
        batch.put(&credential, current.map(|row| row.rev));
        codes::cancel_reset(user, batch);
        Ok(())
    }
}
