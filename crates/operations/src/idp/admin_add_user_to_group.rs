//! `AdminAddUserToGroup`: the user's next tokens name the group.

use store::{GroupMember, Membership, Rev};
use wire::idp::AdminAddUserToGroupRequest;

use crate::ctx::Ctx;
use crate::error::Error;
use crate::membership::Pair;

/// Idempotent. The group row is guarded, so that none is added to a group deleted meanwhile; the user row is bumped, so that
/// deleting the user sees the membership.
pub(crate) async fn handle(ctx: &Ctx, input: AdminAddUserToGroupRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let Pair { pool, group, user, member } = Pair::read(ctx, &input.user_pool_id, &input.group_name, &input.username).await?;
        if member.is_some() {
            return Ok(());
        }
        let mut batch = ctx.batch();
        batch.unchanged(&group);
        batch.update(&user);
        batch.insert(&Membership {
            part: user.part.clone(),
            user_id: user.user_id.clone(),
            group_id: group.group_id.clone(),
            group_name: group.group_name,
            created: ctx.now.millis(),
            rev: Rev(0),
        });
        batch.insert(&GroupMember {
            group_part: pool.group_part(&group.group_id),
            group_id: group.group_id,
            user_id: user.user_id,
            user_part: user.part,
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
