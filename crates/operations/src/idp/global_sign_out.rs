//! `GlobalSignOut`: revokes every token of the bearer's user.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access};
use wire::idp::{GlobalSignOutRequest, GlobalSignOutResponse};

/// Replaces the user's token generation: all tokens issued so far carry the old one.
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
