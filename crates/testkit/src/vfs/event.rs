//! Operations of a database on its files.

use std::os::raw::c_int;
use std::path::Path;
use std::sync::Arc;

use rusqlite::ffi;

/// The role of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// The database.
    Database,
    /// The write-ahead log.
    Log,
    /// A rollback journal.
    Journal,
    /// Anything else.
    Other,
}

impl FileKind {
    /// The role, from the flags that SQLite opens the file with.
    pub(super) fn of(flags: c_int) -> Self {
        match flags {
            _ if flags & ffi::SQLITE_OPEN_MAIN_DB != 0 => Self::Database,
            _ if flags & ffi::SQLITE_OPEN_WAL != 0 => Self::Log,
            _ if flags & (ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL) != 0 => {
                Self::Journal
            }
            _ => Self::Other,
        }
    }

    /// Whether SQLite syncs the folder together with the first sync of a file of this kind that it
    /// created.
    pub(super) fn syncs_folder(self) -> bool {
        matches!(self, Self::Log | Self::Journal)
    }
}

/// An operation on a file, recorded after it was done.
#[derive(Debug, Clone)]
pub struct Event {
    /// The file.
    pub file: Arc<Path>,
    /// Its role.
    pub kind: FileKind,
    /// The operation.
    pub what: What,
}

/// The operation on a file.
#[derive(Debug, Clone)]
pub enum What {
    /// It was opened.
    Opened {
        /// Whether the file was created.
        created: bool,
        /// The content on disk of a file that the recording had not seen before.
        before: Option<Arc<[u8]>>,
    },
    /// Bytes were written.
    Wrote {
        /// The offset in the file.
        offset: u64,
        /// The bytes.
        bytes: Arc<[u8]>,
    },
    /// It was truncated.
    Truncated {
        /// The new length in bytes.
        length: u64,
    },
    /// It was synced: every event before number `covers` is on disk.
    Synced {
        /// The number of events when the sync started.
        covers: usize,
        /// Whether the folder was synced too.
        folder: bool,
    },
    /// It was deleted.
    Deleted {
        /// Whether the folder was synced too.
        folder: bool,
    },
}
