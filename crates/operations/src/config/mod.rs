//! The configuration cache: pools, their clients, groups and keys, kept until the pool's
//! `config_rev` changes.
//!
//! Decisions about configuration are made from here; Describe, List and Update read the store. A
//! node compares a pool's `config_rev` at most once a second on use, and drops what it changed
//! itself at once. Absence is never cached.

mod keys;
mod pool;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::ids;
pub(crate) use keys::{ACCESS, ID, PoolKeys, data_key_context, signing_at, stable_secret_context};
pub(crate) use pool::{
    ClientConfig, DELETING, PoolConfig, client_opened, opened, opened_group, require_live,
    require_stored_pool,
};
use quick_cache::sync::Cache;
use store::{ConfigRev, Directory};

use crate::error::Error;
use crate::server::Server;

/// Pools kept at most; the least used go first.
const MOST_POOLS: usize = 10_000;
/// Client ids kept at most, each with the pool it belongs to.
const MOST_CLIENT_IDS: usize = 100_000;
/// How long a pool's configuration is used without asking the store whether it changed.
pub(crate) const CHECK_EVERY_MILLIS: i64 = 1_000;

/// What one node remembers of the configuration.
pub(crate) struct ConfigCache {
    pools: Cache<String, Arc<PoolConfig>>,
    client_pools: Cache<String, Arc<str>>,
    /// Counts the drops, so that a load which began before a drop is not kept after it.
    drops: AtomicU64,
}

impl ConfigCache {
    pub(crate) fn new() -> Self {
        Self {
            pools: Cache::new(MOST_POOLS),
            client_pools: Cache::new(MOST_CLIENT_IDS),
            drops: AtomicU64::new(0),
        }
    }

    /// The pool's configuration, or `None` when there is no such pool or it is being deleted.
    pub(crate) async fn find_pool(
        &self,
        server: &Server,
        pool_id: &str,
    ) -> Result<Option<Arc<PoolConfig>>, Error> {
        if let Some(found) = self.pools.get(pool_id) {
            if found.is_fresh(server.clock.now()) || self.is_unchanged(server, &found).await? {
                return Ok(Some(found));
            }
            // Only what was found to be old: a neighbour may have put the new one there by now.
            self.pools.remove_if(pool_id, |kept| Arc::ptr_eq(kept, &found));
        }
        // A path or a token may name anything; the store is not asked for what no pool is called.
        if !ids::is_pool_id(pool_id) {
            return Ok(None);
        }
        let drops = self.drops.load(Ordering::Acquire);
        // In a box: every request would else carry room for what few need.
        let Some(loaded) = Box::pin(PoolConfig::load(server, pool_id)).await? else {
            return Ok(None);
        };
        let loaded = Arc::new(loaded);
        if self.drops.load(Ordering::Acquire) == drops {
            self.pools.insert(pool_id.to_owned(), Arc::clone(&loaded));
            // A drop between the look and the insertion came too early to take this away. Adding
            // nothing reads the latest count.
            if self.drops.fetch_add(0, Ordering::AcqRel) != drops {
                self.pools.remove(pool_id);
            }
        }
        Ok(Some(loaded))
    }

    /// What the public documents of a pool are made of: while no database can be asked, as it was
    /// last known, for others must be able to verify tokens then too.
    pub(crate) async fn find_published(
        &self,
        server: &Server,
        pool_id: &str,
    ) -> Result<Option<Arc<PoolConfig>>, Error> {
        let Some(known) = self.pools.get(pool_id) else {
            return self.find_pool(server, pool_id).await;
        };
        if known.is_fresh(server.clock.now()) {
            return Ok(Some(known));
        }
        tokio::select! {
            biased;
            () = server.store.lost() => Ok(Some(known)),
            found = self.find_pool(server, pool_id) => match found {
                Err(Error::Fault(_)) => Ok(Some(known)),
                found => found,
            },
        }
    }

    /// The pool that an app client belongs to. A client id never moves to another pool, so this is
    /// not checked again.
    pub(crate) async fn find_pool_of_client(
        &self,
        server: &Server,
        client_id: &str,
    ) -> Result<Option<Arc<str>>, Error> {
        if let Some(pool_id) = self.client_pools.get(client_id) {
            return Ok(Some(pool_id));
        }
        if !ids::is_client_id(client_id) {
            return Ok(None);
        }
        let Some(row) = server.store.read(Directory::get(CLIENT, client_id)).await? else {
            return Ok(None);
        };
        let pool_id: Arc<str> = row.pool_id.into();
        self.client_pools.insert(client_id.to_owned(), Arc::clone(&pool_id));
        Ok(Some(pool_id))
    }

    /// As [`ConfigCache::find_pool_of_client`], if this node has asked before.
    pub(crate) fn find_known_pool_of_client(&self, client_id: &str) -> Option<Arc<str>> {
        self.client_pools.get(client_id)
    }

    /// Drops a pool's configuration: this node has just changed it.
    pub(crate) fn forget(&self, pool_id: &str) {
        self.drops.fetch_add(1, Ordering::AcqRel);
        self.pools.remove(pool_id);
    }

    /// Drops what is known of an app client's pool: there is no such client any more.
    pub(crate) fn forget_client(&self, client_id: &str) {
        self.client_pools.remove(client_id);
    }

    /// Asks the store at the next use, whatever the time: a commit met a row that was not as the
    /// cache says.
    pub(crate) fn recheck(&self, pool_id: &str) {
        if let Some(found) = self.pools.get(pool_id) {
            found.expire();
        }
    }

    async fn is_unchanged(&self, server: &Server, found: &PoolConfig) -> Result<bool, Error> {
        let (now, before) = (server.clock.now(), found.last_check());
        let row = server.store.read(ConfigRev::get(found.pool.id.as_str())).await?;
        let same = row.is_some_and(|row| row.rev == found.config_rev);
        if same {
            found.checked(before, now);
        }
        Ok(same)
    }
}

/// The `kind` of the directory rows that lead from a client id to its pool.
pub(crate) const CLIENT: &str = "client";
