//! Backups of an embedded store: one file, the whole database as it was at one moment.
//!
//! What is PostgreSQL's is backed up by its own tools.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::error::{OpenError, StoreError};
use crate::sqlite;
use crate::store::Store;

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// The size of the file.
    pub bytes: u64,
    /// The ids of the master keys without which nothing secret in it opens.
    pub master_key_ids: Vec<String>,
}

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The schema of the data; an older one is brought up to date when the store is opened.
    pub schema: i64,
    /// The newest schema that this program knows.
    pub newest_schema: i64,
    /// The ids of the master keys without which nothing secret in it opens.
    pub master_key_ids: Vec<String>,
}

/// A backup that was not written, or not restored. Nothing that was there has been changed.
#[derive(Debug)]
pub enum BackupError {
    /// The store is PostgreSQL's.
    NotEmbedded,
    /// The file to write is there already.
    Exists(PathBuf),
    /// Another backup writes there, or one was killed.
    LeftOver(PathBuf),
    /// The caller did not want to go on.
    Stopped,
    /// The folder to restore into is not empty.
    NotEmpty(PathBuf),
    /// The file is no backup; says why.
    NoBackup(PathBuf, String),
    /// The backup was written by a newer version of the program.
    Newer(OpenError),
    /// A file or folder could not be read or written.
    File(PathBuf, std::io::Error),
    /// The database failed.
    Store(StoreError),
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmbedded => f.write_str(
                "the data are in PostgreSQL: back them up with its own tools (pg_dump, pgBackRest)",
            ),
            Self::Exists(path) => {
                write!(f, "{} is there already; name another file", path.display())
            }
            Self::LeftOver(path) => {
                write!(
                    f,
                    "{} is there: another backup is being written, or one was killed; remove it if none is",
                    path.display()
                )
            }
            Self::Stopped => f.write_str("it was stopped before its end"),
            Self::NotEmpty(path) => {
                write!(f, "the folder {} is not empty; name a new or an empty one", path.display())
            }
            Self::NoBackup(path, why) => write!(f, "{} is no backup: {why}", path.display()),
            Self::Newer(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BackupError {}

impl Store {
    /// Writes all data as they are at one moment to a new file that only its owner may read.
    /// Commits go on meanwhile; `goes_on` is asked from time to time. The calling thread is blocked
    /// until the end, so it should be one that may be.
    ///
    /// # Errors
    /// See [`BackupError`].
    pub fn backup(&self, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
        self.embedded().ok_or(BackupError::NotEmbedded)?.backup(to, goes_on)
    }
}

/// Backs up the data of a folder that no server uses. They stay as they are: an older schema is not
/// brought up to date, so that the program that wrote them can go on with either.
///
/// # Errors
/// [`BackupError::Newer`] with [`OpenError::Locked`] where a server uses the folder; else see
/// [`BackupError`].
pub fn backup(dir: &Path, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
    sqlite::Sqlite::backup_closed(dir, to, goes_on)
}

/// Makes a data folder of a backup. The folder is absent or empty; the file is checked first, every
/// page of it. `goes_on` is asked from time to time.
///
/// # Errors
/// See [`BackupError`].
pub fn restore(
    from: &Path,
    dir: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Restored, BackupError> {
    sqlite::restore(from, dir, goes_on)
}
