//! `ListTagsForResource`: the tags of a user pool, read from the store.

use pools::error::Error;
use pools::request::Ctx;
use pools::user_pools::{require_pool_id, require_stored_pool};
use wire::idp::{ListTagsForResourceRequest, ListTagsForResourceResponse};

/// All at once: there are at most fifty.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: ListTagsForResourceRequest,
) -> Result<ListTagsForResourceResponse, Error> {
    let pool_id = require_pool_id(ctx, &input.resource_arn)?;
    let pool = require_stored_pool(ctx, pool_id).await?;
    Ok(ListTagsForResourceResponse { tags: Some(pool.tags()) })
}
