//! `UpdateUserPool`: changes a pool's settings.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::{UpdateUserPoolRequest, UpdateUserPoolResponse};

/// [`domain::pool::UserPool::update`] lists which settings stay when the request omits them.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserPoolRequest,
) -> Result<UpdateUserPoolResponse, Error> {
    user_pools::change(ctx, &input.user_pool_id, |pool, now| {
        pool.update(now, input.clone()).map_err(Error::from)
    })
    .await?;
    Ok(UpdateUserPoolResponse {})
}
