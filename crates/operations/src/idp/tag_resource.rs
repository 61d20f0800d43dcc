//! `TagResource`: tags for a user pool.

use domain::pool::SettingsRefusal;
use wire::idp::{TagResourceRequest, TagResourceResponse};

use crate::ctx::Ctx;
use crate::error::Error;
use crate::settings::refused;
use crate::{pool_rows, resource};

/// A tag that the pool has gets the new value.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: TagResourceRequest,
) -> Result<TagResourceResponse, Error> {
    let pool_id = resource::require_pool_id(ctx, &input.resource_arn)?;
    pool_rows::change(ctx, pool_id, |pool, now| pool.tag(now, input.tags.clone()).map_err(of_tags))
        .await?;
    Ok(TagResourceResponse {})
}

/// This operation declares no `UserPoolTaggingException`.
fn of_tags(refusal: SettingsRefusal) -> Error {
    refused(match refusal {
        SettingsRefusal::UserPoolTagging(text) => SettingsRefusal::InvalidParameter(text),
        other => other,
    })
}
