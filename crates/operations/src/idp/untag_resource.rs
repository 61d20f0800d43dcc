//! `UntagResource`: takes tags from a user pool.

use wire::idp::{UntagResourceRequest, UntagResourceResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::{pool_rows, resource};

/// Idempotent: a key that the pool does not have is no mistake.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UntagResourceRequest,
) -> Result<UntagResourceResponse, Error> {
    let pool_id = resource::require_pool_id(ctx, &input.resource_arn)?;
    pool_rows::change(ctx, pool_id, |pool, now| Ok(pool.untag(now, &input.tag_keys))).await?;
    Ok(UntagResourceResponse {})
}
