//! `GetGroup`: a group as it is stored.

use pools::config::opened_group;
use pools::error::Error;
use pools::groups::require_group;
use pools::request::Ctx;
use wire::idp::{GetGroupRequest, GetGroupResponse};

/// Names are case-sensitive.
pub(crate) async fn handle(ctx: &Ctx, input: GetGroupRequest) -> Result<GetGroupResponse, Error> {
    let pool = ctx.require_pool(&input.user_pool_id).await?;
    let group = opened_group(&require_group(ctx, &pool, &input.group_name).await?)?;
    Ok(GetGroupResponse { group: Some(group.describe()) })
}
