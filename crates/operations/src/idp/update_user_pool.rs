//! `UpdateUserPool`: replaces a pool's settings.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::{UpdateUserPoolRequest, UpdateUserPoolResponse};

/// Settings that the request omits return to their defaults, with the exceptions listed at
/// [`domain::pool::UserPool::update`].
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
