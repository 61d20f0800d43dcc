//! Store calls of a list. The first one also asks whether what was cached still holds.

use store::{ConfigRev, Job, ReadSet};

use crate::config::PoolConfig;
use crate::error::Error;
use crate::jobs::INDEX_USERS;
use crate::request::Ctx;

/// Why a list cannot go on.
pub enum Stop {
    /// The request fails.
    Error(Error),
    /// The pool's configuration is not as it was cached.
    Changed,
    /// Some users of the pool are not yet entered by their values.
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

    /// As [`Reader::read`], of what says nothing while the pool's users are being entered: asked in
    /// the same snapshot.
    pub(super) async fn read_index<S: ReadSet>(&mut self, set: S) -> Result<S::Out, Stop> {
        let (job, found) = self.read((Job::get(INDEX_USERS, self.pool.id()), set)).await?;
        if job.is_some() { Err(Stop::NotIndexed) } else { Ok(found) }
    }

    /// The pool's parts, in order.
    pub(super) fn parts(&self) -> Vec<String> {
        store::placement::parts(self.pool.id(), self.pool.row.n_parts).collect()
    }
}
