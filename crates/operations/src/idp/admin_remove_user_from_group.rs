//! `AdminRemoveUserFromGroup`: the user's next tokens no longer name the group.

use store::{Group, GroupMember, Membership, User};
use wire::idp::AdminRemoveUserFromGroupRequest;

use crate::ctx::Ctx;
use crate::error::Error;
use crate::texts;
use crate::users::find_place;

/// Idempotent. Tokens already issued keep the group until they expire.
pub(crate) async fn handle(ctx: &Ctx, input: AdminRemoveUserFromGroupRequest) -> Result<(), Error> {
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
        let Some(member) = member else { return Ok(()) };
        let mut batch = ctx.batch();
        batch.update(&user);
        batch.delete(&member);
        batch.remove(GroupMember::key(&pool.group_part(&group.group_id), &group.group_id, user_id));
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
