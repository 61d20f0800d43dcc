//! `UpdateGroup`: another description, role or precedence; what the request omits stays.

use store::{ConfigRev, Rev};
use wire::idp::{UpdateGroupRequest, UpdateGroupResponse};

use crate::config::opened_group;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::membership::require_group;

/// Members see the change in their next tokens.
pub(crate) async fn handle(
    ctx: &Ctx,
    input: UpdateGroupRequest,
) -> Result<UpdateGroupResponse, Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let row = require_group(ctx, &pool, &input.group_name).await?;
        let group = opened_group(&row)?.update(ctx.now, input.clone());
        let mut batch = ctx.batch();
        batch.replace(&ConfigRev { pool_id: pool.id().to_owned(), rev: Rev(0) });
        batch.update(&store::Group {
            precedence: group.precedence.map(i64::from),
            doc: group.to_doc(),
            ..row
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            return Ok(UpdateGroupResponse { group: Some(group.describe()) });
        }
    }
}
