//! The connections to one database, and what happens when the database is lost.
//!
//! When a connection is lost, all are given up, because the database may have moved to another
//! host. One task redials until a host accepts writes; requests wait for it, up to a limit.

use std::fmt;
use std::sync::{Arc, Weak};
use std::time::Duration;

use deadpool::Runtime;
use deadpool::managed::{Object, Pool, PoolError};
use tokio::sync::{RwLock, Semaphore, watch};

use super::dial::{Dial, NoConnection, jitter};
use super::session::Session;
use crate::error::{Cause, OpenError, StoreError};
use crate::options::{Postgres, PostgresKind};

/// Range of the pause between two connection attempts, in milliseconds.
const REDIAL: (u32, u32) = (50, 1_000);

/// A connection on loan.
pub(super) type Loan = Object<Dial>;

/// The connections.
pub(super) struct Link {
    pool: Pool<Dial>,
    /// The generation of new connections; all earlier ones were given up.
    generation: Arc<watch::Sender<u64>>,
    /// Whether a host that accepts writes is known.
    writable: watch::Sender<bool>,
    /// Fewer permits than connections: commits that wait for a standby must leave some to readers.
    pub(super) commits: Semaphore,
    /// Whether the store is closed; read-locked by every commit in progress.
    pub(super) closed: Arc<RwLock<bool>>,
    pub(super) kind: PostgresKind,
    pub(super) timeout: Duration,
    pub(super) patience: Duration,
    this: Weak<Link>,
}

impl Link {
    pub(super) fn new(settings: &Postgres) -> Result<Arc<Link>, OpenError> {
        let generation = Arc::new(watch::Sender::new(0));
        let dial = Dial::new(settings, Arc::clone(&generation))?;
        let pool = Pool::builder(dial)
            .max_size(settings.connections.max(1))
            .wait_timeout(Some(settings.timeout))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|error| OpenError::Database(Cause::new(error)))?;
        Ok(Arc::new_cyclic(|this| Link {
            pool,
            generation,
            writable: watch::Sender::new(true),
            commits: Semaphore::new((settings.connections * 3 / 4).max(1)),
            closed: Arc::default(),
            kind: settings.kind,
            timeout: settings.timeout,
            patience: settings.patience,
            this: Weak::clone(this),
        }))
    }

    /// A connection. Waits up to `patience` for a database that accepts writes.
    pub(super) async fn session(&self) -> Result<Loan, StoreError> {
        let patiently = tokio::time::timeout(self.patience, self.session_when_writable());
        patiently.await.unwrap_or_else(|_| Err(StoreError::Unavailable))
    }

    async fn session_when_writable(&self) -> Result<Loan, StoreError> {
        let mut writable = self.writable.subscribe();
        loop {
            // The sender lives as long as this link.
            drop(writable.wait_for(|writable| *writable || self.pool.is_closed()).await);
            let generation = *self.generation.borrow();
            match self.pool.get().await {
                Ok(session) => return Ok(session),
                Err(PoolError::Closed) => return Err(StoreError::Closed),
                // The other connections may still work; if not, their next use will notice.
                Err(PoolError::Backend(error)) if self.pool.manager().live() > 0 => {
                    tracing::warn!(%error, "another connection to the database failed");
                    pause().await;
                }
                Err(PoolError::Backend(error)) => self.lost(generation, &error),
                Err(_) => {
                    return Err(StoreError::Engine(Cause::new(
                        "no connection became free in time",
                    )));
                }
            }
        }
    }

    /// A new connection outside the pool, without waiting.
    pub(super) async fn dial(&self) -> Result<Session, NoConnection> {
        self.pool.manager().connect().await
    }

    /// Gives up a connection and its whole generation.
    pub(super) fn give_up(&self, session: Loan, error: &StoreError) {
        let generation = session.life.generation;
        Object::take(session).cut();
        self.lost(generation, error);
    }

    /// Gives up a connection that did not answer in time, and all others if its host does not
    /// accept writes.
    pub(super) async fn give_up_late(&self, session: Loan) {
        let (generation, host) = (session.life.generation, session.life.host);
        Object::take(session).cut();
        self.suspect(generation, host).await;
    }

    /// Gives up a generation if its host does not answer, or if another host accepts writes. A host
    /// that refuses another connection is still up.
    pub(super) async fn suspect(&self, generation: u64, host: usize) {
        match self.dial().await {
            Ok(session) if session.life.host == host => {}
            Ok(_) => self.lost(generation, &"another host accepts the writes"),
            Err(error) if error.is_refusal => {}
            Err(error) => self.lost(generation, &error),
        }
    }

    /// Returns when a generation is given up.
    pub(super) async fn condemned(&self, generation: u64) {
        // The sender lives as long as this link.
        drop(self.generation.subscribe().wait_for(|newest| *newest > generation).await);
    }

    /// Marks a generation as lost. The first caller to notice starts redialling.
    fn lost(&self, generation: u64, error: &dyn fmt::Display) {
        let is_first = self.generation.send_if_modified(|newest| {
            let is_newest = *newest == generation;
            *newest += u64::from(is_newest);
            is_newest
        });
        if !is_first {
            return;
        }
        tracing::warn!(%error, "database connection lost; reconnecting");
        self.writable.send_replace(false);
        drop(self.pool.retain(|_, _| false));
        drop(tokio::spawn(redial(Weak::clone(&self.this))));
    }

    /// Whether a database that accepts writes is known.
    pub(super) fn is_writable(&self) -> bool {
        *self.writable.borrow()
    }

    /// Returns as soon as no database that accepts writes is known.
    pub(super) async fn until_lost(&self) {
        // The sender lives as long as this link.
        drop(self.writable.subscribe().wait_for(|writable| !*writable).await);
    }

    /// Refuses new commits, waits for those in progress, then closes the connections.
    pub(super) async fn close(&self) {
        // A commit that waits for a standby may never end.
        if let Ok(mut closed) = tokio::time::timeout(self.timeout, self.closed.write()).await {
            *closed = true;
        }
        self.pool.close();
        self.writable.send_modify(|_| {});
    }
}

/// Redials until a host accepts writes, or the store is closed.
async fn redial(link: Weak<Link>) {
    loop {
        let Some(link) = link.upgrade().filter(|link| !link.pool.is_closed()) else { return };
        match link.dial().await {
            Ok(_) => {
                tracing::info!("the database is back");
                link.writable.send_replace(true);
                return;
            }
            Err(error) => {
                tracing::debug!(%error, "the database does not accept writes yet");
            }
        }
        drop(link);
        pause().await;
    }
}

async fn pause() {
    let (least, most) = REDIAL;
    tokio::time::sleep(Duration::from_millis(jitter(least, most).into())).await;
}
