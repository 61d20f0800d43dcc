//! Removes rows past their expiry, part by part, and signing keys retired long ago.

use super::SLICE;
use super::turn::Turn;
use crate::error::Error;
use crate::keys;

/// Pools read at a time.
const PAGE: u32 = 100;

/// Every part of every pool, slice by slice.
pub(super) async fn run(turn: &mut Turn<'_>) -> Result<(), Error> {
    let mut page = store::Pool::page(None::<&str>, PAGE);
    while turn.goes_on().await? {
        let pools = turn.server.store.read(page).await?;
        for pool in &pools {
            keys::remove_retired(turn.server, &pool.pool_id).await?;
            for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
                if !clear_expired(turn, &part).await? {
                    return Ok(());
                }
            }
        }
        let Some(last) = pools.last() else {
            // Rows that belong to no pool.
            return clear_expired(turn, store::placement::SERVER_PART).await.map(drop);
        };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
    Ok(())
}

/// `false` if stopped before the end.
async fn clear_expired(turn: &mut Turn<'_>, part: &str) -> Result<bool, Error> {
    while turn.goes_on().await? {
        let now = turn.server.clock.now().millis();
        if turn.server.store.expire(part, now, SLICE).await? < SLICE as usize {
            return Ok(true);
        }
    }
    Ok(false)
}
