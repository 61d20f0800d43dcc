//! `AdminRemoveUserFromGroup`: the user's next tokens no longer name the group.

use pools::error::Error;
use pools::groups::Pair;
use pools::request::Ctx;
use pools::users::Place;
use store::{Get, GroupMember, User};
use wire::idp::AdminRemoveUserFromGroupRequest;

/// Idempotent. Tokens already issued keep the group until they expire.
pub(crate) async fn handle(ctx: &Ctx, input: AdminRemoveUserFromGroupRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let nothing = |_: &Place| None::<Get<User>>;
        let (pair, _) =
            Pair::read(ctx, &input.user_pool_id, &input.group_name, &input.username, nothing)
                .await?;
        let Pair { pool, group, user, member } = pair;
        let Some(member) = member else { return Ok(()) };
        let mut batch = ctx.batch();
        batch.update(&user);
        batch.delete(&member);
        batch.remove(GroupMember::key(
            &pool.group_part(&group.group_id),
            &group.group_id,
            &user.user_id,
        ));
        if tries.commit(batch).await? {
            return Ok(());
        }
    }
}
