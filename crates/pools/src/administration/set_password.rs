//! An administrator sets a permanent or a temporary password.

use domain::user::UserStatus;
use store::Credential;
use zeroize::Zeroizing;

use super::PoolUser;
use crate::error::Error;
use crate::passwords::{self, NewCredential, PASSWORD_ID, PASSWORD_KIND, Prefix};
use crate::request::Ctx;
use crate::users::aliases::{self, Claim};
use crate::users::{Place, attributes_of, require_user_with, rows};

/// Sets the password. A permanent one makes the user CONFIRMED; a temporary one makes it
/// FORCE_CHANGE_PASSWORD and is valid from now. Tokens stay valid, but those of a user with a
/// temporary password cannot be refreshed.
///
/// # Errors
/// `InvalidPasswordException`, `PasswordHistoryPolicyViolationException`;
/// `InvalidParameterException` when another user has the preferred username;
/// `ResourceNotFoundException`, `UserNotFoundException`.
pub async fn set_password(
    ctx: &Ctx,
    who: PoolUser<'_>,
    password: &Zeroizing<String>,
    is_permanent: bool,
) -> Result<(), Error> {
    let mut made = NewCredential::default();
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(who.pool_id).await?;
        let credential = |place: &Place| {
            Credential::get(&place.part, &place.user_id, PASSWORD_KIND, PASSWORD_ID)
        };
        let (before, earlier) = require_user_with(ctx, &pool, who.username, credential).await?;
        passwords::check_policy(&pool.settings, Prefix::NotConform, password)?;
        let mut batch = ctx.batch();
        passwords::update_history(ctx, &pool, &before, earlier.as_ref(), password, &mut batch)
            .await?;
        let status =
            if is_permanent { UserStatus::Confirmed } else { UserStatus::ForceChangePassword };
        let mut user = before.clone();
        user.status = status.as_str().to_owned();
        user.modified = ctx.now.millis();
        rows::update(&before, &user, &mut batch)?;
        let (replaced, new) = ((&user, earlier.as_ref()), (password, !is_permanent));
        made.put(ctx, &pool, replaced, new, &mut batch).await?;
        if is_permanent {
            let claim = Claim { confirmed: true, force: false };
            let activated =
                aliases::activate(ctx, &pool, &user, &attributes_of(&user)?, claim, &mut batch)
                    .await;
            activated.map_err(aliases::undeclared)?;
        }
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
