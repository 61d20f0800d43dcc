//! Removes the rows of a deleted pool.

use std::sync::atomic::Ordering;

use store::{Batch, Cleared, ConfigRev, Job, Rev};

use super::turn::Turn;
use super::{SLICE, commit, doc_of, orphans};
use crate::config::DELETING;
use crate::error::Error;

/// How long a request that found the pool in a cache may still be running: the second of the cache,
/// the request's own time, and the difference of clocks.
const LINGERING_MILLIS: i64 = 15_000;

/// Sweeps every part, waits until no node can still have the pool cached, sweeps again, then
/// destroys keys and rows.
pub(super) async fn run(turn: &mut Turn<'_>, job: &Job) -> Result<(), Error> {
    let server = turn.server;
    let pool_id = &job.id;
    let pool = server.store.read(store::Pool::get(pool_id.as_str())).await?;
    // A pool that is not being deleted got the id after an earlier one was removed.
    let Some(pool) = pool.filter(|pool| pool.state == DELETING) else {
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        batch.at(server.clock.now().millis());
        batch.delete(job);
        return commit(server, batch).await;
    };
    let mut rows = 0;
    let outcome = clear(turn, job, &pool, &mut rows).await;
    if orphans::is_for_orphans(job) && rows > 0 {
        server.orphaned_rows.fetch_add(rows as u64, Ordering::Relaxed);
        tracing::warn!(pool = pool_id, rows, "rows of a pool that does not exist were removed");
    }
    if !outcome? {
        return Ok(());
    }
    server.config.forget(pool_id);
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.at(server.clock.now().millis());
    // All at once: otherwise the job could outlive the pool and find the next one with this id.
    batch.delete(&pool).delete(job);
    batch.remove(ConfigRev::key(pool_id.as_str()));
    commit(server, batch).await
}

/// Counts the removed rows. `false` if stopped before the end.
async fn clear(
    turn: &mut Turn<'_>,
    job: &Job,
    pool: &store::Pool,
    rows: &mut usize,
) -> Result<bool, Error> {
    if !sweep(turn, pool, rows).await? {
        return Ok(false);
    }
    let began = doc_of(job)?["began"].as_i64().unwrap_or(0);
    // Until then, a request that used the cached pool and its guard just before the deletion may
    // still be running.
    if turn.server.clock.now().millis() < began.saturating_add(LINGERING_MILLIS) {
        return Ok(false);
    }
    Ok(sweep(turn, pool, rows).await? && clear_configuration(turn, pool, rows).await?)
}

/// `false` if stopped before the end.
async fn sweep(turn: &mut Turn<'_>, pool: &store::Pool, rows: &mut usize) -> Result<bool, Error> {
    for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
        let mut is_left = true;
        while is_left {
            if !turn.goes_on().await? {
                return Ok(false);
            }
            let cleared = turn.server.store.clear_part(pool, &part, SLICE).await?;
            let Some(found) = counted(cleared, rows) else { return Ok(false) };
            is_left = found == SLICE as usize;
        }
    }
    Ok(true)
}

/// `false` if stopped before the end.
async fn clear_configuration(
    turn: &mut Turn<'_>,
    pool: &store::Pool,
    rows: &mut usize,
) -> Result<bool, Error> {
    while turn.goes_on().await? {
        let cleared = turn.server.store.clear_configuration(pool, SLICE).await?;
        let Some(found) = counted(cleared, rows) else { return Ok(false) };
        if found < SLICE as usize {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `None` if another node has removed the pool.
fn counted(cleared: Cleared, rows: &mut usize) -> Option<usize> {
    match cleared {
        Cleared::PoolChanged => None,
        Cleared::Rows(found) => {
            *rows = rows.saturating_add(found);
            Some(found)
        }
    }
}
