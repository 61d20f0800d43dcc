//! A store that cannot be opened.

use std::fmt;
use std::path::PathBuf;

use super::Cause;

/// A store that cannot be opened. No existing data were changed.
#[derive(Debug)]
pub enum OpenError {
    /// Another process, or another store of this process, uses the folder.
    Locked {
        /// The data folder.
        dir: PathBuf,
    },
    /// The data were written by a newer version of the program.
    NewerSchema {
        /// The schema found.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// The database lacks migrations, which a starting server never runs.
    OlderSchema {
        /// The schema found; 0 for none.
        found: i64,
        /// The schema that this program needs.
        known: i64,
    },
    /// The data must be migrated, and the backup that is made first failed.
    NotBackedUp {
        /// The data folder.
        dir: PathBuf,
        /// The schema found.
        found: i64,
        /// The schema that this program needs.
        known: i64,
        /// Why there is no backup.
        cause: Cause,
    },
    /// The database server cannot be used.
    Database(Cause),
    /// The folder or database file cannot be written.
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
        /// What the system reported.
        cause: Cause,
    },
    /// The database file is damaged.
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: Cause,
    },
    /// The database is intact but belongs to another program.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Anything else.
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// What the system or engine reported.
        cause: Cause,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Locked { dir } => write!(
                f,
                "the data folder {} is in use by another running server; \
                 stop that one, or name another folder",
                dir.display()
            ),
            OpenError::NewerSchema { found, known } => write!(
                f,
                "the data have schema {found}, but this version of the program knows only up to \
                 {known}; use the version that wrote them, or a newer one"
            ),
            OpenError::OlderSchema { found, known } => write!(
                f,
                "the database has schema {found}, and this version of the program needs {known}; \
                 run: poolkeeper migrate"
            ),
            OpenError::NotBackedUp { dir, found, known, cause } => write!(
                f,
                "the data in {} have schema {found} and this version of the program needs {known}, \
                 but the backup that is made before they are changed failed: {cause}; make room in \
                 the folder, or make a backup elsewhere and turn this one off with \
                 store.backup_before_upgrade (of `dev`: --no-backup)",
                dir.display()
            ),
            OpenError::Database(cause) => write!(f, "the database cannot be used: {cause}"),
            OpenError::ReadOnly { path, cause } => {
                write!(
                    f,
                    "{} cannot be written ({cause}); check its owner and permissions",
                    path.display()
                )
            }
            OpenError::Corrupt { path, cause } => write!(
                f,
                "the database file {} is damaged ({cause}); nothing was changed, \
                 restore it from a backup",
                path.display()
            ),
            OpenError::Foreign { path } => {
                write!(
                    f,
                    "the database file {} belongs to another program; name another folder",
                    path.display()
                )
            }
            OpenError::Failed { path, cause } => {
                write!(f, "{} cannot be opened: {cause}", path.display())
            }
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OpenError::Database(cause)
            | OpenError::NotBackedUp { cause, .. }
            | OpenError::ReadOnly { cause, .. }
            | OpenError::Corrupt { cause, .. }
            | OpenError::Failed { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
