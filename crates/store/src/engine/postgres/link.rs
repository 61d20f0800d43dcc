//! The connections to one database, and what happens when it goes away.
//!
//! When one connection is lost all of them are given up, since the database may have moved to
//! another host; one task dials until a host takes writes, and requests wait for it with patience.

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

/// The pause between two tries to connect, in milliseconds.
const REDIAL: (u32, u32) = (50, 1_000);

/// A connection on loan.
pub(super) type Loan = Object<Dial>;

/// The connections.
pub(super) struct Link {
    pool: Pool<Dial>,
    /// That of new connections; all before it were given up.
    generation: Arc<watch::Sender<u64>>,
    /// Whether a host that takes writes is known.
    writable: watch::Sender<bool>,
    /// Fewer than there are connections: commits that wait for a standby must leave some to
    /// readers.
    pub(super) commits: Semaphore,
    /// Whether the store is closed; held by every commit under way.
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

    /// A connection; waits for a database that takes writes as long as its patience lasts.
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
                // The others may be as good as before; if not, whoever uses them finds out.
                Err(PoolError::Backend(error)) if self.pool.manager().live() > 0 => {
                    tracing::warn!(%error, "no further connection to the database");
                    pause().await;
                }
                Err(PoolError::Backend(error)) => self.lost(generation, &error),
                Err(_) => {
                    return Err(StoreError::Engine(Cause::new("no connection came free in time")));
                }
            }
        }
    }

    /// A connection of its own, made now or not at all.
    pub(super) async fn dial(&self) -> Result<Session, NoConnection> {
        self.pool.manager().connect().await
    }

    /// Gives up a connection, and with it all of its generation.
    pub(super) fn give_up(&self, session: Loan, error: &StoreError) {
        let generation = session.life.generation;
        Object::take(session).cut();
        self.lost(generation, error);
    }

    /// Gives up a connection that did not answer in time; all others too if its host is not the one
    /// that takes writes.
    pub(super) async fn give_up_late(&self, session: Loan) {
        let (generation, host) = (session.life.generation, session.life.host);
        Object::take(session).cut();
        self.suspect(generation, host).await;
    }

    /// Gives up a generation if its host does not answer, or another one takes the writes. A host
    /// that refuses a further connection is there.
    pub(super) async fn suspect(&self, generation: u64, host: usize) {
        match self.dial().await {
            Ok(session) if session.life.host == host => {}
            Ok(_) => self.lost(generation, &"another host takes the writes"),
            Err(error) if error.is_refusal => {}
            Err(error) => self.lost(generation, &error),
        }
    }

    /// Returns when a generation is given up.
    pub(super) async fn condemned(&self, generation: u64) {
        // The sender lives as long as this link.
        drop(self.generation.subscribe().wait_for(|newest| *newest > generation).await);
    }

    /// The first to find a generation lost has it dialled anew.
    fn lost(&self, generation: u64, error: &dyn fmt::Display) {
        let is_first = self.generation.send_if_modified(|newest| {
            let is_newest = *newest == generation;
            *newest += u64::from(is_newest);
            is_newest
        });
        if !is_first {
            return;
        }
        tracing::warn!(%error, "the database is lost; connecting again");
        self.writable.send_replace(false);
        drop(self.pool.retain(|_, _| false));
        drop(tokio::spawn(redial(Weak::clone(&self.this))));
    }

    /// Whether a database that takes writes is known.
    pub(super) fn is_writable(&self) -> bool {
        *self.writable.borrow()
    }

    /// Returns as soon as no database that takes writes is known.
    pub(super) async fn until_lost(&self) {
        // The sender lives as long as this link.
        drop(self.writable.subscribe().wait_for(|writable| !*writable).await);
    }

    /// No more commits; when those under way have ended, no more connections.
    pub(super) async fn close(&self) {
        // One that waits for a standby may never end.
        if let Ok(mut closed) = tokio::time::timeout(self.timeout, self.closed.write()).await {
            *closed = true;
        }
        self.pool.close();
        self.writable.send_modify(|_| {});
    }
}

/// Dials until a host takes writes, or nobody wants to know.
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
                tracing::debug!(%error, "the database does not take writes yet")
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
