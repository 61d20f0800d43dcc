//! `DeleteUserPool`: the pool disappears immediately; a job deletes what belongs to it.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use wire::idp::DeleteUserPoolRequest;

/// Deletes the pool.
pub(crate) async fn handle(ctx: &Ctx, input: DeleteUserPoolRequest) -> Result<(), Error> {
    user_pools::delete(ctx, &input.user_pool_id).await
}
