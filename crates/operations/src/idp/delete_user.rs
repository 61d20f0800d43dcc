//! `DeleteUser`: the bearer of an access token deletes its own account.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access};
use pools::users::remove_user;
use wire::idp::DeleteUserRequest;

/// Like a deletion by an administrator: everything below the user goes in the same commit, and the
/// username is free again.
pub(crate) async fn handle(ctx: &Ctx, input: DeleteUserRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        let pool = ctx.require_pool(&access.client.settings.pool_id).await?;
        let mut batch = ctx.batch();
        remove_user(ctx, &pool, &access.user, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
