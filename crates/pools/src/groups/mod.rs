//! Groups and their members.

mod members;

pub use members::{GroupUser, add_user, remove_user};

use store::{Group, Membership};

use crate::config::{PoolConfig, opened_group};
use crate::error::Error;
use crate::request::Ctx;
use crate::texts;

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
