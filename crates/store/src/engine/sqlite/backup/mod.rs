//! Snapshots of the database in one file, written while commits go on.

mod before_migration;
mod partial;
mod write;

pub(super) use before_migration::{Made, back_up, clear_partial};
pub(crate) use partial::Partial;
pub(crate) use write::{master_key_ids, write};

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// The size of the file in bytes.
    pub bytes: u64,
    /// The ids of the master keys needed to decrypt its secrets.
    pub master_key_ids: Vec<String>,
}
