//! Groups and their members.

use std::sync::Arc;

use store::{Group, Membership, ReadSet, User};

use crate::config::{PoolConfig, opened_group};
use crate::error::Error;
use crate::request::Ctx;
use crate::texts;
use crate::users::{Place, require_user_with};

/// A pool, a group, a user, and the membership if there is one.
pub struct Pair {
    /// The pool.
    pub pool: Arc<PoolConfig>,
    /// The group.
    pub group: Group,
    /// The user.
    pub user: User,
    /// The membership, if there is one.
    pub member: Option<Membership>,
}

impl Pair {
    /// Reads the pair, and what `also` reads in the same call as the user.
    ///
    /// # Errors
    /// `ResourceNotFoundException` if pool or group does not exist, `UserNotFoundException` if the
    /// user does not.
    pub async fn read<S: ReadSet>(
        ctx: &Ctx,
        pool_id: &str,
        group_name: &str,
        username: &str,
        also: impl Fn(&Place) -> S,
    ) -> Result<(Self, S::Out), Error> {
        let pool = ctx.require_pool(pool_id).await?;
        let group = require_group(ctx, &pool, group_name).await?;
        let member = |place: &Place| {
            (Membership::get(&place.part, &place.user_id, &group.group_id), also(place))
        };
        let (user, (member, more)) = require_user_with(ctx, &pool, username, member).await?;
        Ok((Self { pool, group, user, member }, more))
    }
}

/// The group as stored, bypassing the cache, or `ResourceNotFoundException`.
pub async fn require_group(ctx: &Ctx, pool: &PoolConfig, name: &str) -> Result<Group, Error> {
    let group = ctx.server.store.read(Group::get(pool.id(), name)).await?;
    group.ok_or_else(texts::group_unknown)
}

/// The stored groups of these memberships, in the same order, without groups that are gone or
/// replaced by a later one of the same name. One store call.
pub async fn live_groups(
    ctx: &Ctx,
    pool: &PoolConfig,
    memberships: &[Membership],
) -> Result<Vec<domain::group::Group>, Error> {
    let reads: Vec<_> =
        memberships.iter().map(|one| Group::get(pool.id(), one.group_name.as_str())).collect();
    let rows = ctx.server.store.read(reads).await?;
    let pairs = rows.into_iter().zip(memberships);
    let live = pairs.filter_map(|(row, one)| row.filter(|row| row.group_id == one.group_id));
    live.map(|row| opened_group(&row)).collect()
}
