//! `AdminUserGlobalSignOut`: an administrator ends every token of a user.

use wire::idp::{AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::users::require_user;

/// Replaces the user's token generation: all tokens issued up to now, and challenges under way, carry the old one.
pub(crate) async fn handle(ctx: &Ctx, input: AdminUserGlobalSignOutRequest) -> Result<AdminUserGlobalSignOutResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut user = require_user(ctx, &pool, &input.username).await?;
        user.token_gen = ctx.rev.0;
        let mut batch = ctx.batch();
        batch.update(&user);
        if tries.commit(batch).await? {
            return Ok(AdminUserGlobalSignOutResponse {});
        }
    }
}
