//! `AdminRevokeUserSession`: ends a session of a user.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::sessions;
use pools::users::require_user_with;
use wire::idp::{AdminRevokeUserSessionRequest, AdminRevokeUserSessionResponse};

/// Token sessions of an API sign-in have no parent session, so `RevokeAssociatedSessions` has no
/// effect.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminRevokeUserSessionRequest,
) -> Result<AdminRevokeUserSessionResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        sessions::require_tracking(&pool)?;
        let (user, row) = require_user_with(ctx, &pool, &input.username, sessions::row_of).await?;
        let mut batch = ctx.batch();
        sessions::end(ctx, &user, &input.session_id, row.as_ref(), &mut batch)?;
        if tries.commit(batch).await? {
            return Ok(AdminRevokeUserSessionResponse {});
        }
    }
}
