//! `ListUserSessions`: the live sessions of the bearer, over all app clients.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::{UserGone, require_access, sessions};
use pools::users::Place;
use wire::idp::{ListUserSessionsRequest, ListUserSessionsResponse};

use crate::shown;

/// All in one page.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListUserSessionsRequest,
) -> Result<ListUserSessionsResponse, Error> {
    let access = require_access(ctx, &input.access_token, UserGone::NotFound).await?;
    sessions::require_tracking(&access.pool)?;
    shown::require_first_page(input.next_token.as_deref())?;
    let row = ctx.server.store.read(sessions::row_of(&Place::from(&access.user))).await?;
    let live = sessions::live(ctx, &access.user, row.as_ref())?;
    Ok(ListUserSessionsResponse {
        sessions: Some(shown::sessions(&live, access.origin_jti.as_deref())),
        next_token: None,
    })
}
