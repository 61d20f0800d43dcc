//! The credential of a request's new password, made once however often the request is retried.

use domain::credential::PasswordCredential;
use store::{Credential, User};
use zeroize::Zeroizing;

use super::{make, row};
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::{Ctx, Once};
use crate::users::Place;

/// Kept across retries with the username that it was made for: a name may lead to another user the
/// next time.
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
}
