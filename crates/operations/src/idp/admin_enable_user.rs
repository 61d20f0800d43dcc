//! `AdminEnableUser`: the user can sign in again.

use pools::codes;
use pools::error::Error;
use pools::request::Ctx;
use pools::users::{require_user, rows as user_rows};
use wire::idp::{AdminEnableUserRequest, AdminEnableUserResponse};

/// Idempotent. The token generation stays, so tokens from before the user was disabled stay
/// revoked.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminEnableUserRequest,
) -> Result<AdminEnableUserResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let before = require_user(ctx, &pool, &input.username).await?;
        if before.enabled {
            return Ok(AdminEnableUserResponse {});
        }
        let mut user = before.clone();
        user.enabled = true;
        user.modified = ctx.now.millis();
        let mut batch = ctx.batch();
        user_rows::update(&before, &user, &mut batch)?;
        // Users disabled by an earlier build may have one left.
        codes::cancel_reset(&user, &mut batch);
        if tries.commit(batch).await? {
            return Ok(AdminEnableUserResponse {});
        }
    }
}
