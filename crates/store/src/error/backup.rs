//! Why a backup or a restore failed.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;

use super::{Cause, OpenError, StoreError};

/// A backup that was not written, or not restored. No existing data were changed.
#[derive(Debug)]
pub enum BackupError {
    /// The store is in PostgreSQL.
    NotEmbedded,
    /// The file to write already exists.
    Exists(PathBuf),
    /// Another backup is being written to the path, or one was killed.
    LeftOver(PathBuf),
    /// The caller stopped it.
    Stopped,
    /// The folder to restore into is not empty.
    NotEmpty(PathBuf),
    /// The file is not a backup.
    NoBackup(PathBuf, BackupFlaw),
    /// The data cannot be opened: a server uses the folder, or a newer version of the program wrote
    /// them.
    Open(OpenError),
    /// A file or folder could not be read or written.
    File(PathBuf, std::io::Error),
    /// The database failed.
    Store(StoreError),
}

/// Why a file is not a backup.
#[derive(Debug)]
pub enum BackupFlaw {
    /// A folder or device.
    NotAFile,
    /// It does not begin like a SQLite database.
    NotADatabase,
    /// It has a write-ahead log, so it is a server's database.
    HasLog,
    /// It is the database of another program.
    Foreign,
    /// SQLite finds it damaged.
    Damaged(Cause),
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmbedded => f.write_str(
                "the data are in PostgreSQL: back them up with its own tools (pg_dump, pgBackRest)",
            ),
            Self::Exists(path) => {
                write!(f, "{} already exists; choose another file", path.display())
            }
            Self::LeftOver(path) => {
                write!(
                    f,
                    "{} exists: a backup is running or was killed; delete it if none is running",
                    path.display()
                )
            }
            Self::Stopped => f.write_str("it was stopped before it finished"),
            Self::NotEmpty(path) => {
                write!(f, "the folder {} is not empty; name a new or an empty one", path.display())
            }
            Self::NoBackup(path, flaw) => write!(f, "{} is not a backup: {flaw}", path.display()),
            Self::Open(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl Error for BackupError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoBackup(_, flaw) => flaw.source(),
            Self::Open(error) => Some(error),
            Self::File(_, error) => Some(error),
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for BackupFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile => f.write_str("it is not a file"),
            Self::NotADatabase => f.write_str("it lacks a backup's header"),
            Self::HasLog => f.write_str(
                "a write-ahead log is next to it, so it is the database of a server; \
                 make a backup of that",
            ),
            Self::Foreign => f.write_str("it is the database of another program"),
            Self::Damaged(cause) => write!(f, "it is damaged ({cause})"),
        }
    }
}

impl Error for BackupFlaw {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Damaged(cause) => Some(cause),
            _ => None,
        }
    }
}
