//! What the store needs of a database.

use crate::batch::Prepared;
use crate::error::StoreError;
use crate::sqlite::Sqlite;
use crate::value::{Row, Statement};

/// The database. An engine answers statements in one snapshot and commits prepared batches; the rest is shared.
pub(crate) enum EngineHandle {
    /// Embedded.
    Sqlite(Sqlite),
}

/// Why an engine did not report a commit.
#[derive(Debug)]
pub(crate) enum EngineCommit {
    /// An expectation did not hold; nothing was written.
    Conflict,
    /// The batch may or may not have been committed, or may yet be.
    Unknown(StoreError),
    /// Nothing was written, and will not be.
    Failed(StoreError),
}

impl EngineHandle {
    /// Answers the statements in order, all from one snapshot.
    pub(crate) async fn query(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.query(&statements),
        }
    }

    /// Commits all changes or none. Goes on when the caller departs.
    pub(crate) async fn commit(&self, batch: Prepared) -> Result<(), EngineCommit> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.commit(batch).await,
        }
    }

    /// Finishes the commits that were sent and lets go of the database.
    pub(crate) async fn close(&self) {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.close().await,
        }
    }

    /// What the database itself finds wrong with its files.
    pub(crate) async fn check_files(&self) -> Result<Vec<String>, StoreError> {
        match self {
            EngineHandle::Sqlite(sqlite) => sqlite.check_files(),
        }
    }
}
