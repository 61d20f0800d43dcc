//! Rotation of the master key: every pool's stable secret and data keys are rewrapped under the
//! first key of the list.
//!
//! Only the wrapping changes. Everything that the data keys seal stays as it is, so nothing is
//! revoked, and nodes that have both keys notice nothing.

use domain::seal::{Unsealable, Wrapped};
use store::{Batch, CommitError, ConfigRev, DataKey, Pool, Rev, StoreError};

use super::{KeyError, KeyUse, MOST_TRIES, master_keys, overtaken};
use crate::config::{data_key_context, stable_secret_context};
use crate::request::Server;

/// Pools read at a time.
const PAGE: u32 = 200;
/// Most passes over all pools: a node that still wraps under another key may create pools in the
/// meantime.
const MOST_PASSES: u32 = 10;

/// Result of a rotation of the master key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrapped {
    /// Id of the key that now wraps everything.
    pub key: String,
    /// Number of pools.
    pub pools: usize,
    /// Pools that were under another key.
    pub rewrapped: usize,
    /// Ids of this server's other keys, which the data no longer need.
    pub needless: Vec<String>,
}

/// Id of the master key that wraps new keys.
pub fn wrapping_key(server: &Server) -> &str {
    server.master.ids().next().unwrap_or_default()
}

/// The master keys that the data are under, and whether this server's keys open them.
///
/// # Errors
/// The store cannot be read.
pub async fn master_key_uses(server: &Server) -> Result<Vec<KeyUse>, StoreError> {
    master_keys(&server.store, &server.master).await
}

/// Rewraps every pool's keys under the first master key, pool by pool, each in one commit. If
/// interrupted, running it again resumes: the rows show which key wraps them.
///
/// # Errors
/// [`KeyError::Refused`] if the data need a key that this server does not have, which the text
/// names; nothing is changed then. [`KeyError::Failed`] for a fault of the store.
pub async fn rotate_master(server: &Server) -> Result<Rewrapped, KeyError> {
    server.require_master_keys().await.map_err(|error| KeyError::Refused(error.to_string()))?;
    let key = wrapping_key(server).to_owned();
    let mut rewrapped = 0;
    for _ in 0..MOST_PASSES {
        let (pools, changed) = pass(server, &key).await?;
        rewrapped += changed;
        if changed == 0 {
            let needless = server.master.ids().skip(1).map(str::to_owned).collect();
            return Ok(Rewrapped { key, pools, rewrapped, needless });
        }
    }
    Err(KeyError::Failed(
        "pools keep being created under another master key: a node still lists another key first; \
         list the new key first on every node, then run it again"
            .to_owned(),
    ))
}

/// Number of pools seen, and number of pools rewrapped.
async fn pass(server: &Server, key: &str) -> Result<(usize, usize), KeyError> {
    let (mut pools, mut changed) = (0, 0);
    let mut page = Pool::page(None::<&str>, PAGE);
    loop {
        let rows = server.store.read(page).await?;
        for row in &rows {
            pools += 1;
            changed += usize::from(rewrap(server, &row.pool_id, key).await?);
        }
        let Some(last) = rows.last() else { return Ok((pools, changed)) };
        page = Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}

/// Rewraps one pool; `false` if there was nothing to do.
async fn rewrap(server: &Server, pool_id: &str, key: &str) -> Result<bool, KeyError> {
    let rev = Rev(server.rng.positive_i63());
    for _ in 0..MOST_TRIES {
        let (pool, data_keys) =
            server.store.read((Pool::get(pool_id), DataKey::of(pool_id))).await?;
        let Some(pool) = pool else { return Ok(false) };
        let old: Vec<DataKey> =
            data_keys.into_iter().filter(|row| row.master_key_id != key).collect();
        if pool.master_key_id == key && old.is_empty() {
            return Ok(false);
        }
        let mut batch = Batch::new(rev);
        // Writers below the pool guard the pool's row as they have it cached.
        batch
            .at(server.clock.now().millis())
            .replace(&ConfigRev { pool_id: pool_id.to_owned(), rev });
        rewrap_keys(server, pool, old, &mut batch)?;
        match server.store.commit(batch).await {
            Ok(()) => {
                server.config.forget(pool_id);
                return Ok(true);
            }
            Err(CommitError::Conflict) => {}
            Err(CommitError::Store(error)) => return Err(error.into()),
        }
    }
    Err(overtaken())
}

/// The pool's row is written even if only its data keys were under another key, so that a
/// concurrent deletion of the pool conflicts.
fn rewrap_keys(
    server: &Server,
    mut pool: Pool,
    data_keys: Vec<DataKey>,
    batch: &mut Batch,
) -> Result<(), KeyError> {
    let pool_id = pool.pool_id.clone();
    let again = |context: &str, key: &str, bytes: &[u8]| {
        let missing = |_: Unsealable| {
            KeyError::Refused(format!(
                "{context} needs master key {key}, which is not among the keys given"
            ))
        };
        let plain = server.master.unwrap(context, key, bytes).map_err(missing)?;
        Ok::<Wrapped, KeyError>(server.master.wrap(&server.rng, context, &plain))
    };
    let wrapped =
        again(&stable_secret_context(&pool_id), &pool.master_key_id, &pool.stable_secret)?;
    pool.stable_secret = wrapped.bytes;
    pool.master_key_id = wrapped.master_key_id;
    batch.update(&pool);
    for mut row in data_keys {
        let version = u32::try_from(row.version).map_err(|_| {
            KeyError::Failed(format!(
                "pool {pool_id} has a data key with the invalid version {}",
                row.version
            ))
        })?;
        let wrapped =
            again(&data_key_context(&pool_id, version), &row.master_key_id, &row.wrapped)?;
        row.wrapped = wrapped.bytes;
        row.master_key_id = wrapped.master_key_id;
        batch.update(&row);
    }
    Ok(())
}
