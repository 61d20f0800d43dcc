//! Backups of an embedded store: one file, the whole database as it was at one moment.
//!
//! What is PostgreSQL's is backed up by its own tools.

mod error;
mod partial;
mod restore;
mod write;

use std::path::Path;

use crate::engine::sqlite::Folder;
use crate::options::SqliteTuning;
use crate::store::Store;
pub use error::{BackupError, BackupFlaw};
pub use restore::restore;

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

impl Store {
    /// Writes all data as they are at one moment to a new file that only its owner may read.
    /// Commits go on meanwhile; `goes_on` is asked from time to time. The calling thread is blocked
    /// until the end, so it should be one that may be.
    ///
    /// # Errors
    /// See [`BackupError`].
    pub fn backup(&self, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
        let sqlite = self.embedded().ok_or(BackupError::NotEmbedded)?;
        let (file, tuning) = sqlite.file().map_err(BackupError::Store)?;
        write::write(file, tuning, to, goes_on)
    }
}

/// Backs up the data of a folder that no server uses. They stay as they are: an older schema is not
/// brought up to date, so that the program that wrote them can go on with either.
///
/// # Errors
/// [`BackupError::Open`] with [`OpenError::Locked`](crate::OpenError::Locked) where a server uses the folder; else see
/// [`BackupError`].
pub fn backup(dir: &Path, to: &Path, goes_on: &dyn Fn() -> bool) -> Result<BackedUp, BackupError> {
    let folder = Folder::claim(dir).map_err(BackupError::Open)?;
    write::write(&folder.database(), &SqliteTuning::default(), to, goes_on)
}
