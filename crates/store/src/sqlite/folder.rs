//! The data folder, which belongs to one running server.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::error::OpenError;

const DATABASE: &str = "poolkeeper.db";
pub(super) const LOCK: &str = "poolkeeper.lock";
const PROBE: &str = "poolkeeper.probe";

/// A folder held by the operating system's lock on a file in it; dropping it frees the folder.
pub(super) struct Folder {
    dir: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder if it is missing, and takes it.
    pub(super) fn take(dir: &Path) -> Result<Folder, OpenError> {
        fs::create_dir_all(dir).map_err(|error| refused(dir, &error))?;
        let folder = Folder::claim(dir)?;
        folder.check_log()?;
        // The log and its index take the database's permissions.
        private(&folder.database()).map_err(|error| refused(&folder.database(), &error))?;
        Ok(folder)
    }

    /// Takes the folder, whatever is in it.
    pub(super) fn claim(dir: &Path) -> Result<Folder, OpenError> {
        let path = dir.join(LOCK);
        let lock = private(&path).map_err(|error| refused(&path, &error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::Locked { dir: dir.to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(refused(&path, &error)),
        }
        let folder = Folder { dir: dir.to_owned(), _lock: lock };
        folder.check_writable()?;
        Ok(folder)
    }

    /// The database file.
    pub(super) fn database(&self) -> PathBuf {
        self.dir.join(DATABASE)
    }

    /// The log is made in the folder, but SQLite asks for that only at the first commit.
    fn check_writable(&self) -> Result<(), OpenError> {
        let path = self.dir.join(PROBE);
        let made = File::create(&path).and_then(|_| fs::remove_file(&path));
        made.map_err(|error| refused(&self.dir, &error))
    }

    /// SQLite takes an empty file for a new database and deletes the log beside it; ours never has a log while empty.
    fn check_log(&self) -> Result<(), OpenError> {
        let file = self.database();
        let length = |path: &Path| match fs::metadata(path) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(refused(path, &error)),
        };
        let log = self.dir.join(format!("{DATABASE}-wal"));
        if length(&file)? == 0 && length(&log)? > 0 {
            return Err(OpenError::Corrupt {
                path: file,
                detail: "it is empty or missing, but its write-ahead log is there".to_owned(),
            });
        }
        Ok(())
    }
}

/// Opens a file, or makes it for its owner alone: profiles are in it in clear.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn refused(path: &Path, error: &io::Error) -> OpenError {
    let (path, detail) = (path.to_owned(), error.to_string());
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly { path, detail },
        _ => OpenError::Failed { path, detail },
    }
}
