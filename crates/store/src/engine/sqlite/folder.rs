//! The data folder, which belongs to one running server.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::{Cause, OpenError};

const DATABASE: &str = "poolkeeper.db";
const LOG: &str = "poolkeeper.db-wal";
pub(crate) const LOCK: &str = "poolkeeper.lock";
const PROBE: &str = "poolkeeper.probe";

/// A folder held by an operating-system lock on a file in it; dropping this frees the folder.
pub(crate) struct Folder {
    dir: PathBuf,
    _lock: File,
}

/// Whether the folder holds a database, or the remains of one.
pub(super) fn has_database(dir: &Path) -> Result<bool, OpenError> {
    let exists = |file: PathBuf| file.try_exists().map_err(|error| refused(&file, error));
    Ok(exists(dir.join(DATABASE))? || exists(dir.join(LOG))?)
}

impl Folder {
    /// Creates the folder if missing, and takes it.
    pub(super) fn take(dir: &Path) -> Result<Folder, OpenError> {
        fs::create_dir_all(dir).map_err(|error| refused(dir, error))?;
        let folder = Folder::claim(dir)?;
        // SQLite gives the log and its index the permissions of the database.
        private(&folder.database()).map_err(|error| refused(&folder.database(), error))?;
        Ok(folder)
    }

    /// Takes the folder, with or without a database in it.
    pub(crate) fn claim(dir: &Path) -> Result<Folder, OpenError> {
        let path = dir.join(LOCK);
        let lock = private(&path).map_err(|error| refused(&path, error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::Locked { dir: dir.to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(refused(&path, error)),
        }
        if !is_named(&lock, &path) {
            // The file was removed since it was opened, and another process may hold the lock on
            // the new one.
            return Err(OpenError::Locked { dir: dir.to_owned() });
        }
        let folder = Folder { dir: dir.to_owned(), _lock: lock };
        folder.check_writable()?;
        folder.check_log()?;
        Ok(folder)
    }

    /// Frees the folder and removes the lock file.
    pub(crate) fn leave(self) {
        // The file is removed while the lock is held: a process that opened it before and locks it
        // afterwards notices that it has no name.
        if cfg!(unix) {
            let _ = fs::remove_file(self.dir.join(LOCK));
        }
    }

    /// The database file.
    pub(crate) fn database(&self) -> PathBuf {
        self.dir.join(DATABASE)
    }

    /// SQLite creates the log in the folder, but only at the first commit.
    fn check_writable(&self) -> Result<(), OpenError> {
        let path = self.dir.join(PROBE);
        let made = File::create(&path).and_then(|_| fs::remove_file(&path));
        made.map_err(|error| refused(&self.dir, error))
    }

    /// SQLite treats an empty file as a new database and deletes the log next to it; our database
    /// never has a log while it is empty.
    fn check_log(&self) -> Result<(), OpenError> {
        let file = self.database();
        let length = |path: &Path| match fs::metadata(path) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(refused(path, error)),
        };
        let log = self.dir.join(LOG);
        if length(&file)? == 0 && length(&log)? > 0 {
            return Err(OpenError::Corrupt {
                path: file,
                cause: Cause::new("it is empty or missing, but its write-ahead log is there"),
            });
        }
        Ok(())
    }
}

/// Bytes that the file system of a folder has left for unprivileged users.
#[cfg(unix)]
pub(super) fn free_bytes(dir: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(dir).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

/// The standard library does not say.
#[cfg(not(unix))]
pub(super) fn free_bytes(_dir: &Path) -> Option<u64> {
    None
}

/// Whether this path still names the open file.
#[cfg(unix)]
fn is_named(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |one: fs::Metadata, other: fs::Metadata| {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    };
    file.metadata()
        .and_then(|one| fs::metadata(path).map(|other| same(one, other)))
        .unwrap_or(false)
}

/// Here an open file cannot be removed.
#[cfg(not(unix))]
fn is_named(_file: &File, _path: &Path) -> bool {
    true
}

/// Opens a file, or creates it readable by its owner only: it holds user profiles in plain text.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn refused(path: &Path, error: io::Error) -> OpenError {
    let (path, kind) = (path.to_owned(), error.kind());
    let cause = Cause::new(error);
    match kind {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            OpenError::ReadOnly { path, cause }
        }
        _ => OpenError::Failed { path, cause },
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A process that opened the file before its removal must not believe it holds the folder,
    /// which another one may hold by then.
    #[test]
    fn a_removed_lock_file_does_not_hold_the_folder() {
        let path = std::env::temp_dir().join(format!("poolkeeper-lock-{}", std::process::id()));
        let old = private(&path).expect("a file");
        assert!(is_named(&old, &path));
        fs::remove_file(&path).expect("removed");
        assert!(!is_named(&old, &path));
        let new = private(&path).expect("a file");
        assert!(!is_named(&old, &path) && is_named(&new, &path));
        fs::remove_file(&path).expect("removed");
    }
}
