//! Migrating a store: `poolkeeper migrate`.

use std::path::{Path, PathBuf};

use crate::engine::{postgres, sqlite};
use crate::error::OpenError;
use crate::options::{Engine, Options};
use crate::schema::migrations;
use crate::store::Store;

/// What a migration did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The schema before; 0 for none.
    pub from: i64,
    /// The schema now.
    pub to: i64,
    /// The backup that was made first; `None` if nothing was changed, and in PostgreSQL.
    pub backup: Option<PathBuf>,
}

/// Brings the schema up to date; several processes may try at once. `now` is in milliseconds since
/// the epoch; `holder` names this process. An embedded database is migrated by opening it.
///
/// # Errors
/// See [`OpenError`]. Completed steps stay, and the next try continues after them.
pub async fn migrate(options: &Options, now: i64, holder: &str) -> Result<Migrated, OpenError> {
    match &options.engine {
        Engine::Sqlite { dir } => {
            let from = folder_schema(dir)?;
            let mut options = options.clone();
            options.sqlite.now = now;
            let store = Store::open(options)?;
            let backup = store.upgrade_backup().map(Path::to_owned);
            store.close().await;
            Ok(Migrated { from, to: newest_schema(), backup })
        }
        Engine::Postgres(settings) => {
            let (from, to) = postgres::migrate(settings, now, holder).await?;
            Ok(Migrated { from, to, backup: None })
        }
    }
}

/// The newest schema that this program knows: the one that a store must have to be used.
pub fn newest_schema() -> i64 {
    migrations::newest()
}

/// The schema of the data in a folder that no server uses; 0 if there are none. Does not change the
/// data: an older schema is not migrated.
///
/// # Errors
/// [`OpenError::Locked`] if a server uses the folder, [`OpenError::NewerSchema`] if this program
/// cannot use it; otherwise see [`OpenError`].
pub fn folder_schema(dir: &Path) -> Result<i64, OpenError> {
    sqlite::schema(dir)
}
