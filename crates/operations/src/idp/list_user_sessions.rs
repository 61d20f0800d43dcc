//! `ListUserSessions`: the live sessions of the bearer, over all app clients.

use wire::idp::{ListUserSessionsRequest, ListUserSessionsResponse};

use crate::access::{UserGone, require_access};
use crate::ctx::Ctx;
use crate::error::Error;
use crate::sessions;
use crate::users::Place;

/// All in one page.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserSessionsRequest,
) -> Result<ListUserSessionsResponse, Error> {
    let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
    sessions::require_tracking(&access.pool)?;
    sessions::require_first_page(input.next_token.as_deref())?;
    let row = ctx.server.store.read(sessions::row_of(&Place::from(&access.user))).await?;
    let live = sessions::live(ctx, &access.user, row.as_ref())?;
    Ok(ListUserSessionsResponse {
        sessions: Some(sessions::shown(&live, access.origin_jti.as_deref())),
        next_token: None,
    })
}
