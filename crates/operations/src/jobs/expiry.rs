//! Removes rows past their expiry, part by part.

use std::sync::Arc;

use super::SLICE;
use crate::error::Error;
use crate::server::Server;

/// Pools read at a time.
const PAGE: u32 = 100;

/// Every part of every pool, slice by slice.
pub(super) async fn run(server: &Arc<Server>, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<(), Error> {
    let mut page = store::Pool::page(None::<&str>, PAGE);
    loop {
        let pools = server.store.read(page).await?;
        for pool in &pools {
            for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
                if !clear_expired(server, &part, stop).await? {
                    return Ok(());
                }
            }
        }
        let Some(last) = pools.last() else { break };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
    // What belongs to no pool.
    clear_expired(server, store::placement::SERVER_PART, stop).await?;
    Ok(())
}

/// `false`: told to stop before the end.
async fn clear_expired(server: &Arc<Server>, part: &str, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<bool, Error> {
    let now = server.clock.now().millis();
    while !stop() {
        if server.store.expire(part, now, SLICE).await? < SLICE as usize {
            return Ok(true);
        }
    }
    Ok(false)
}
