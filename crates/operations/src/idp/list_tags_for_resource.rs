//! `ListTagsForResource`: the tags of a user pool, read from the store.

use wire::idp::{ListTagsForResourceRequest, ListTagsForResourceResponse};

use crate::config::require_stored_pool;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::resource;

/// All of them at once: there are at most fifty.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListTagsForResourceRequest,
) -> Result<ListTagsForResourceResponse, Error> {
    let pool_id = resource::require_pool_id(ctx, &input.resource_arn)?;
    let pool = require_stored_pool(ctx, pool_id).await?;
    Ok(ListTagsForResourceResponse { tags: Some(pool.tags()) })
}
