//! Key rotation, as seen by applications that verify tokens offline and by requests in progress.

mod master;
mod rotation;
mod signing;

use pools::keys::{KeyState, ListedKey, list};
use testkit::TestPool;

const HOUR: i64 = 3_600;

async fn listed(pool: &TestPool) -> Vec<ListedKey> {
    list(pool.server.inner(), &pool.id).await.unwrap()
}

/// Purpose and state of each key.
async fn states(pool: &TestPool) -> Vec<(String, KeyState)> {
    listed(pool).await.into_iter().map(|key| (key.purpose, key.state)).collect()
}
