//! The embedded engine: one writer thread that groups commits, and reads on the calling threads.

mod backup;
mod checkpoint;
mod folder;
mod group;
pub(crate) mod open;
mod readers;
mod session;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::{ErrorCode, ffi};

use crate::commit::{CommitFailure, Faults, Prepared};
use crate::error::{Cause, OpenError, StoreError};
use crate::options::SqliteTuning;
use crate::schema::{Row, Statement};
pub use backup::BackedUp;
pub(crate) use backup::{Partial, master_key_ids, write as write_backup};
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
    upgrade_backup: Option<PathBuf>,
}

/// The schema number of a folder that no server uses; 0 if there is no database.
pub(crate) fn schema(dir: &Path) -> Result<i64, OpenError> {
    if !folder::has_database(dir)? {
        return Ok(0);
    }
    let folder = Folder::claim(dir)?;
    open::found_schema(&folder.database())
}

/// What closing the database ends.
struct Running {
    writer: JoinHandle<()>,
    checkpoints: JoinHandle<()>,
    /// Dropped last: the folder is free only when nothing uses it any more.
    folder: Folder,
}

impl SqliteEngine {
    /// Opens the database in `dir`, creating it if missing, and brings its schema up to date, after
    /// a backup.
    pub(crate) fn open(
        dir: &Path,
        tuning: &SqliteTuning,
        faults: Option<Arc<dyn Faults>>,
    ) -> Result<SqliteEngine, OpenError> {
        let folder = Folder::take(dir)?;
        let file = folder.database();
        let (session, upgrade_backup) = open::writer(dir, &file, tuning)?;
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
            upgrade_backup,
        })
    }

    /// Answers the statements from one snapshot, on the calling thread.
    pub(crate) fn query(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.readers.query(statements)
    }

    /// Sends the batch to the writer and waits for the verdict.
    pub(crate) async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure> {
        self.writer.commit(batch).await
    }

    /// Ends the threads after the commits in progress, and frees the folder.
    pub(crate) async fn close(&self) {
        let Some(running) = self.stop() else { return };
        let writer = running.end_checkpoints();
        self.writer.finish().await;
        writer.end();
    }

    /// The backup that was made before the schema was brought up to date, if it was.
    pub(crate) fn upgrade_backup(&self) -> Option<&Path> {
        self.upgrade_backup.as_deref()
    }

    /// What SQLite finds wrong with the file.
    pub(crate) fn check_files(&self) -> Result<Vec<String>, StoreError> {
        self.readers.check_files()
    }

    /// Bytes that the file system has left for unprivileged users; `None` if it does not say.
    pub(crate) fn free_bytes(&self) -> Option<u64> {
        let (file, _) = self.readers.file().ok()?;
        folder::free_bytes(file.parent()?)
    }

    /// The database file, and how to open it.
    ///
    /// # Errors
    /// [`StoreError::Closed`].
    pub(crate) fn file(&self) -> Result<(&Path, &SqliteTuning), StoreError> {
        self.readers.file()
    }

    /// Ends reads and checkpoints; `None` if that was already done.
    fn stop(&self) -> Option<Running> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        self.readers.close();
        self.checkpoints.stop();
        Some(running)
    }
}

impl Running {
    /// Closes the checkpoint thread's connection before the writer's: SQLite checkpoints and
    /// removes the log only when it closes what it knows to be the last connection.
    fn end_checkpoints(self) -> RunningWriter {
        join(self.checkpoints);
        RunningWriter { writer: self.writer, folder: self.folder }
    }
}

/// What remains after the checkpoint thread has ended.
struct RunningWriter {
    writer: JoinHandle<()>,
    /// Dropped last: the folder is free only when nothing uses it any more.
    folder: Folder,
}

impl RunningWriter {
    fn end(self) {
        join(self.writer);
        drop(self.folder);
    }
}

fn join(thread: JoinHandle<()>) {
    if thread.join().is_err() {
        tracing::error!("a database thread has panicked");
    }
}

impl Drop for SqliteEngine {
    fn drop(&mut self) {
        if let Some(running) = self.stop() {
            let writer = running.end_checkpoints();
            self.writer.finish_soon();
            writer.end();
        }
    }
}

/// Errors of the system when writing.
const FAILED_WRITES: [i32; 6] = [
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_SHMSIZE,
    ffi::SQLITE_IOERR_SHMMAP,
];

/// The store's error for an error of SQLite.
pub(crate) fn store_error(error: rusqlite::Error) -> StoreError {
    let code = error.sqlite_error_code();
    let extended = error.sqlite_error().map(|error| error.extended_code);
    let is_failed_write = extended.is_some_and(|code| FAILED_WRITES.contains(&code));
    let cause = Cause::new(error);
    match code {
        Some(ErrorCode::DiskFull) => StoreError::Full(cause),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Corrupt(cause),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly(cause),
        _ if is_failed_write => StoreError::ReadOnly(cause),
        _ => StoreError::Engine(cause),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Error, ffi};

    use super::store_error;
    use crate::error::StoreError;

    fn of(code: i32) -> StoreError {
        store_error(Error::SqliteFailure(ffi::Error::new(code), None))
    }

    /// What keeps a file from being written, whatever can still be read, is not just any error: a
    /// server that meets it is not ready.
    #[test]
    fn a_file_that_cannot_be_written_is_known_by_the_code() {
        for code in [
            ffi::SQLITE_READONLY,
            ffi::SQLITE_READONLY_DBMOVED,
            ffi::SQLITE_READONLY_DIRECTORY,
            ffi::SQLITE_READONLY_ROLLBACK,
            ffi::SQLITE_PERM,
            ffi::SQLITE_IOERR_WRITE,
            ffi::SQLITE_IOERR_FSYNC,
            ffi::SQLITE_IOERR_DIR_FSYNC,
            ffi::SQLITE_IOERR_TRUNCATE,
            ffi::SQLITE_IOERR_SHMSIZE,
            ffi::SQLITE_IOERR_SHMMAP,
        ] {
            assert!(matches!(of(code), StoreError::ReadOnly(_)), "{code}: {:?}", of(code));
        }
        assert!(matches!(of(ffi::SQLITE_FULL), StoreError::Full(_)));
        for code in [ffi::SQLITE_CORRUPT, ffi::SQLITE_CORRUPT_INDEX, ffi::SQLITE_NOTADB] {
            assert!(matches!(of(code), StoreError::Corrupt(_)), "{code}");
        }
        for code in [ffi::SQLITE_IOERR_READ, ffi::SQLITE_BUSY, ffi::SQLITE_ERROR] {
            assert!(matches!(of(code), StoreError::Engine(_)), "{code}");
        }
    }
}
