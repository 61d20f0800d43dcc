//! Removes rows past their expiry, part by part, and signing keys retired long ago.

use domain::Time;

use super::SLICE;
use super::bound::Sweep;
use super::turn::Turn;
use crate::error::Error;
use crate::keys;

/// Pools read at a time.
const PAGE: u32 = 100;

/// Every part of every pool, slice by slice, up to a time that is proven to have come.
pub(super) async fn run(turn: &mut Turn<'_>) -> Result<(), Error> {
    if !turn.goes_on().await? {
        return Ok(());
    }
    let server = turn.server;
    let sweep = Sweep::begin(server).await?;
    clear(turn, sweep.until).await?;
    sweep.end(server).await
}

async fn clear(turn: &mut Turn<'_>, until: Time) -> Result<(), Error> {
    let mut page = store::Pool::page(None::<&str>, PAGE);
    while turn.goes_on().await? {
        let pools = turn.server.store.read(page).await?;
        for pool in &pools {
            keys::remove_retired(turn.server, &pool.pool_id, until).await?;
            for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
                if !clear_expired(turn, &part, until).await? {
                    return Ok(());
                }
            }
        }
        let Some(last) = pools.last() else {
            // Rows that belong to no pool.
            return clear_expired(turn, store::placement::SERVER_PART, until).await.map(drop);
        };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
    Ok(())
}

/// `false` if stopped before the end.
async fn clear_expired(turn: &mut Turn<'_>, part: &str, until: Time) -> Result<bool, Error> {
    while turn.goes_on().await? {
        if turn.server.store.expire(part, until.millis(), SLICE).await? < SLICE as usize {
            return Ok(true);
        }
    }
    Ok(false)
}
