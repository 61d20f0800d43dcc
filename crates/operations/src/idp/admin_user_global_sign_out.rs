//! `AdminUserGlobalSignOut`: an administrator revokes every token of a user.

use pools::codes;
use pools::error::Error;
use pools::request::Ctx;
use pools::users::require_user;
use store::Code;
use wire::idp::{AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse};

/// Replaces the user's token generation: all tokens issued so far, and pending challenges, carry
/// the old one. A pending reset code is withdrawn too: the person being signed out may have
/// requested it.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminUserGlobalSignOutRequest,
) -> Result<AdminUserGlobalSignOutResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut user = require_user(ctx, &pool, &input.username).await?;
        user.token_gen = ctx.rev.0;
        let mut batch = ctx.batch();
        batch.update(&user);
        // Cancels any pending reset.
        batch.remove(Code::key(&user.part, &user.user_id, codes::FORGOT_PASSWORD.kind));
        if tries.commit(batch).await? {
            return Ok(AdminUserGlobalSignOutResponse {});
        }
    }
}
