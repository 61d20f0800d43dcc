//! Decides which node does a kind of work, if several share a store.
//!
//! A lease only saves work: every job may run on two nodes at once, and may stop anywhere.
//! Correctness depends neither on the nodes' clocks agreeing, nor on a node noticing at once that
//! it lost its lease.

use store::{Batch, CommitError, Rev};

use crate::error::Error;
use crate::request::Server;

/// How long a node that died keeps others from its work. The row is rewritten after half of it.
const LIFETIME_MILLIS: i64 = 30_000;
/// A lease that ends later than this was written with a wrong clock and is ignored.
const LATEST_END_MILLIS: i64 = 600_000;

/// The lease for one kind of work.
pub(super) struct Lease {
    name: &'static str,
    /// This node; `None` if it is the only one and needs no lease.
    holder: Option<String>,
    /// The row as this node wrote it.
    held: Option<store::Lease>,
}

impl Lease {
    pub(super) fn new(name: &'static str, holder: Option<String>) -> Self {
        Self { name, holder, held: None }
    }

    /// Whether this node holds the lease. Takes it if it is free, and renews it after half of its
    /// life; until then the call costs nothing.
    pub(super) async fn hold(&mut self, server: &Server) -> Result<bool, Error> {
        let Some(holder) = &self.holder else { return Ok(true) };
        let now = server.clock.now().millis();
        let row = match self.held.take() {
            Some(row) if row.until.saturating_sub(now) > LIFETIME_MILLIS / 2 => {
                self.held = Some(row);
                return Ok(true);
            }
            Some(row) => Some(row),
            None => server.store.read(store::Lease::get(self.name)).await?,
        };
        if row.as_ref().is_some_and(|row| row.holder != *holder && keeps_out(row, now)) {
            return Ok(false);
        }
        let rev = Rev(server.rng.positive_i63());
        let until = now.saturating_add(LIFETIME_MILLIS);
        let taken = store::Lease { name: self.name.to_owned(), holder: holder.clone(), until, rev };
        let mut batch = Batch::new(rev);
        batch.at(now);
        batch.put(&taken, row.map(|row| row.rev));
        let is_mine = committed(server, batch).await?;
        self.held = is_mine.then_some(taken);
        Ok(is_mine)
    }

    /// Lets another node take over immediately.
    pub(super) async fn release(&mut self, server: &Server) -> Result<(), Error> {
        let Some(row) = self.held.take() else { return Ok(()) };
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        batch.at(server.clock.now().millis());
        batch.delete(&row);
        committed(server, batch).await.map(drop)
    }
}

fn keeps_out(row: &store::Lease, now: i64) -> bool {
    (now.saturating_add(1)..=now.saturating_add(LATEST_END_MILLIS)).contains(&row.until)
}

/// `false` if another node has written the row since.
async fn committed(server: &Server, batch: Batch) -> Result<bool, Error> {
    match server.store.commit(batch).await {
        Ok(()) => Ok(true),
        Err(CommitError::Conflict) => Ok(false),
        Err(CommitError::Store(error)) => Err(error.into()),
    }
}
