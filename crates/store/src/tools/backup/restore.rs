//! Creates a data folder from a backup.
//!
//! Copies the backup into the folder, checks the copy, and only then gives it the database's name.
//! A failed restore leaves nothing.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::Restored;
use crate::engine::sqlite::open::{self, Schema};
use crate::engine::sqlite::{Folder, LOCK, Partial, master_key_ids, store_error};
use crate::error::{BackupError, BackupFlaw, Cause, StoreError};
use crate::schema::migrations;

/// How every SQLite database begins.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Bytes copied between two calls of `goes_on`.
const SLICE: u64 = 16 << 20;

/// Creates a data folder from a backup. The folder must be missing or empty. Every page of the file
/// is checked first. Stops when `goes_on`, called from time to time, returns false.
///
/// # Errors
/// See [`BackupError`].
pub fn restore(
    from: &Path,
    dir: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Restored, BackupError> {
    let mut source = require_backup(from)?;
    let missing = missing_folders(dir);
    let restored = restore_locked(&mut source, from, dir, goes_on);
    if restored.is_err() {
        for folder in missing {
            // A folder that has received a file meanwhile stays.
            let _ = fs::remove_dir(folder);
        }
    }
    restored
}

fn restore_locked(
    source: &mut File,
    from: &Path,
    dir: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Restored, BackupError> {
    require_empty(dir)?;
    let had_lock = dir.join(LOCK).exists();
    // A server that is started here meanwhile reports that the folder is in use.
    let folder = Folder::claim(dir).map_err(BackupError::Open)?;
    let restored =
        require_empty(dir).and_then(|()| restore_into(source, from, &folder.database(), goes_on));
    if restored.is_err() && !had_lock {
        folder.leave();
    }
    restored
}

/// The folder and its ancestors that do not exist, innermost first.
fn missing_folders(dir: &Path) -> Vec<&Path> {
    dir.ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err())
        .collect()
}

fn restore_into(
    source: &mut File,
    from: &Path,
    database: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Restored, BackupError> {
    let require_going_on = || if goes_on() { Ok(()) } else { Err(BackupError::Stopped) };
    let partial = Partial::create(database)?;
    let failed = |error: io::Error| BackupError::File(database.to_owned(), error);
    let mut target = File::options().write(true).open(&partial.0).map_err(failed)?;
    loop {
        require_going_on()?;
        if io::copy(&mut source.by_ref().take(SLICE), &mut target).map_err(failed)? == 0 {
            break;
        }
    }
    drop(target);
    let examined = examine(&partial.0, from);
    for end in ["-wal", "-shm"] {
        let mut name = partial.0.clone().into_os_string();
        name.push(end);
        // SQLite creates these files when it opens the copy, and leaves them if it fails.
        let _ = fs::remove_file(name);
    }
    let restored = examined?;
    require_going_on()?;
    partial.put_in_place(database)?;
    Ok(restored)
}

/// Opens the file, after checking that it looks like a backup.
fn require_backup(from: &Path) -> Result<File, BackupError> {
    let failed = |error: io::Error| BackupError::File(from.to_owned(), error);
    let no_backup = |flaw| BackupError::NoBackup(from.to_owned(), flaw);
    let mut file = File::open(from).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(no_backup(BackupFlaw::NotAFile));
    }
    let mut begin = [0; 16];
    match file.read_exact(&mut begin) {
        Ok(()) if begin == *MAGIC => {}
        Ok(()) => return Err(no_backup(BackupFlaw::NotADatabase)),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => {
            return Err(no_backup(BackupFlaw::NotADatabase));
        }
        Err(error) => return Err(failed(error)),
    }
    let mut log = from.as_os_str().to_owned();
    log.push("-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(no_backup(BackupFlaw::HasLog));
    }
    File::open(from).map_err(failed)
}

/// Creates the folder if missing. A lock file without a database does not count as data.
fn require_empty(dir: &Path) -> Result<(), BackupError> {
    let failed = |error: io::Error| BackupError::File(dir.to_owned(), error);
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(failed)?;
    for entry in fs::read_dir(dir).map_err(failed)? {
        if entry.map_err(failed)?.file_name() != LOCK {
            return Err(BackupError::NotEmpty(dir.to_owned()));
        }
    }
    Ok(())
}

/// Checks the copy, reading every page.
fn examine(copy: &Path, from: &Path) -> Result<Restored, BackupError> {
    let no_backup = |flaw| BackupError::NoBackup(from.to_owned(), flaw);
    let failed = |error: rusqlite::Error| match store_error(error) {
        StoreError::Corrupt(cause) => no_backup(BackupFlaw::Damaged(cause)),
        error => BackupError::Store(error),
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(copy, flags).map_err(failed)?;
    let schema = match open::schema(&connection).map_err(failed)? {
        Schema::Foreign | Schema::At(0) => {
            return Err(no_backup(BackupFlaw::Foreign));
        }
        Schema::At(found) => found,
    };
    migrations::pending(schema).map_err(BackupError::Open)?;
    let finding: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if finding != "ok" {
        return Err(no_backup(BackupFlaw::Damaged(Cause::new(finding))));
    }
    let master_key_ids = master_key_ids(&connection).map_err(failed)?;
    connection.close().map_err(|(_, error)| failed(error))?;
    Ok(Restored { schema, newest_schema: migrations::newest(), master_key_ids })
}
