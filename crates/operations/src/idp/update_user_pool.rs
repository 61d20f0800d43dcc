//! `UpdateUserPool`: a pool's settings, replaced.

use wire::idp::{UpdateUserPoolRequest, UpdateUserPoolResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::pool_rows;
use crate::settings::refused;

/// What the request leaves out goes back to its default, with the exceptions of
/// [`domain::pool::UserPool::update`].
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserPoolRequest,
) -> Result<UpdateUserPoolResponse, Error> {
    pool_rows::change(ctx, &input.user_pool_id, |pool, now| {
        pool.update(now, input.clone()).map_err(refused)
    })
    .await?;
    Ok(UpdateUserPoolResponse {})
}
