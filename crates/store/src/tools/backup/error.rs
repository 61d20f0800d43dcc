//! Why there is no backup, or no restored folder.

use std::fmt;
use std::path::PathBuf;

use crate::error::{OpenError, StoreError};

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
