//! A user and a group that it may be a member of, as both operations on the pair read them.

use std::sync::Arc;

use store::{Group, Membership, User};

use crate::config::PoolConfig;
use crate::ctx::Ctx;
use crate::error::Error;
use crate::texts;
use crate::users::{Place, require_user_with};

/// Pool, group and user, and the membership if there is one.
pub(crate) struct Pair {
    pub(crate) pool: Arc<PoolConfig>,
    pub(crate) group: Group,
    pub(crate) user: User,
    pub(crate) member: Option<Membership>,
}

impl Pair {
    /// `ResourceNotFoundException` where pool or group is unknown, `UserNotFoundException` where the user is.
    pub(crate) async fn read(ctx: &Ctx, pool_id: &str, group_name: &str, username: &str) -> Result<Self, Error> {
        let pool = ctx.require_pool(pool_id).await?;
        let group = ctx.server.store.read(Group::get(pool.id(), group_name)).await?;
        let group = group.ok_or_else(texts::group_unknown)?;
        let member = |place: &Place| Membership::get(&place.part, &place.user_id, &group.group_id);
        let (user, member) = require_user_with(ctx, &pool, username, member).await?;
        Ok(Self { pool, group, user, member })
    }
}
