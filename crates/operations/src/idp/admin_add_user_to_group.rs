//! `AdminAddUserToGroup`: the user's next tokens name the group.

use domain::group::MOST_GROUPS_OF_USER;
use pools::config::PoolConfig;
use pools::error::{Error, refuse};
use pools::groups::{Pair, live_groups};
use pools::request::Ctx;
use pools::users::Place;
use store::{GroupMember, Membership, Prefix, Rev, User};
use wire::ExceptionType as Kind;
use wire::idp::AdminAddUserToGroupRequest;

/// Memberships read at a time: the most that a user can have.
const PAGE: u32 = 100;

/// Idempotent. The group row is guarded, so that none is added to a group deleted meanwhile; the
/// user row is bumped, so that deleting the user sees the membership.
pub(crate) async fn handle(ctx: &Ctx, input: AdminAddUserToGroupRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let first = |place: &Place| page(place, None);
        let (pair, memberships) =
            Pair::read(ctx, &input.user_pool_id, &input.group_name, &input.username, first).await?;
        let Pair { pool, group, user, member } = pair;
        if member.is_some() {
            return Ok(());
        }
        require_room(ctx, &pool, &user, memberships).await?;
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

fn page(place: &Place, after: Option<&str>) -> Prefix<Membership> {
    Membership::page(&place.part, &place.user_id, after, PAGE)
}

/// Refuses one group more than a user may have. Memberships of deleted groups, which a job removes,
/// do not count. What adds one bumps the user's row, so that none comes in between.
async fn require_room(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    mut memberships: Vec<Membership>,
) -> Result<(), Error> {
    let mut live = 0;
    loop {
        // As long as there may be room, this was the last page.
        if live + memberships.len() < MOST_GROUPS_OF_USER {
            return Ok(());
        }
        live += live_groups(ctx, pool, &memberships).await?.len();
        if live >= MOST_GROUPS_OF_USER {
            return Err(refuse(
                Kind::InvalidParameter,
                format!("A user can be in at most {MOST_GROUPS_OF_USER} groups."),
            ));
        }
        let after = memberships.last().map(|last| last.group_id.as_str());
        memberships = ctx.server.store.read(page(&Place::from(user), after)).await?;
    }
}
