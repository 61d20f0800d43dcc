//! `AdminAddUserToGroup`: the user's next tokens name the group.

use store::{Group, GroupMember, Membership, Rev, User};
use wire::idp::AdminAddUserToGroupRequest;

use crate::ctx::Ctx;
use crate::error::Error;
use crate::texts;
use crate::users::find_place;

/// Idempotent. The group row is guarded, so that none is added to a group deleted meanwhile; the user row is bumped, so that
/// deleting the user sees the membership.
pub(crate) async fn handle(ctx: &Ctx, input: AdminAddUserToGroupRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let group = ctx.server.store.read(Group::get(pool.id(), input.group_name.as_str())).await?;
        let group = group.ok_or_else(texts::group_unknown)?;
        let place = find_place(ctx, &pool, &input.username).await?.ok_or_else(texts::user_unknown)?;
        let (part, user_id) = (&place.part, &place.user_id);
        let (user, member) =
            ctx.server.store.read((User::get(part, user_id), Membership::get(part, user_id, &group.group_id))).await?;
        let user = user.ok_or_else(texts::user_unknown)?;
        if member.is_some() {
            return Ok(());
        }
        let mut batch = ctx.batch();
        batch.unchanged(&group);
        batch.update(&user);
        batch.insert(&Membership {
            part: part.clone(),
            user_id: user_id.clone(),
            group_id: group.group_id.clone(),
            group_name: group.group_name.clone(),
            created: ctx.now.millis(),
            rev: Rev(0),
        });
        batch.insert(&GroupMember {
            group_part: pool.group_part(&group.group_id),
            group_id: group.group_id.clone(),
            user_id: user_id.clone(),
            user_part: part.clone(),
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
