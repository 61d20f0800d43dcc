//! `TagResource`: sets tags on a user pool.

use domain::pool::SettingsRefusal;
use pools::error::{Error, refuse};
use pools::request::Ctx;
use pools::user_pools;
use pools::user_pools::require_pool_id;
use wire::ExceptionType as Kind;
use wire::idp::{TagResourceRequest, TagResourceResponse};

/// A tag that the pool already has gets the new value.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: TagResourceRequest,
) -> Result<TagResourceResponse, Error> {
    let pool_id = require_pool_id(ctx, &input.resource_arn)?;
    user_pools::change(ctx, pool_id, |pool, now| {
        pool.tag(now, input.tags.clone()).map_err(of_tags)
    })
    .await?;
    Ok(TagResourceResponse {})
}

/// Rewords a refusal, as the operation does not declare `UserPoolTaggingException`.
fn of_tags(refusal: SettingsRefusal) -> Error {
    match refusal {
        SettingsRefusal::UserPoolTagging(text) => refuse(Kind::InvalidParameter, text),
        other => other.into(),
    }
}
