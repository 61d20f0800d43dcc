//! A user pool as stored, bypassing the cache.

use domain::pool::UserPool;

use crate::config::{DELETING, opened};
use crate::error::Error;
use crate::request::Ctx;
use crate::texts;

/// Reads the pool as stored, bypassing the cache, or `ResourceNotFoundException`.
pub async fn require_stored_pool(ctx: &Ctx, pool_id: &str) -> Result<UserPool, Error> {
    let row = ctx.server.store.read(store::Pool::get(pool_id)).await?;
    opened(&require_live(ctx, pool_id, row)?)
}

/// The row of a pool that exists, is not being deleted, and is in the request's region; otherwise
/// `ResourceNotFoundException`.
pub fn require_live(
    ctx: &Ctx,
    pool_id: &str,
    row: Option<store::Pool>,
) -> Result<store::Pool, Error> {
    let live = row.filter(|row| row.state != DELETING && ctx.is_in_region(pool_id));
    live.ok_or_else(|| texts::pool_unknown(pool_id))
}
