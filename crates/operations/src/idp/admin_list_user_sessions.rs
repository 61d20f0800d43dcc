//! `AdminListUserSessions`: the live sessions of a user, over all app clients.

use pools::error::Error;
use pools::request::Ctx;
use pools::tokens::sessions;
use pools::users::require_user_with;
use wire::idp::{AdminListUserSessionsRequest, AdminListUserSessionsResponse};

use crate::shown;

/// All in one page; none is marked as current.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: AdminListUserSessionsRequest,
) -> Result<AdminListUserSessionsResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    sessions::require_tracking(&pool)?;
    shown::require_first_page(input.next_token.as_deref())?;
    let (user, row) = require_user_with(ctx, &pool, &input.username, sessions::row_of).await?;
    let live = sessions::live(ctx, &user, row.as_ref())?;
    Ok(AdminListUserSessionsResponse {
        sessions: Some(shown::sessions(&live, None)),
        next_token: None,
    })
}
