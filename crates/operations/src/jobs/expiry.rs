//! Removes rows past their expiry, part by part.

use std::sync::Arc;

use super::SLICE;
use crate::error::Error;
use crate::server::Server;

/// Pools read at a time.
const PAGE: u32 = 100;

/// One slice of every table in every part of every pool.
pub(super) async fn run(server: &Arc<Server>, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<(), Error> {
    let now = server.clock.now().millis();
    let mut page = store::Pool::page(None::<&str>, PAGE);
    loop {
        let pools = server.store.read(page).await?;
        for pool in &pools {
            for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
                if stop() {
                    return Ok(());
                }
                server.store.expire(&part, now, SLICE).await?;
            }
        }
        let Some(last) = pools.last() else { return Ok(()) };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}
