//! `UpdateGroup`: changes a group's description, role or precedence; what the request omits stays.

use pools::config::opened_group;
use pools::error::Error;
use pools::groups::require_group;
use pools::request::Ctx;
use store::{ConfigRev, Rev};
use wire::idp::{UpdateGroupRequest, UpdateGroupResponse};

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
