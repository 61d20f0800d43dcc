//! Backups of an embedded store: one file with a snapshot of the whole database.
//!
//! PostgreSQL has its own backup tools.

mod restore;

use std::path::Path;

pub use crate::engine::sqlite::BackedUp;
use crate::engine::sqlite::{Folder, write_backup};
use crate::error::BackupError;
use crate::options::SqliteTuning;
use crate::store::Store;
pub use restore::restore;

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The schema of the data; an older one is migrated when the store is opened.
    pub schema: i64,
    /// The newest schema that this program knows.
    pub newest_schema: i64,
    /// The ids of the master keys needed to decrypt its secrets.
    pub master_key_ids: Vec<String>,
}

impl Store {
    /// Writes a snapshot of all data to a new file that only its owner can read. Commits continue
    /// meanwhile; the backup stops when `goes_on`, called from time to time, returns false. Blocks
    /// the calling thread until the end.
    ///
    /// # Errors
    /// See [`BackupError`].
    pub fn backup(&self, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
        let sqlite = self.embedded().ok_or(BackupError::NotEmbedded)?;
        let (file, tuning) = sqlite.file().map_err(BackupError::Store)?;
        write_backup(file, tuning, to, goes_on)
    }
}

/// Backs up the data of a folder that no server uses. Does not change them: an older schema is not
/// migrated, so the program that wrote the data can use them and the backup.
///
/// # Errors
/// [`BackupError::Open`] with [`OpenError::Locked`](crate::OpenError::Locked) if a server uses the
/// folder; otherwise see [`BackupError`].
pub fn backup(dir: &Path, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
    let folder = Folder::claim(dir).map_err(BackupError::Open)?;
    write_backup(&folder.database(), &SqliteTuning::default(), to, goes_on)
}
