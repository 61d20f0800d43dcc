//! Removes the rows of a deleted pool.

use std::sync::Arc;

use store::{Batch, ConfigRev, DataKey, Directory, Group, Job, PoolClient, Record, Rev, SigningKey};

use super::{SLICE, doc_of, remove};
use crate::config::{CHECK_EVERY_MILLIS, CLIENT};
use crate::error::Error;
use crate::server::Server;

/// Sweeps every part, waits until no node can still hold the pool in its cache, sweeps again, then destroys keys and rows.
pub(super) async fn run(server: &Arc<Server>, job: &Job, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<(), Error> {
    let pool_id = &job.id;
    let Some(pool) = server.store.read(store::Pool::get(pool_id.as_str())).await? else {
        return finish(server, job).await;
    };
    if !sweep(server, &pool, stop).await? {
        return Ok(());
    }
    let began = doc_of(job)?["began"].as_i64().unwrap_or(0);
    // A request that used the cached pool and its guard just before the deletion may still be on its way until then.
    if server.clock.now().millis() < began.saturating_add(2 * CHECK_EVERY_MILLIS) {
        return Ok(());
    }
    if !sweep(server, &pool, stop).await? {
        return Ok(());
    }
    clear_configuration(server, pool_id).await?;
    server.config.forget(pool_id);
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.remove(pool.to_key());
    batch.remove(ConfigRev::key(pool_id.as_str()));
    commit(server, batch).await?;
    finish(server, job).await
}

/// `false`: told to stop before the end.
async fn sweep(server: &Arc<Server>, pool: &store::Pool, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<bool, Error> {
    for part in store::placement::parts(&pool.pool_id, pool.n_parts) {
        while server.store.clear_part(&part, SLICE).await? == SLICE as usize {
            if stop() {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The data keys go last: with them whatever else was sealed is destroyed.
async fn clear_configuration(server: &Arc<Server>, pool_id: &str) -> Result<(), Error> {
    let store = &server.store;
    loop {
        let clients = store.read(PoolClient::of(pool_id).limit(SLICE)).await?;
        if clients.is_empty() {
            break;
        }
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        for client in &clients {
            batch.remove(Directory::key(CLIENT, client.client_id.as_str()));
            batch.remove(PoolClient::key(pool_id, client.client_id.as_str()));
        }
        commit(server, batch).await?;
    }
    loop {
        let groups = store.read(Group::of(pool_id).limit(SLICE)).await?;
        if groups.is_empty() {
            break;
        }
        remove(server, &groups).await?;
    }
    remove(server, &store.read(SigningKey::of(pool_id)).await?).await?;
    remove(server, &store.read(DataKey::of(pool_id)).await?).await
}

async fn finish(server: &Arc<Server>, job: &Job) -> Result<(), Error> {
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.remove(job.to_key());
    commit(server, batch).await
}

async fn commit(server: &Arc<Server>, batch: Batch) -> Result<(), Error> {
    match server.store.commit(batch).await {
        // Another runner was there first.
        Ok(()) | Err(store::CommitError::Conflict) => Ok(()),
        Err(store::CommitError::Store(error)) => Err(error.into()),
    }
}
