//! Changes a user pool's settings: the only way to write its row.

use domain::Time;
use domain::pool::UserPool;
use store::{ConfigRev, Rev};

use crate::config::opened;
use crate::error::Error;
use crate::request::Ctx;
use crate::user_pools::require_live;

/// Lets `decide` compute the new settings from the pool as stored, not as cached, and commits;
/// decides again if another change came in between. Returns the changed pool.
///
/// Sign-ups guard the pool's row, so none is committed that was decided on settings other than the
/// current ones.
///
/// # Errors
/// `ResourceNotFoundException`, the refusals of `decide`, and those of exhausted tries.
pub async fn change<F>(ctx: &Ctx, pool_id: &str, decide: F) -> Result<UserPool, Error>
where
    F: Fn(&UserPool, Time) -> Result<UserPool, Error>,
{
    let mut tries = ctx.tries();
    loop {
        let row = ctx.server.store.read(store::Pool::get(pool_id)).await?;
        let row = require_live(ctx, pool_id, row)?;
        let pool = decide(&opened(&row)?, ctx.now)?;
        let mut batch = ctx.batch();
        batch.update(&store::Pool { doc: pool.to_doc(), ..row });
        batch.replace(&ConfigRev { pool_id: pool_id.to_owned(), rev: Rev(0) });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool_id);
            return Ok(pool);
        }
    }
}
