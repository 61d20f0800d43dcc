//! `GlobalSignOut`: ends every token of the bearer's user.

use wire::idp::{GlobalSignOutRequest, GlobalSignOutResponse};

use crate::access::{UserGone, require_access};
use crate::ctx::Ctx;
use crate::error::Error;

/// Replaces the user's token generation: all tokens issued up to now carry the old one.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GlobalSignOutRequest,
) -> Result<GlobalSignOutResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let mut user =
            require_access(ctx, &input.access_token, UserGone::NotAuthorized).await?.user;
        user.token_gen = ctx.rev.0;
        let mut batch = ctx.batch();
        batch.update(&user);
        if tries.commit(batch).await? {
            return Ok(GlobalSignOutResponse {});
        }
    }
}
