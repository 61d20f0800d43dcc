//! The configuration cache: pools with their clients, groups and keys, kept until the pool's
//! `config_rev` changes.
//!
//! Decisions about configuration use the cache; Describe, List and Update operations read the
//! store. A node checks a used pool's `config_rev` at most once a second, and drops what it changed
//! itself immediately. Absence is never cached.

mod keys;
mod pool;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::seal::MasterKeys;
use domain::{Clock, Meter, Rng, ids};
pub use keys::PoolKeys;
pub(crate) use keys::{ACCESS, ID, data_key_context, stable_secret_context};
pub(crate) use keys::{open_data_keys, signing_at};
pub use pool::{ClientConfig, DELETING, PoolConfig, client_opened, opened, opened_group};
use quick_cache::sync::Cache;
use store::{ConfigRev, DataKey, Directory, SigningKey, Store};

use crate::error::Error;

/// Most pools kept; the least used are evicted first.
const MOST_POOLS: usize = 10_000;
/// Most client ids kept, each with the pool that it belongs to.
const MOST_CLIENT_IDS: usize = 100_000;
/// How long a pool's configuration is used before the store is asked whether it changed.
pub(crate) const CHECK_EVERY_MILLIS: i64 = 1_000;

/// Dependencies for reading and opening a configuration.
pub(crate) struct Source {
    /// Decides when a cached pool is due for a check.
    pub clock: Clock,
    /// Used to seal decoys.
    pub rng: Rng,
    /// The store that holds the configuration.
    pub store: Store,
    /// The keys outside the database.
    pub master: Arc<MasterKeys>,
    /// Counters of cryptographic work.
    pub meter: Meter,
}

/// One node's cache of the configuration.
pub struct ConfigCache {
    source: Source,
    pools: Cache<String, Arc<PoolConfig>>,
    client_pools: Cache<String, Arc<str>>,
    /// Counts invalidations, so that a load which started before one is not kept after it.
    drops: AtomicU64,
}

impl ConfigCache {
    pub(crate) fn new(source: Source) -> Self {
        Self {
            source,
            pools: Cache::new(MOST_POOLS),
            client_pools: Cache::new(MOST_CLIENT_IDS),
            drops: AtomicU64::new(0),
        }
    }

    /// The pool's configuration; `None` if the pool does not exist or is being deleted.
    pub async fn find_pool(&self, pool_id: &str) -> Result<Option<Arc<PoolConfig>>, Error> {
        if let Some(found) = self.pools.get(pool_id) {
            if found.is_fresh(self.source.clock.now()) || self.is_unchanged(&found).await? {
                return Ok(Some(found));
            }
            // Removes only the stale entry: another request may have replaced it already.
            self.pools.remove_if(pool_id, |kept| Arc::ptr_eq(kept, &found));
        }
        // Paths and tokens can name anything; ids that cannot exist never reach the store.
        if !ids::is_pool_id(pool_id) {
            return Ok(None);
        }
        let drops = self.drops.load(Ordering::Acquire);
        // Boxed: otherwise every request's future would reserve room for this rare path.
        let Some(loaded) = Box::pin(PoolConfig::load(&self.source, pool_id)).await? else {
            return Ok(None);
        };
        let loaded = Arc::new(loaded);
        if self.drops.load(Ordering::Acquire) == drops {
            self.pools.insert(pool_id.to_owned(), Arc::clone(&loaded));
            // An invalidation between the check and the insertion came too early to remove this
            // entry. Adding zero reads the latest count.
            if self.drops.fetch_add(0, Ordering::AcqRel) != drops {
                self.pools.remove(pool_id);
            }
        }
        Ok(Some(loaded))
    }

    /// Configuration for the public documents of a pool. While the database cannot be reached, the
    /// last known one is served, so that others can still verify tokens.
    pub(crate) async fn find_published(
        &self,
        pool_id: &str,
    ) -> Result<Option<Arc<PoolConfig>>, Error> {
        let Some(known) = self.pools.get(pool_id) else {
            return self.find_pool(pool_id).await;
        };
        if known.is_fresh(self.source.clock.now()) {
            return Ok(Some(known));
        }
        tokio::select! {
            biased;
            () = self.source.store.lost() => Ok(Some(known)),
            found = self.find_pool(pool_id) => match found {
                Err(Error::Fault(_)) => Ok(Some(known)),
                found => found,
            },
        }
    }

    /// The pool that an app client belongs to. A client id never moves to another pool, so this is
    /// not checked again.
    pub(crate) async fn find_pool_of_client(
        &self,
        client_id: &str,
    ) -> Result<Option<Arc<str>>, Error> {
        if let Some(pool_id) = self.client_pools.get(client_id) {
            return Ok(Some(pool_id));
        }
        if !ids::is_client_id(client_id) {
            return Ok(None);
        }
        let Some(row) = self.source.store.read(Directory::get(CLIENT, client_id)).await? else {
            return Ok(None);
        };
        let pool_id: Arc<str> = row.pool_id.into();
        self.client_pools.insert(client_id.to_owned(), Arc::clone(&pool_id));
        Ok(Some(pool_id))
    }

    /// The pool of an app client, from this node's cache only.
    pub fn find_known_pool_of_client(&self, client_id: &str) -> Option<Arc<str>> {
        self.client_pools.get(client_id)
    }

    /// Opens a pool's keys as stored, bypassing the cache.
    ///
    /// # Errors
    /// A fault if a key cannot be opened.
    pub(crate) fn open_keys(
        &self,
        pool: &store::Pool,
        data_keys: &[DataKey],
        signing_keys: &[SigningKey],
    ) -> Result<PoolKeys, Error> {
        PoolKeys::open(&self.source, pool, data_keys, signing_keys)
    }

    /// Drops a pool's configuration, after this node changed it.
    pub fn forget(&self, pool_id: &str) {
        self.drops.fetch_add(1, Ordering::AcqRel);
        self.pools.remove(pool_id);
    }

    /// Forgets which pool an app client belongs to, after the client was deleted.
    pub fn forget_client(&self, client_id: &str) {
        self.client_pools.remove(client_id);
    }

    /// Makes the next use ask the store, however recent the last check: a commit found a row that
    /// differs from the cache.
    pub(crate) fn recheck(&self, pool_id: &str) {
        if let Some(found) = self.pools.get(pool_id) {
            found.expire();
        }
    }

    async fn is_unchanged(&self, found: &PoolConfig) -> Result<bool, Error> {
        let (now, before) = (self.source.clock.now(), found.last_check());
        let row = self.source.store.read(ConfigRev::get(found.settings.id.as_str())).await?;
        let same = row.is_some_and(|row| row.rev == found.config_rev);
        if same {
            found.checked(before, now);
        }
        Ok(same)
    }
}

/// `kind` of the directory rows that map a client id to its pool.
pub const CLIENT: &str = Directory::CLIENT;
