//! An administrator confirms an account without a code.

use domain::pool::Trigger;
use domain::user::UserStatus;
use store::User;
use wire::ExceptionType as Kind;

use super::PoolUser;
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::users::aliases::{self, Claim};
use crate::users::{attributes_of, require_user, rows, status_of};

/// Confirms the account. It verifies no address; from now on the preferred username signs in. An
/// outstanding code stays: who has it is answered that there is nothing left to confirm.
///
/// # Errors
/// `NotAuthorizedException` unless the user is UNCONFIRMED; `InvalidParameterException` when
/// another user has the preferred username; `ResourceNotFoundException`, `UserNotFoundException`;
/// the refusal of a trigger.
pub async fn confirm_sign_up(ctx: &Ctx, who: PoolUser<'_>) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(who.pool_id).await?;
        ctx.fire(&pool.settings, &[Trigger::PostConfirmation], who.username).await?;
        let before = require_user(ctx, &pool, who.username).await?;
        let status = status_of(&before)?;
        if status != UserStatus::Unconfirmed {
            let text = format!("User cannot be confirmed. Current status is {}", status.as_str());
            return Err(refuse(Kind::NotAuthorized, text));
        }
        let mut batch = ctx.batch();
        let user = User {
            status: UserStatus::Confirmed.as_str().to_owned(),
            modified: ctx.now.millis(),
            ..before.clone()
        };
        rows::update(&before, &user, &mut batch)?;
        let claim = Claim { confirmed: true, force: false };
        let activated =
            aliases::activate(ctx, &pool, &user, &attributes_of(&user)?, claim, &mut batch).await;
        activated.map_err(aliases::undeclared)?;
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
