//! `GlobalSignOut`: revokes every token of the bearer's user.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, end_sign_ins, require_access};
use wire::idp::{GlobalSignOutRequest, GlobalSignOutResponse};

/// A code that resets the password, if one is outstanding, is withdrawn too.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GlobalSignOutRequest,
) -> Result<GlobalSignOutResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let mut user =
            require_access(ctx, &input.access_token, UserGone::NotAuthorized).await?.user;
        let mut batch = ctx.batch();
        end_sign_ins(ctx, &mut user, &mut batch);
        batch.update(&user);
        if tries.commit(batch).await? {
            return Ok(GlobalSignOutResponse {});
        }
    }
}
