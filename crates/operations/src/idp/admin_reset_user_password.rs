//! `AdminResetUserPassword`: the user must choose a new password, with a code that is sent now.

use domain::message::MessageKind;
use domain::user::UserStatus;
use pools::codes::recovery::{Ways, may_reset, nowhere_to_send, wrong_state};
use pools::codes::{self, FORGOT_PASSWORD, NewCode, SendTo};
use pools::error::{Error, refuse};
use pools::request::{Ctx, SENDING};
use pools::users::{Place, attributes_of, require_user_with, rows as user_rows, status_of};
use store::{Code, User};
use wire::ExceptionType as Kind;
use wire::idp::{AdminResetUserPasswordRequest, AdminResetUserPasswordResponse};

/// The old password no longer signs in, and access tokens are refused until ConfirmForgotPassword
/// has taken the code.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminResetUserPasswordRequest,
) -> Result<AdminResetUserPasswordResponse, Error> {
    let new = NewCode::make(ctx);
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let ways = Ways::find(&pool).ok_or_else(no_self_service)?;
        ctx.fire(&pool.settings, &SENDING).await?;
        let code = |place: &Place| Code::get(&place.part, &place.user_id, FORGOT_PASSWORD.kind);
        let (before, earlier) = require_user_with(ctx, &pool, &input.username, code).await?;
        if !before.enabled {
            return Err(refuse(Kind::NotAuthorized, "User is disabled"));
        }
        if !may_reset(status_of(&before)?) {
            return Err(wrong_state());
        }
        let (kind, destination) =
            ways.destination(&attributes_of(&before)?).ok_or_else(nowhere_to_send)?;
        let user = User {
            status: UserStatus::ResetRequired.as_str().to_owned(),
            modified: ctx.now.millis(),
            ..before.clone()
        };
        let mut batch = ctx.batch();
        user_rows::update(&before, &user, &mut batch)?;
        let (message, place, username) =
            (MessageKind::ForgotPassword, &Place::from(&user), user.username.as_str());
        let to =
            SendTo { message, place, username, kind, destination: &destination, is_pending: false };
        codes::send(ctx, &pool, FORGOT_PASSWORD, &to, &new, earlier.as_ref(), &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(AdminResetUserPasswordResponse {});
        }
    }
}

fn no_self_service() -> Error {
    refuse(
        Kind::InvalidParameter,
        "Cannot reset the password: the user pool recovers accounts by administrators only.",
    )
}
