//! Copies the database page by page into a new file while the writer goes on.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::BackedUp;
use super::partial::Partial;
use crate::engine::sqlite::{open, store_error};
use crate::error::BackupError;
use crate::options::SqliteTuning;

/// Pages copied between two calls of `goes_on`.
const STEP: i32 = 1_000;

/// Writes the database `file` to `to`, first under another name: a file called `to` is always
/// complete and durable.
pub(crate) fn write(
    file: &Path,
    tuning: &SqliteTuning,
    to: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<BackedUp, BackupError> {
    if to.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let partial = Partial::create(to)?;
    let master_key_ids = copy(file, tuning, &partial.0, goes_on)?;
    let bytes = partial.put_in_place(to)?;
    Ok(BackedUp { bytes, master_key_ids })
}

/// Copies the database. Returns the ids of the master keys that its data need.
fn copy(
    file: &Path,
    tuning: &SqliteTuning,
    to: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Vec<String>, BackupError> {
    let failed = |error: rusqlite::Error| BackupError::Store(store_error(error));
    let source = open::reader(file, tuning).map_err(failed)?;
    // The first read takes the snapshot, which is kept to the end: otherwise every commit would
    // restart the copy.
    source.connection().execute_batch("BEGIN DEFERRED").map_err(failed)?;
    let master_key_ids = master_key_ids(source.connection()).map_err(failed)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut target = Connection::open_with_flags(to, flags).map_err(failed)?;
    // The file is removed on any failure, so it needs no journal. It is synced once, at the end.
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF").map_err(failed)?;
    let backup = Backup::new(source.connection(), &mut target).map_err(failed)?;
    loop {
        if !goes_on() {
            return Err(BackupError::Stopped);
        }
        match backup.step(STEP).map_err(failed)? {
            StepResult::Done => break,
            StepResult::More => {}
            // The snapshot is held, so another process must have opened the target.
            _ => return Err(BackupError::LeftOver(to.to_owned())),
        }
    }
    drop(backup);
    target.close().map_err(|(_, error)| failed(error))?;
    Ok(master_key_ids)
}

/// The ids of the master keys that wrap anything in this database.
pub(crate) fn master_key_ids(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut select = connection.prepare(
        "SELECT master_key_id FROM pools UNION SELECT master_key_id FROM data_keys ORDER BY 1",
    )?;
    let ids = select.query_map([], |row| row.get(0))?;
    ids.collect()
}
