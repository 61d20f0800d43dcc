//! What can go wrong.

use std::fmt;
use std::path::PathBuf;

/// A commit that did not take effect, or of which that is not known.
#[derive(Debug)]
pub enum CommitError {
    /// An expectation did not hold: somebody else wrote in between. Nothing was written; read again
    /// and decide again.
    Conflict,
    /// The store failed.
    Store(StoreError),
}

/// A fault of the store; never the caller's input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// A column does not hold what its type says.
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The batch or read breaks a rule of this crate; says which. A programming error.
    Invalid(String),
    /// A read without an explicit limit found more rows than it may hold.
    TooMany {
        /// The table.
        table: &'static str,
    },
    /// The disk, or what the store may use of it, is full.
    Full(String),
    /// The database file is damaged.
    Corrupt(String),
    /// The database cannot be written.
    ReadOnly(String),
    /// The engine answered with another error.
    Engine(String),
    /// Whether the batch was committed could not be found out.
    OutcomeUnknown(String),
    /// No database that takes writes could be reached in time.
    Unavailable,
    /// The store is closed.
    Closed,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Inconsistent { table, column } => {
                write!(f, "{table}.{column} does not hold what its type says")
            }
            StoreError::Invalid(what) => write!(f, "not a valid use of the store: {what}"),
            StoreError::TooMany { table } => {
                write!(f, "too many rows of {table} for one unbounded read")
            }
            StoreError::Full(detail) => write!(f, "the disk is full: {detail}"),
            StoreError::Corrupt(detail) => write!(f, "the database file is damaged: {detail}"),
            StoreError::ReadOnly(detail) => write!(f, "the database cannot be written: {detail}"),
            StoreError::Engine(detail) => write!(f, "the database answered: {detail}"),
            StoreError::OutcomeUnknown(detail) => {
                write!(f, "whether a batch was committed is unknown: {detail}")
            }
            StoreError::Unavailable => {
                f.write_str("no database that takes writes could be reached")
            }
            StoreError::Closed => f.write_str("the store is closed"),
        }
    }
}

impl std::error::Error for StoreError {}

impl fmt::Display for CommitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CommitError::Conflict => f.write_str("somebody else wrote in between"),
            CommitError::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CommitError {}

impl From<StoreError> for CommitError {
    fn from(error: StoreError) -> CommitError {
        CommitError::Store(error)
    }
}

/// A store that cannot be opened. Nothing that was there has been changed.
#[derive(Debug)]
pub enum OpenError {
    /// Another process, or another store of this one, has the folder.
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
    /// The database lacks migrations, which are never run by a server that starts.
    OlderSchema {
        /// The schema found; 0: none.
        found: i64,
        /// The schema that this program needs.
        known: i64,
    },
    /// The database server cannot be used; says why.
    Database(String),
    /// The folder or database file cannot be written.
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// The database file is damaged.
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// The database is a sound one of another program.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Anything else.
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// What the system or engine said.
        detail: String,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Locked { dir } => write!(
                f,
                "the data folder {} is in use by another running server; stop that one, or name another folder",
                dir.display()
            ),
            OpenError::NewerSchema { found, known } => write!(
                f,
                "the data have schema {found}, but this version of the program knows only up to {known}; use the version that wrote them, or a newer one"
            ),
            OpenError::OlderSchema { found, known } => write!(
                f,
                "the database has schema {found}, and this version of the program needs {known}; run: poolkeeper migrate"
            ),
            OpenError::Database(detail) => write!(f, "the database cannot be used: {detail}"),
            OpenError::ReadOnly { path, detail } => {
                write!(
                    f,
                    "{} cannot be written ({detail}); check its owner and permissions",
                    path.display()
                )
            }
            OpenError::Corrupt { path, detail } => write!(
                f,
                "the database file {} is damaged ({detail}); nothing was changed, restore it from a backup",
                path.display()
            ),
            OpenError::Foreign { path } => {
                write!(
                    f,
                    "the database file {} belongs to another program; name another folder",
                    path.display()
                )
            }
            OpenError::Failed { path, detail } => {
                write!(f, "{} cannot be opened: {detail}", path.display())
            }
        }
    }
}

impl std::error::Error for OpenError {}
