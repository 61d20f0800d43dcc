//! `RevokeUserSession`: ends another session of the bearer.

use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access, sessions};
use pools::users::Place;
use wire::ExceptionType as Kind;
use wire::idp::{RevokeUserSessionRequest, RevokeUserSessionResponse};

/// Token sessions of an API sign-in have no parent session, so `RevokeAssociatedSessions` has no
/// effect.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: RevokeUserSessionRequest,
) -> Result<RevokeUserSessionResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
        sessions::require_tracking(&access.pool)?;
        let row = ctx.server.store.read(sessions::row_of(&Place::from(&access.user))).await?;
        let mut batch = ctx.batch();
        let ended = sessions::end(ctx, &access.user, &input.session_id, row.as_ref(), &mut batch)?;
        if access.origin_jti.as_ref() == Some(&ended.origin_jti) {
            return Err(refuse(
                Kind::InvalidParameter,
                "The session of the access token cannot be revoked.",
            ));
        }
        if tries.commit(batch).await? {
            return Ok(RevokeUserSessionResponse {});
        }
    }
}
