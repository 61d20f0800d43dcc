//! `AdminConfirmSignUp`: an administrator confirms an account without a code.

use domain::pool::Trigger;
use domain::user::UserStatus;
use pools::codes;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::users::aliases::{self, Claim};
use pools::users::{attributes_of, require_user, rows as user_rows, status_of};
use store::{Code, User};
use wire::ExceptionType as Kind;
use wire::idp::{AdminConfirmSignUpRequest, AdminConfirmSignUpResponse};

/// No address is verified by it. The preferred user name signs in from now on.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminConfirmSignUpRequest,
) -> Result<AdminConfirmSignUpResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        ctx.fire(&pool.settings, &[Trigger::PostConfirmation]).await?;
        let before = require_user(ctx, &pool, &input.username).await?;
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
        user_rows::update(&before, &user, &mut batch)?;
        let claim = Claim { confirmed: true, force: false };
        let activated =
            aliases::activate(ctx, &pool, &user, &attributes_of(&user)?, claim, &mut batch).await;
        activated.map_err(aliases::undeclared)?;
        // A code that is still on its way has nothing left to confirm.
        batch.remove(Code::key(&user.part, &user.user_id, codes::SIGN_UP.kind));
        if tries.commit(batch).await? {
            return Ok(AdminConfirmSignUpResponse {});
        }
    }
}
