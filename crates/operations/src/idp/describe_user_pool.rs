//! `DescribeUserPool`: a pool's settings, read from the store.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools::require_stored_pool;
use wire::idp::{DescribeUserPoolRequest, DescribeUserPoolResponse};

/// Not from the cache: administrators expect to see what they just wrote.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: DescribeUserPoolRequest,
) -> Result<DescribeUserPoolResponse, Error> {
    let pool = require_stored_pool(ctx, &input.user_pool_id).await?;
    // Counting users needs a background job that does not exist yet; the service's own number is an
    // estimate too.
    let estimated_users = 0;
    Ok(DescribeUserPoolResponse {
        user_pool: Some(pool.describe(&ctx.server.settings.account_id, estimated_users)),
    })
}
