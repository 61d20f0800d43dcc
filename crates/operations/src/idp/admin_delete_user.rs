//! `AdminDeleteUser`: deletes the user and everything below it, in one commit.

use pools::error::Error;
use pools::request::Ctx;
use pools::users::{remove_user, require_user};
use wire::idp::AdminDeleteUserRequest;

/// The username is free again immediately.
pub(crate) async fn handle(ctx: &Ctx, input: AdminDeleteUserRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let user = require_user(ctx, &pool, &input.username).await?;
        let mut batch = ctx.batch();
        remove_user(ctx, &pool, &user, &mut batch).await?;
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
