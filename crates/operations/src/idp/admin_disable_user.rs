//! `AdminDisableUser`: the user can no longer sign in, and every token issued so far is revoked for
//! good.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::end_sign_ins;
use pools::users::{require_user, rows as user_rows};
use wire::idp::{AdminDisableUserRequest, AdminDisableUserResponse};

/// Idempotent. Enabling the user again does not revive the tokens, nor a code that was sent to reset
/// the password.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminDisableUserRequest,
) -> Result<AdminDisableUserResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let before = require_user(ctx, &pool, &input.username).await?;
        let mut user = before.clone();
        user.enabled = false;
        user.modified = ctx.now.millis();
        let mut batch = ctx.batch();
        end_sign_ins(ctx, &mut user, &mut batch);
        user_rows::update(&before, &user, &mut batch)?;
        if tries.commit(batch).await? {
            return Ok(AdminDisableUserResponse {});
        }
    }
}
