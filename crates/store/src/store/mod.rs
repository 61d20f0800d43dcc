//! The store as operations see it.

mod clearing;
mod expiry;
mod health;
mod owners;
mod probe;
mod room;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::commit::{self, Batch, CommitFailure, Database, Faults, Prepared};
use crate::engine::EngineHandle;
use crate::engine::postgres::PostgresEngine;
use crate::engine::sqlite::SqliteEngine;
use crate::error::{Cause, CommitError, OpenError, StoreError};
use crate::options::{Engine, Options};
use crate::read::ReadSet;
use crate::schema::{Row, Statement};
pub use clearing::Cleared;
use health::Health;
pub use owners::{Missing, Owners};
use room::Room;

/// The store. Cloning is cheap; all clones are one store.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    engine: EngineHandle,
    faults: Option<Arc<dyn Faults>>,
    counters: Counters,
    health: Health,
    room: Room,
}

#[derive(Default)]
struct Counters {
    reads: AtomicU64,
    statements: AtomicU64,
    commits: AtomicU64,
    changes: AtomicU64,
}

/// How much the store has been used since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Calls of [`Store::read`] that reached the database.
    pub reads: u64,
    /// Statements in those reads.
    pub statements: u64,
    /// Calls of [`Store::commit`] that reached the database.
    pub commits: u64,
    /// Changes, guards and sweeps in those commits, including the mark that some batches leave.
    pub changes: u64,
}

impl Store {
    /// Opens a store. An embedded one is created if missing, and its schema is brought up to date,
    /// after a backup in its folder: see [`Store::upgrade_backup`].
    /// A database server is connected to when first needed; see [`Store::require_schema`].
    ///
    /// # Errors
    /// See [`OpenError`]; no existing data were changed.
    pub fn open(options: Options) -> Result<Store, OpenError> {
        let engine = match &options.engine {
            Engine::Sqlite { dir } => EngineHandle::Sqlite(Box::new(SqliteEngine::open(
                dir,
                &options.sqlite,
                options.faults.clone(),
            )?)),
            Engine::Postgres(settings) => EngineHandle::Postgres(PostgresEngine::open(settings)?),
        };
        Ok(Store {
            inner: Arc::new(Inner {
                engine,
                faults: options.faults,
                counters: Counters::default(),
                health: Health::default(),
                room: Room::new(options.min_free),
            }),
        })
    }

    /// Checks that the database can be reached and has the schema that this program needs.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn require_schema(&self) -> Result<(), OpenError> {
        self.inner.engine.require_schema().await
    }

    /// Whether other servers may use the same database at the same time.
    pub fn is_shared(&self) -> bool {
        self.inner.engine.is_shared()
    }

    /// The backup that was made because opening the store changed its schema.
    pub fn upgrade_backup(&self) -> Option<&std::path::Path> {
        self.embedded().and_then(SqliteEngine::upgrade_backup)
    }

    /// Whether commits can be expected to succeed; false while the store is looking for a database
    /// that accepts writes, after a commit that failed for lack of permission, until one succeeds,
    /// and after one that failed for lack of space, until [`Store::probe`] finds that there is room.
    pub fn is_writable(&self) -> bool {
        self.inner.engine.is_writable() && self.inner.health.is_writable()
    }

    /// Returns as soon as no database that accepts writes is known; never for an embedded store.
    pub async fn lost(&self) {
        self.inner.engine.lost().await;
    }

    /// Number of parts over which a new pool's users should be spread; a power of two.
    pub fn parts(&self) -> u32 {
        self.inner.engine.parts()
    }

    /// Reads everything in `set`, in one snapshot.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn read<S: ReadSet>(&self, set: S) -> Result<S::Out, StoreError> {
        let mut statements = Vec::new();
        set.statements(&mut statements)?;
        let answers = self.query(statements).await?;
        set.decode(&mut answers.into_iter())
    }

    /// Commits everything in `batch`, or nothing. Once polled, it continues even if the caller
    /// drops the future.
    ///
    /// # Errors
    /// [`CommitError::Conflict`] if an expectation did not hold; otherwise see [`StoreError`].
    pub async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let prepared = batch.prepare()?;
        if prepared.changes.is_empty() {
            return Ok(());
        }
        self.send(&prepared).await
    }

    /// What the database server's clock shows, in milliseconds since the epoch; `None` for an
    /// embedded store, which has no clock of its own.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn database_time(&self) -> Result<Option<i64>, StoreError> {
        match &self.inner.engine {
            EngineHandle::Sqlite(_) => Ok(None),
            EngineHandle::Postgres(postgres) => postgres.time().await.map(Some),
        }
    }

    /// Finishes the commits in progress, then closes the database. Every later call fails.
    pub async fn close(&self) {
        self.inner.engine.close().await;
    }

    /// How much the store has been used since it was opened.
    pub fn counts(&self) -> Counts {
        let counters = &self.inner.counters;
        Counts {
            reads: counters.reads.load(Ordering::Relaxed),
            statements: counters.statements.load(Ordering::Relaxed),
            commits: counters.commits.load(Ordering::Relaxed),
            changes: counters.changes.load(Ordering::Relaxed),
        }
    }

    /// Answers statements from one snapshot.
    pub(crate) async fn query(
        &self,
        statements: Vec<Statement>,
    ) -> Result<Vec<Vec<Row>>, StoreError> {
        if statements.is_empty() {
            return Ok(Vec::new());
        }
        let counters = &self.inner.counters;
        counters.reads.fetch_add(1, Ordering::Relaxed);
        counters.statements.fetch_add(statements.len() as u64, Ordering::Relaxed);
        self.inner.engine.query(statements).await
    }

    /// Sends a batch once.
    pub(crate) async fn commit_once(&self, prepared: Prepared) -> Result<(), CommitFailure> {
        if prepared.changes.is_empty() {
            return Ok(());
        }
        self.count_commit(&prepared);
        let outcome = match self.injected() {
            Some(full) => Err(CommitFailure::Failed(full)),
            None => self.inner.engine.commit(prepared).await,
        };
        self.inner.health.note_once(&outcome);
        outcome
    }

    /// Commits a prepared batch, whatever happens to the answers.
    async fn send(&self, prepared: &Prepared) -> Result<(), CommitError> {
        self.count_commit(prepared);
        let outcome = match self.injected() {
            Some(full) => Err(full.into()),
            None => {
                commit::commit(&self.inner.engine, self.inner.faults.as_deref(), prepared).await
            }
        };
        self.inner.health.note(&outcome);
        outcome
    }

    /// The error of a disk that a test pretends is full.
    fn injected(&self) -> Option<StoreError> {
        let is_full = self.inner.faults.as_ref().is_some_and(|faults| faults.is_full());
        is_full.then(|| StoreError::Full(Cause::new("injected: the disk is full")))
    }

    /// What the database itself finds wrong with its files.
    pub(crate) async fn check_files(&self) -> Result<Vec<String>, StoreError> {
        self.inner.engine.check_files().await
    }

    /// The embedded database, if it is one.
    pub(crate) fn embedded(&self) -> Option<&SqliteEngine> {
        match &self.inner.engine {
            EngineHandle::Sqlite(sqlite) => Some(sqlite),
            EngineHandle::Postgres(_) => None,
        }
    }

    fn count_commit(&self, prepared: &Prepared) {
        let counters = &self.inner.counters;
        counters.commits.fetch_add(1, Ordering::Relaxed);
        counters.changes.fetch_add(prepared.changes.len() as u64, Ordering::Relaxed);
    }
}
