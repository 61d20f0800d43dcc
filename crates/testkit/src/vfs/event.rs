//! What a database does to its files.

use std::os::raw::c_int;
use std::path::Path;
use std::sync::Arc;

use rusqlite::ffi;

/// The part a file plays.
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
    /// The part, from the flags that SQLite opens the file with.
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

    /// Whether SQLite syncs the folder together with the first sync of such a file that it opened
    /// to create.
    pub(super) fn syncs_folder(self) -> bool {
        matches!(self, Self::Log | Self::Journal)
    }
}

/// One thing that was done to a file, after it was done.
#[derive(Debug, Clone)]
pub struct Event {
    /// The file.
    pub file: Arc<Path>,
    /// The part it plays.
    pub kind: FileKind,
    /// What was done.
    pub what: What,
}

/// What was done to a file.
#[derive(Debug, Clone)]
pub enum What {
    /// It was opened. `before` is what a file that the recording had not seen yet held on the disk.
    Opened {
        /// Whether there was no such file.
        created: bool,
        /// The earlier content.
        before: Option<Arc<[u8]>>,
    },
    /// Bytes were written.
    Wrote {
        /// Where.
        offset: u64,
        /// What.
        bytes: Arc<[u8]>,
    },
    /// It was cut to a length, in bytes.
    Truncated {
        /// The length.
        length: u64,
    },
    /// It was synced: every event before number `covers` is on the disk.
    Synced {
        /// How many events there were when the sync began.
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
