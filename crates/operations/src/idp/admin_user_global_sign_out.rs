//! `AdminUserGlobalSignOut`: an administrator revokes every token of a user.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::end_sign_ins;
use pools::users::require_user;
use wire::idp::{AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse};

/// Ends pending challenges too, and withdraws a code that resets the password: the person being
/// signed out may have requested it.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminUserGlobalSignOutRequest,
) -> Result<AdminUserGlobalSignOutResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let mut user = require_user(ctx, &pool, &input.username).await?;
        let mut batch = ctx.batch();
        end_sign_ins(ctx, &mut user, &mut batch);
        batch.update(&user);
        if tries.commit(batch).await? {
            return Ok(AdminUserGlobalSignOutResponse {});
        }
    }
}
