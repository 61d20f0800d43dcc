//! The embedded engine: one writer thread that groups commits, readers on the calling threads.

mod checkpoint;
mod folder;
mod group;
pub(crate) mod open;
mod readers;
mod session;
mod writer;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::ErrorCode;

use crate::commit::{CommitFailure, Faults, Prepared};
use crate::error::{Cause, OpenError, StoreError};
use crate::options::SqliteTuning;
use crate::schema::{Row, Statement};
use checkpoint::Checkpoints;
pub(crate) use folder::{Folder, LOCK};
use readers::Readers;
use writer::Writer;

/// The embedded database.
pub(crate) struct SqliteEngine {
    readers: Readers,
    writer: Writer,
    checkpoints: Arc<Checkpoints>,
    running: Mutex<Option<Running>>,
}

/// How far the schema of a folder that nobody uses is; 0: there is no database.
pub(crate) fn schema(dir: &Path) -> Result<i64, OpenError> {
    if !folder::has_database(dir)? {
        return Ok(0);
    }
    let folder = Folder::claim(dir)?;
    open::found_schema(&folder.database())
}

/// What ends when the database is closed.
struct Running {
    writer: JoinHandle<()>,
    checkpoints: JoinHandle<()>,
    /// Last: the folder is free only when nothing uses it any more.
    folder: Folder,
}

impl SqliteEngine {
    /// Opens the database in `dir`, makes it if it is missing, and brings its schema up to date.
    pub(crate) fn open(
        dir: &Path,
        tuning: &SqliteTuning,
        faults: Option<Arc<dyn Faults>>,
    ) -> Result<SqliteEngine, OpenError> {
        let folder = Folder::take(dir)?;
        let file = folder.database();
        let session = open::writer(&file, tuning)?;
        let failed = |error: rusqlite::Error| open::failed(&file, error);
        let checkpointer = open::connect(&file, tuning).map_err(failed)?;
        let readers = Readers::new(file.clone(), tuning.clone());
        let checkpoints = Arc::new(Checkpoints::new(tuning.wal_pages));
        let spawned = |error: std::io::Error| OpenError::Failed {
            path: file.clone(),
            cause: Cause::new(error),
        };
        let (writer, writer_thread) =
            Writer::start(session, Arc::clone(&checkpoints), faults).map_err(spawned)?;
        let checkpoint_thread =
            Checkpoints::start(Arc::clone(&checkpoints), checkpointer).map_err(spawned)?;
        Ok(SqliteEngine {
            readers,
            writer,
            checkpoints,
            running: Mutex::new(Some(Running {
                writer: writer_thread,
                checkpoints: checkpoint_thread,
                folder,
            })),
        })
    }

    /// Answers the statements from one snapshot, on the calling thread.
    pub(crate) fn query(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.readers.query(statements)
    }

    /// Hands the batch to the writer and waits for its verdict.
    pub(crate) async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure> {
        self.writer.commit(batch).await
    }

    /// Ends the threads after the commits that were sent, and frees the folder.
    pub(crate) async fn close(&self) {
        let Some(running) = self.stop() else { return };
        let writer = running.side_thread_ended();
        self.writer.finish().await;
        writer.ended();
    }

    /// What SQLite finds wrong with the file.
    pub(crate) fn check_files(&self) -> Result<Vec<String>, StoreError> {
        self.readers.check_files()
    }

    /// The database file and how to open it.
    ///
    /// # Errors
    /// [`StoreError::Closed`].
    pub(crate) fn file(&self) -> Result<(&Path, &SqliteTuning), StoreError> {
        self.readers.file()
    }

    /// Ends reads and checkpoints; `None` where that was done before.
    fn stop(&self) -> Option<Running> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        self.readers.close();
        self.checkpoints.stop();
        Some(running)
    }
}

impl Running {
    /// The side thread's connection goes before the writer's: SQLite moves the log over and removes
    /// it only when it sees that the connection being closed is the last one.
    fn side_thread_ended(self) -> RunningWriter {
        ended(self.checkpoints);
        RunningWriter { writer: self.writer, folder: self.folder }
    }
}

/// What is left when the side thread has ended.
struct RunningWriter {
    writer: JoinHandle<()>,
    /// Last: the folder is free only when nothing uses it any more.
    folder: Folder,
}

impl RunningWriter {
    fn ended(self) {
        ended(self.writer);
        drop(self.folder);
    }
}

fn ended(thread: JoinHandle<()>) {
    if thread.join().is_err() {
        tracing::error!("a database thread has panicked");
    }
}

impl Drop for SqliteEngine {
    fn drop(&mut self) {
        if let Some(running) = self.stop() {
            let writer = running.side_thread_ended();
            self.writer.finish_soon();
            writer.ended();
        }
    }
}

/// The store's word for an error of SQLite.
pub(crate) fn store_error(error: rusqlite::Error) -> StoreError {
    let code = error.sqlite_error_code();
    let cause = Cause::new(error);
    match code {
        Some(ErrorCode::DiskFull) => StoreError::Full(cause),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Corrupt(cause),
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly(cause),
        _ => StoreError::Engine(cause),
    }
}
