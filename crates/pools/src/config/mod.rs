//! The configuration cache: pools with their clients, groups and keys, kept until the pool's
//! `config_rev` changes.
//!
//! Decisions about configuration use the cache; Describe, List and Update operations read the
//! store. A node checks a used pool's `config_rev` at most once a second, and drops what it changed
//! itself immediately. That an id does not exist is remembered by the same rule.

mod absent;
mod asking;
mod keys;
mod pool;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use absent::Absent;
pub(crate) use asking::{Question, asked_in_vain};
use domain::client::UnsetAttributes;
use domain::seal::MasterKeys;
use domain::{Clock, Meter, Rng, Time, ids};
pub use keys::PoolKeys;
pub(crate) use keys::{ACCESS, ID, data_key_context, stable_secret_context};
pub(crate) use keys::{open_data_keys, signing_at};
pub use pool::{ClientConfig, DELETING, PoolConfig, client_opened, opened, opened_group};
use quick_cache::sync::Cache;
use store::{ConfigRev, DataKey, Directory, SigningKey, Store};

use crate::endpoint::Asker;
use crate::error::Error;
use crate::rates::Limits;

/// Most pools kept; the least used are evicted first.
const MOST_POOLS: usize = 10_000;
/// Most client ids kept, each with the pool that it belongs to.
const MOST_CLIENT_IDS: usize = 100_000;
/// Most unknown ids remembered, of pools and of clients each.
const MOST_ABSENT: usize = 10_000;
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
    /// What unset lists of attributes allow.
    pub unset_attributes: UnsetAttributes,
    /// The regions served; `None` for any.
    pub regions: Option<Vec<String>>,
    /// Limits the look-ups of ids that do not exist.
    pub limits: Arc<Limits>,
}

/// One node's cache of the configuration.
pub struct ConfigCache {
    source: Source,
    pools: Cache<String, Arc<PoolConfig>>,
    client_pools: Cache<String, Arc<str>>,
    absent_pools: Absent,
    absent_clients: Absent,
    /// Counts invalidations, so that a load which started before one is not kept after it.
    drops: AtomicU64,
}

impl ConfigCache {
    pub(crate) fn new(source: Source) -> Self {
        Self {
            source,
            pools: Cache::new(MOST_POOLS),
            client_pools: Cache::new(MOST_CLIENT_IDS),
            absent_pools: Absent::new(MOST_ABSENT),
            absent_clients: Absent::new(MOST_ABSENT),
            drops: AtomicU64::new(0),
        }
    }

    /// The pool's configuration; `None` if the pool does not exist or is being deleted. An id that
    /// does not exist costs one statement; none if it was asked for a moment ago, if it is of a
    /// region that is not served, or beyond the rate of the client who asks: then `None` even if
    /// the pool exists but is not cached.
    pub async fn find_pool(
        &self,
        pool_id: &str,
        asker: Asker,
    ) -> Result<Option<Arc<PoolConfig>>, Error> {
        if let Some(found) = self.pools.get(pool_id) {
            if found.is_fresh(self.source.clock.now()) {
                return Ok(Some(found));
            }
            match self.check(&found).await? {
                Checked::Unchanged => return Ok(Some(found)),
                // Kept until the new one is read: key sets are published from it in the meantime.
                Checked::Changed => {}
                Checked::Gone => {
                    self.drop_stale(&found);
                    return Ok(None);
                }
            }
            return self.load(pool_id, Some(&found), asker).await;
        }
        let (now, drops) = (self.source.clock.now(), self.drops.load(Ordering::Acquire));
        // Paths and tokens can name anything; ids that cannot exist never reach the store.
        if self.is_absent(pool_id, asker, now) || !self.admits_look_up(asker) {
            return Ok(None);
        }
        if self.source.store.read(ConfigRev::get(pool_id)).await?.is_none() {
            self.count_unknown(asker);
            self.absent_pools.note(pool_id, now, &self.drops, drops);
            return Ok(None);
        }
        self.load(pool_id, None, asker).await
    }

    /// Reads the pool and keeps it, in place of `stale`.
    async fn load(
        &self,
        pool_id: &str,
        stale: Option<&Arc<PoolConfig>>,
        asker: Asker,
    ) -> Result<Option<Arc<PoolConfig>>, Error> {
        let (now, drops) = (self.source.clock.now(), self.drops.load(Ordering::Acquire));
        // Boxed: otherwise every request's future would reserve room for this rare path.
        let Some(loaded) = Box::pin(PoolConfig::load(&self.source, pool_id)).await? else {
            if let Some(stale) = stale {
                self.drop_stale(stale);
            }
            self.count_unknown(asker);
            self.absent_pools.note(pool_id, now, &self.drops, drops);
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

    /// Removes only this entry: another request may have replaced it already.
    fn drop_stale(&self, stale: &Arc<PoolConfig>) {
        self.pools.remove_if(stale.id(), |kept| Arc::ptr_eq(kept, stale));
    }

    /// The pool's configuration as last read, however long ago.
    pub(crate) fn find_known(&self, pool_id: &str) -> Option<Arc<PoolConfig>> {
        self.pools.get(pool_id)
    }

    /// Whether it is clear without the store that there is no such pool.
    pub(crate) fn is_absent(&self, pool_id: &str, asker: Asker, now: Time) -> bool {
        !ids::is_pool_id(pool_id)
            || !self.is_served(pool_id, asker)
            || self.absent_pools.contains(pool_id, now)
    }

    fn admits_look_up(&self, asker: Asker) -> bool {
        self.source.limits.admits_look_up(asker, self.source.clock.ticks())
    }

    fn count_unknown(&self, asker: Asker) {
        self.source.limits.count_unknown(asker, self.source.clock.ticks());
    }

    /// Whether pools of this one's region are served to the asker.
    fn is_served(&self, pool_id: &str, asker: Asker) -> bool {
        let served = self.source.regions.as_ref();
        asker == Asker::Operator
            || served
                .is_none_or(|served| served.iter().any(|region| region == ids::region(pool_id)))
    }

    /// The pool that an app client belongs to. A client id never moves to another pool, so this is
    /// not checked again. An id that does not exist costs at most one statement, as in
    /// [`ConfigCache::find_pool`].
    pub(crate) async fn find_pool_of_client(
        &self,
        client_id: &str,
        asker: Asker,
    ) -> Result<Option<Arc<str>>, Error> {
        if let Some(pool_id) = self.client_pools.get(client_id) {
            return Ok(Some(pool_id));
        }
        if !ids::is_client_id(client_id) {
            return Ok(None);
        }
        let (now, drops) = (self.source.clock.now(), self.drops.load(Ordering::Acquire));
        if self.absent_clients.contains(client_id, now) || !self.admits_look_up(asker) {
            return Ok(None);
        }
        let Some(row) = self.source.store.read(Directory::get(CLIENT, client_id)).await? else {
            self.count_unknown(asker);
            self.absent_clients.note(client_id, now, &self.drops, drops);
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

    /// Drops a pool's configuration, or its absence, after this node made, changed or deleted it.
    pub fn forget(&self, pool_id: &str) {
        self.drops.fetch_add(1, Ordering::AcqRel);
        self.pools.remove(pool_id);
        self.absent_pools.remove(pool_id);
    }

    /// Forgets which pool an app client belongs to, or that it does not exist, after the client was
    /// made or deleted.
    pub fn forget_client(&self, client_id: &str) {
        self.drops.fetch_add(1, Ordering::AcqRel);
        self.client_pools.remove(client_id);
        self.absent_clients.remove(client_id);
    }

    /// Makes the next use ask the store, however recent the last check: a commit found a row that
    /// differs from the cache.
    pub(crate) fn recheck(&self, pool_id: &str) {
        if let Some(found) = self.pools.get(pool_id) {
            found.expire();
        }
    }

    async fn check(&self, found: &PoolConfig) -> Result<Checked, Error> {
        let (now, before) = (self.source.clock.now(), found.last_check());
        match self.source.store.read(ConfigRev::get(found.id())).await? {
            None => Ok(Checked::Gone),
            Some(row) if row.rev == found.config_rev => {
                found.checked(before, now);
                Ok(Checked::Unchanged)
            }
            Some(_) => Ok(Checked::Changed),
        }
    }
}

/// What became of a pool since it was read.
enum Checked {
    Unchanged,
    Changed,
    Gone,
}

/// `kind` of the directory rows that map a client id to its pool.
pub const CLIENT: &str = Directory::CLIENT;
