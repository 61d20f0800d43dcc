//! Runs the jobs of one node, pass by pass.

use std::sync::Arc;
use std::time::Duration;

use store::Job;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::lease::Lease;
use super::orphans::Search;
use super::turn::Turn;
use super::{
    DELETE_GROUP, DELETE_POOL, SLICE, bound, delete_group, delete_pool, expiry, index_users,
};
use crate::error::Error;
use crate::request::Server;
use crate::users::listing::INDEX_USERS;

/// How often the jobs look for work that they were not notified of.
const EVERY: Duration = Duration::from_secs(5);
/// Expired rows are removed in every twelfth pass: that reads every part of every pool, and until
/// then the rows only take up space.
const EXPIRY_EVERY: u32 = 12;

/// Does the work that is due. If nodes share a store, one of them removes expired rows and one the
/// remains of deletions; the others see its lease and leave the work to it.
pub struct Runner {
    server: Arc<Server>,
    stopped: watch::Receiver<bool>,
    /// Kept between passes, so that the work stays at one node, and so that the table shows that
    /// the store is in use.
    expiry: Lease,
    /// Kept while there is something to delete.
    deletion: Lease,
    /// Kept while there are users to index.
    index: Lease,
    /// The search for rows of pools that do not exist, by the node that removes expired rows.
    orphans: Search,
    /// Whether there is work for another pass at once.
    has_more: bool,
}

/// The running jobs.
pub struct Jobs {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Jobs {
    /// Finishes the running slice, leaves the rest to the other nodes, then ends.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

impl Runner {
    /// Creates the jobs of this node. `is_shared` means that other nodes may use the store.
    #[must_use]
    pub fn new(server: &Arc<Server>, is_shared: bool) -> Self {
        let node = is_shared.then(|| server.rng.uuid());
        Self {
            server: Arc::clone(server),
            stopped: watch::channel(false).1,
            expiry: Lease::new("jobs/expiry", node.clone()),
            deletion: Lease::new("jobs/deletion", node.clone()),
            index: Lease::new("jobs/index", node),
            orphans: Search::new(),
            has_more: false,
        }
    }

    /// Starts the jobs.
    #[must_use]
    pub fn spawn(mut self) -> Jobs {
        let (stop, stopped) = watch::channel(false);
        self.stopped = stopped;
        Jobs { stop, task: tokio::spawn(self.run()) }
    }

    /// Does all of its work that is due now, to the end.
    ///
    /// # Errors
    /// A fault of the store.
    pub async fn run_once(&mut self) -> Result<(), Error> {
        self.pass(true).await?;
        while self.has_more {
            self.pass(false).await?;
        }
        Ok(())
    }

    async fn run(mut self) {
        for number in 0_u32.. {
            if let Err(error) = self.pass(number.is_multiple_of(EXPIRY_EVERY)).await {
                tracing::error!(%error, "a job failed and will be retried");
            }
            tokio::select! {
                _ = self.stopped.changed() => break,
                () = std::future::ready(()), if self.has_more => {}
                () = self.server.jobs_due.notified() => {}
                () = tokio::time::sleep(EVERY) => {}
            }
        }
        for lease in [&mut self.expiry, &mut self.deletion, &mut self.index] {
            if let Err(error) = lease.release(&self.server).await {
                tracing::warn!(
                    %error,
                    "a lease was not released; other nodes wait until it expires"
                );
            }
        }
    }

    async fn pass(&mut self, removes_expired: bool) -> Result<(), Error> {
        bound::watch(&self.server);
        // While the store takes no writes, nobody else tries. It logs what came of it.
        let clock = &self.server.clock;
        let _ = self.server.store.probe(clock.now().millis(), clock.monotonic()).await;
        let deleted = self.delete().await;
        let indexed = self.index().await;
        let mut turn =
            Turn { server: &self.server, stopped: &self.stopped, lease: &mut self.expiry };
        let expired = if removes_expired {
            expiry::run(&mut turn).await
        } else {
            // Keeps the lease.
            turn.goes_on().await.map(drop)
        };
        let reported = bound::report(&self.server).await;
        let searched = self.orphans.run(&mut turn).await.map(|has_more| self.has_more |= has_more);
        deleted.and(indexed).and(expired).and(reported).and(searched)
    }

    async fn index(&mut self) -> Result<(), Error> {
        self.has_more = false;
        let jobs = self.server.store.read(Job::of(INDEX_USERS).limit(SLICE)).await?;
        if jobs.is_empty() {
            return self.index.release(&self.server).await;
        }
        let mut turn =
            Turn { server: &self.server, stopped: &self.stopped, lease: &mut self.index };
        if !turn.goes_on().await? {
            return Ok(());
        }
        for job in &jobs {
            match index_users::run(&mut turn, job).await {
                Ok(is_done) => self.has_more |= !is_done,
                Err(error) => logged(job, Err(error)),
            }
        }
        // If another node has the lease now, it continues.
        self.has_more &= turn.goes_on().await?;
        Ok(())
    }

    async fn delete(&mut self) -> Result<(), Error> {
        let (groups, pools) = self
            .server
            .store
            .read((Job::of(DELETE_GROUP).limit(SLICE), Job::of(DELETE_POOL).limit(SLICE)))
            .await?;
        if groups.is_empty() && pools.is_empty() {
            return self.deletion.release(&self.server).await;
        }
        let mut turn =
            Turn { server: &self.server, stopped: &self.stopped, lease: &mut self.deletion };
        if !turn.goes_on().await? {
            return Ok(());
        }
        for job in &groups {
            logged(job, delete_group::run(&mut turn, job).await);
        }
        for job in &pools {
            logged(job, delete_pool::run(&mut turn, job).await);
        }
        Ok(())
    }
}

/// A failing job must not keep the others from running; it is retried in the next pass.
fn logged(job: &Job, outcome: Result<(), Error>) {
    if let Err(error) = outcome {
        tracing::error!(kind = job.kind, id = job.id, %error, "a job failed and will be retried");
    }
}
