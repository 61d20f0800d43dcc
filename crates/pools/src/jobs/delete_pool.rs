//! Removes the rows of a deleted pool.

use store::{
    Batch, ConfigRev, DataKey, Directory, Group, Job, PoolClient, Record, Rev, SigningKey,
};

use super::turn::Turn;
use super::{SLICE, commit, doc_of, remove};
use crate::config::CLIENT;
use crate::error::Error;

/// How long a request that found the pool in a cache may still be running: the second of the cache,
/// the request's own time, and the difference of clocks.
const LINGERING_MILLIS: i64 = 15_000;

/// Sweeps every part, waits until no node can still have the pool cached, sweeps again, then
/// destroys keys and rows.
pub(super) async fn run(turn: &mut Turn<'_>, job: &Job) -> Result<(), Error> {
    let server = turn.server;
    let pool_id = &job.id;
    let Some(pool) = server.store.read(store::Pool::get(pool_id.as_str())).await? else {
        return finish(turn, job).await;
    };
    if !sweep(turn, &pool).await? {
        return Ok(());
    }
    let began = doc_of(job)?["began"].as_i64().unwrap_or(0);
    // Until then, a request that used the cached pool and its guard just before the deletion may
    // still be running.
    if server.clock.now().millis() < began.saturating_add(LINGERING_MILLIS) {
        return Ok(());
    }
    if !sweep(turn, &pool).await? || !clear_configuration(turn, pool_id).await? {
        return Ok(());
    }
    server.config.forget(pool_id);
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.remove(pool.to_key());
    batch.remove(ConfigRev::key(pool_id.as_str()));
    commit(server, batch).await?;
    finish(turn, job).await
}

/// `false` if stopped before the end.
async fn sweep(turn: &mut Turn<'_>, pool: &store::Pool) -> Result<bool, Error> {
    for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
        if !clear_part(turn, &part).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `false` if stopped before the end.
async fn clear_part(turn: &mut Turn<'_>, part: &str) -> Result<bool, Error> {
    while turn.goes_on().await? {
        if turn.server.store.clear_part(part, SLICE).await? < SLICE as usize {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The data keys go last: everything else that was sealed is destroyed with them. `false` if
/// stopped before the end.
async fn clear_configuration(turn: &mut Turn<'_>, pool_id: &str) -> Result<bool, Error> {
    let server = turn.server;
    while turn.goes_on().await? {
        let (clients, groups) = server
            .store
            .read((PoolClient::of(pool_id).limit(SLICE), Group::of(pool_id).limit(SLICE)))
            .await?;
        if clients.is_empty() && groups.is_empty() {
            remove(server, &server.store.read(SigningKey::of(pool_id)).await?).await?;
            remove(server, &server.store.read(DataKey::of(pool_id)).await?).await?;
            return Ok(true);
        }
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        for client in &clients {
            batch.remove(Directory::key(CLIENT, client.client_id.as_str()));
            batch.remove(client.to_key());
        }
        commit(server, batch).await?;
        remove(server, &groups).await?;
    }
    Ok(false)
}

async fn finish(turn: &Turn<'_>, job: &Job) -> Result<(), Error> {
    let mut batch = Batch::new(Rev(turn.server.rng.positive_i63()));
    batch.remove(job.to_key());
    commit(turn.server, batch).await
}
