//! `GetUserPoolSessionConfiguration`: whether a pool tracks sessions, and how many a user may have.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools::require_stored_pool;
use wire::idp::{GetUserPoolSessionConfigurationRequest, GetUserPoolSessionConfigurationResponse};

/// Returns what was set, or the defaults; read from the store.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: GetUserPoolSessionConfigurationRequest,
) -> Result<GetUserPoolSessionConfigurationResponse, Error> {
    let pool = require_stored_pool(ctx, &input.user_pool_id).await?;
    Ok(GetUserPoolSessionConfigurationResponse {
        user_session_tracking: Some(pool.session_tracking()),
        token_session: Some(pool.token_session_limits()),
        user_pool_id: Some(pool.id),
    })
}
