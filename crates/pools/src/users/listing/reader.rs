//! The store calls of a list. The first one also checks that the cached configuration is current.

use store::{ConfigRev, Job, ReadSet};

use super::INDEX_USERS;
use crate::config::PoolConfig;
use crate::error::Error;
use crate::request::Ctx;

/// Why a list cannot continue.
pub enum Stop {
    /// The request fails.
    Error(Error),
    /// The pool's configuration differs from the cached one.
    Changed,
    /// Some users of the pool are not indexed by their values yet.
    NotIndexed,
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

/// Reads for one list.
pub(super) struct Reader<'a> {
    ctx: &'a Ctx,
    pub(super) pool: &'a PoolConfig,
    is_sure: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(ctx: &'a Ctx, pool: &'a PoolConfig, is_sure: bool) -> Self {
        Self { ctx, pool, is_sure }
    }

    /// One store call.
    pub(super) async fn read<S: ReadSet>(&mut self, set: S) -> Result<S::Out, Stop> {
        let config = (!self.is_sure).then(|| ConfigRev::get(self.pool.id()));
        let (config, found) = self.ctx.server.store.read((config, set)).await?;
        if config.is_some_and(|row| row.is_none_or(|row| row.rev != self.pool.config_rev)) {
            return Err(Stop::Changed);
        }
        self.is_sure = true;
        Ok(found)
    }

    /// Like [`Reader::read`], for reads of the index, which is incomplete while the pool's users
    /// are being indexed: that is checked in the same snapshot.
    pub(super) async fn read_index<S: ReadSet>(&mut self, set: S) -> Result<S::Out, Stop> {
        let (job, found) = self.read((Job::get(INDEX_USERS, self.pool.id()), set)).await?;
        if job.is_some() { Err(Stop::NotIndexed) } else { Ok(found) }
    }

    /// The pool's parts, in order.
    pub(super) fn parts(&self) -> Vec<String> {
        store::placement::parts(self.pool.id(), self.pool.row.n_parts).collect()
    }
}
