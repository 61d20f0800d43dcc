//! `GetGroup`: a group as it is stored.

use wire::idp::{GetGroupRequest, GetGroupResponse};

use crate::config::opened_group;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::membership::require_group;

/// Names are compared to the letter.
pub(crate) async fn handle(ctx: &Ctx, input: GetGroupRequest) -> Result<GetGroupResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let group = opened_group(&require_group(ctx, &pool, &input.group_name).await?)?;
    Ok(GetGroupResponse { group: Some(group.describe()) })
}
