//! The databases that the store runs on.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::commit::{CommitFailure, Database, Prepared};
use crate::error::{OpenError, StoreError};
use crate::schema::{Row, Statement};
use postgres::PostgresEngine;
use sqlite::SqliteEngine;

/// The database. An engine answers statements in one snapshot and commits prepared batches;
/// everything else is shared.
pub(crate) enum EngineHandle {
    /// Embedded.
    Sqlite(Box<SqliteEngine>),
    /// A database server.
    Postgres(PostgresEngine),
}

impl EngineHandle {
    /// Finishes the commits in progress and closes the database.
    pub(crate) async fn close(&self) {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.close().await,
            EngineHandle::Postgres(postgres) => postgres.close().await,
        }
    }

    /// What the database itself finds wrong with its files.
    pub(crate) async fn check_files(&self) -> Result<Vec<String>, StoreError> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.check_files(),
            // A database server checks its own files.
            EngineHandle::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Refuses a schema that this program cannot use.
    pub(crate) async fn require_schema(&self) -> Result<(), OpenError> {
        match self {
            // Opening has brought it up to date.
            EngineHandle::Sqlite(_) => Ok(()),
            EngineHandle::Postgres(postgres) => postgres.require_schema().await,
        }
    }

    /// Whether commits can be expected to succeed.
    pub(crate) fn is_writable(&self) -> bool {
        match self {
            EngineHandle::Sqlite(_) => true,
            EngineHandle::Postgres(postgres) => postgres.is_writable(),
        }
    }

    /// Whether other servers may use the same database at the same time.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(self, EngineHandle::Postgres(_))
    }

    /// Returns as soon as no database that accepts writes is known.
    pub(crate) async fn lost(&self) {
        match self {
            EngineHandle::Sqlite(_) => std::future::pending().await,
            EngineHandle::Postgres(postgres) => postgres.lost().await,
        }
    }

    /// Number of parts over which a new pool's users are spread; a power of two.
    pub(crate) fn parts(&self) -> u32 {
        match self {
            EngineHandle::Sqlite(_) => 1,
            EngineHandle::Postgres(_) => 16,
        }
    }
}

impl Database for EngineHandle {
    async fn query(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.query(&statements),
            EngineHandle::Postgres(postgres) => postgres.query(&statements).await,
        }
    }

    async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.commit(batch).await,
            EngineHandle::Postgres(postgres) => postgres.commit(batch).await,
        }
    }

    fn may_forget(&self) -> bool {
        self.is_shared()
    }
}
