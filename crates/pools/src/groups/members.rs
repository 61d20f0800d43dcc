//! Adds users to groups and removes them.

use std::sync::Arc;

use domain::group::MOST_GROUPS_OF_USER;
use store::{Get, Group, GroupMember, Membership, Prefix, ReadSet, Rev, User};
use wire::ExceptionType as Kind;

use super::{live_groups, require_group};
use crate::config::PoolConfig;
use crate::error::{Error, refuse};
use crate::request::Ctx;
use crate::users::{Place, require_user_with};

/// Memberships read at a time: the most that a user can have.
const PAGE: u32 = 100;

/// A user and a group of a pool, by name.
#[derive(Clone, Copy)]
pub struct GroupUser<'a> {
    /// The pool's id.
    pub pool_id: &'a str,
    /// The group's name.
    pub group_name: &'a str,
    /// Username, alias or `sub` of the user, as sent.
    pub username: &'a str,
}

/// Adds the user to the group; its next tokens name the group. Idempotent.
///
/// The group's row is guarded, so that nobody is added to a group deleted in the meantime; the
/// user's row is bumped, so that deleting the user sees the membership.
///
/// # Errors
/// `ResourceNotFoundException` if pool or group does not exist, `UserNotFoundException` if the user
/// does not; `InvalidParameterException` if the user is in too many groups.
pub async fn add_user(ctx: &Ctx, names: GroupUser<'_>) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let (pair, memberships) = Pair::read(ctx, names, |place: &Place| page(place, None)).await?;
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

/// Removes the user from the group; its next tokens no longer name the group, and those already
/// issued keep it until they expire. Idempotent.
///
/// # Errors
/// `ResourceNotFoundException` if pool or group does not exist, `UserNotFoundException` if the user
/// does not.
pub async fn remove_user(ctx: &Ctx, names: GroupUser<'_>) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let nothing = |_: &Place| None::<Get<User>>;
        let (pair, _) = Pair::read(ctx, names, nothing).await?;
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

/// A pool, a group, a user, and the membership if there is one.
struct Pair {
    pool: Arc<PoolConfig>,
    group: Group,
    user: User,
    member: Option<Membership>,
}

impl Pair {
    /// Reads the pair, and what `also` reads in the same call as the user.
    async fn read<S: ReadSet>(
        ctx: &Ctx,
        names: GroupUser<'_>,
        also: impl Fn(&Place) -> S,
    ) -> Result<(Self, S::Out), Error> {
        let pool = ctx.require_pool(names.pool_id).await?;
        let group = require_group(ctx, &pool, names.group_name).await?;
        let member = |place: &Place| {
            (Membership::get(&place.part, &place.user_id, &group.group_id), also(place))
        };
        let (user, (member, more)) = require_user_with(ctx, &pool, names.username, member).await?;
        Ok((Self { pool, group, user, member }, more))
    }
}

fn page(place: &Place, after: Option<&str>) -> Prefix<Membership> {
    Membership::page(&place.part, &place.user_id, after, PAGE)
}

/// Refuses one group more than a user may have. Memberships of deleted groups, which a job removes,
/// do not count. Adding one bumps the user's row, so none comes in between.
async fn require_room(
    ctx: &Ctx,
    pool: &PoolConfig,
    user: &User,
    mut memberships: Vec<Membership>,
) -> Result<(), Error> {
    let mut live = 0;
    loop {
        // While there may be room, this was the last page.
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
