//! An administrator makes a user choose a new password, with a code that is sent now.

use domain::message::MessageKind;
use domain::user::UserStatus;
use store::{Code, User};
use wire::ExceptionType as Kind;

use super::PoolUser;
use crate::codes::recovery::{RecoveryMethods, may_reset, nowhere_to_send, wrong_state};
use crate::codes::{self, FORGOT_PASSWORD, NewCode, SendTo};
use crate::error::{Error, refuse};
use crate::request::{Ctx, SENDING, refuse_configured};
use crate::users::{Place, attributes_of, require_user_with, rows, status_of};

/// Sends the code. The old password no longer signs in, and tokens are refused, until
/// [`crate::self_service::reset_password`] has accepted the code.
///
/// # Errors
/// `InvalidParameterException` if only administrators recover accounts, or the user has no verified
/// address; `NotAuthorizedException` for the user's status; `ResourceNotFoundException`,
/// `UserNotFoundException`; the refusal of a trigger.
pub async fn reset_password(ctx: &Ctx, who: PoolUser<'_>) -> Result<(), Error> {
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(who.pool_id).await?;
        let methods = RecoveryMethods::find(&pool).ok_or_else(no_self_service)?;
        refuse_configured(&pool.settings, &SENDING)?;
        let code = |place: &Place| Code::get(&place.part, &place.user_id, FORGOT_PASSWORD.kind);
        let (before, earlier) = require_user_with(ctx, &pool, who.username, code).await?;
        if !before.enabled {
            return Err(refuse(Kind::NotAuthorized, "User is disabled"));
        }
        if !may_reset(status_of(&before)?) {
            return Err(wrong_state());
        }
        let (kind, destination) =
            methods.destination(&attributes_of(&before)?).ok_or_else(nowhere_to_send)?;
        let user = User {
            status: UserStatus::ResetRequired.as_str().to_owned(),
            modified: ctx.now.millis(),
            ..before.clone()
        };
        let mut batch = ctx.batch();
        rows::update(&before, &user, &mut batch)?;
        let (message, place, username) =
            (MessageKind::ForgotPassword, &Place::from(&user), user.username.as_str());
        let to =
            SendTo { message, place, username, kind, destination: &destination, is_pending: false };
        codes::send(ctx, &pool, FORGOT_PASSWORD, &to, &new, earlier.as_ref(), &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}

fn no_self_service() -> Error {
    refuse(
        Kind::InvalidParameter,
        "Cannot reset the password: the user pool allows account recovery only by administrators.",
    )
}
