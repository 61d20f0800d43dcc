//! `UntagResource`: removes tags from a user pool.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools;
use pools::user_pools::require_pool_id;
use wire::idp::{UntagResourceRequest, UntagResourceResponse};

/// Idempotent: keys that the pool does not have are ignored.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UntagResourceRequest,
) -> Result<UntagResourceResponse, Error> {
    let pool_id = require_pool_id(ctx, &input.resource_arn)?;
    user_pools::change(ctx, pool_id, |pool, now| Ok(pool.untag(now, &input.tag_keys))).await?;
    Ok(UntagResourceResponse {})
}
