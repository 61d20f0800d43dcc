//! How a store is opened.

use std::path::PathBuf;
use std::sync::Arc;

use crate::faults::Faults;

/// How a store is opened.
#[derive(Clone)]
pub struct Options {
    /// The database.
    pub engine: Engine,
    /// What only SQLite reads.
    pub sqlite: SqliteTuning,
    /// Faults to inject; tests only.
    pub faults: Option<Arc<dyn Faults>>,
}

impl Options {
    /// An embedded database in a folder.
    pub fn sqlite(dir: impl Into<PathBuf>) -> Options {
        Options { engine: Engine::Sqlite { dir: dir.into() }, sqlite: SqliteTuning::default(), faults: None }
    }
}

/// The database.
#[derive(Debug, Clone)]
pub enum Engine {
    /// Embedded; the folder is made if it is missing, and belongs to one running server.
    Sqlite {
        /// The data folder.
        dir: PathBuf,
    },
}

/// Settings of the embedded database; the defaults are for production.
#[derive(Debug, Clone)]
pub struct SqliteTuning {
    /// A registered VFS to use instead of the system's default one.
    pub vfs: Option<String>,
    /// Past how many pages of write-ahead log the writer waits for a checkpoint.
    pub wal_pages: i64,
    /// At most how many pages the database may have; `None`: what SQLite allows.
    pub max_pages: Option<u32>,
}

impl Default for SqliteTuning {
    fn default() -> SqliteTuning {
        SqliteTuning { vfs: None, wal_pages: 4_000, max_pages: None }
    }
}
