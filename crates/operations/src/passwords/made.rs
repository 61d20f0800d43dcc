//! The credential of a request's new password: made once, however often the request is decided
//! anew.

use domain::credential::PasswordCredential;
use store::{Credential, User};
use zeroize::Zeroizing;

use super::{make, row};
use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::users::Place;

/// Kept across re-runs with the username that it was made for: a name may lead to another user the
/// next time.
#[derive(Default)]
pub(crate) struct Made(Option<(String, PasswordCredential)>);

impl Made {
    /// The credential's row for this user.
    pub(crate) async fn row(
        &mut self,
        ctx: &Ctx,
        pool: &PoolConfig,
        user: &User,
        password: &Zeroizing<String>,
        temporary: bool,
    ) -> Result<Credential, Error> {
        let place = Place::from(user);
        if let Some((_, credential)) =
            self.0.as_ref().filter(|(username, _)| *username == user.username)
        {
            return Ok(row(ctx, pool, &place, credential));
        }
        let credential = make(ctx, pool, &user.username, password, temporary).await?;
        let sealed = row(ctx, pool, &place, &credential);
        self.0 = Some((user.username.clone(), credential));
        Ok(sealed)
    }
}
