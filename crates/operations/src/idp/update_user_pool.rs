//! `UpdateUserPool`: a pool's settings, replaced.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools as pool_rows;
use wire::idp::{UpdateUserPoolRequest, UpdateUserPoolResponse};

/// What the request leaves out goes back to its default, with the exceptions of
/// [`domain::pool::UserPool::update`].
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateUserPoolRequest,
) -> Result<UpdateUserPoolResponse, Error> {
    pool_rows::change(ctx, &input.user_pool_id, |pool, now| {
        pool.update(now, input.clone()).map_err(Error::from)
    })
    .await?;
    Ok(UpdateUserPoolResponse {})
}
