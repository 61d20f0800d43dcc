//! `poolkeeper migrate`.

use std::path::Path;

use crate::engine::{postgres, sqlite};
use crate::error::OpenError;
use crate::options::{Engine, Options};
use crate::schema::migrations;
use crate::store::Store;

/// What a migration did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// The schema that was found; 0 where there was none.
    pub from: i64,
    /// The schema that is there now.
    pub to: i64,
}

/// Brings the schema up to date; several processes may try at once. `now` is in milliseconds since
/// the epoch; `holder` names this process. An embedded database is migrated by whatever opens it,
/// and so here.
///
/// # Errors
/// See [`OpenError`]. What was done stays done, and the next try goes on behind it.
pub async fn migrate(options: &Options, now: i64, holder: &str) -> Result<Migrated, OpenError> {
    match &options.engine {
        Engine::Sqlite { dir } => {
            let from = folder_schema(dir)?;
            Store::open(options.clone())?.close().await;
            Ok(Migrated { from, to: newest_schema() })
        }
        Engine::Postgres(settings) => {
            let (from, to) = postgres::migrate(settings, now, holder).await?;
            Ok(Migrated { from, to })
        }
    }
}

/// The newest schema that this program knows: that of every store it can use.
pub fn newest_schema() -> i64 {
    migrations::newest()
}

/// The schema of the data of a folder that no server uses; 0: there are none. They stay as they
/// are: an older schema is not brought up to date.
///
/// # Errors
/// [`OpenError::Locked`] where a server uses the folder, [`OpenError::NewerSchema`] where this
/// program cannot use it; else see [`OpenError`].
pub fn folder_schema(dir: &Path) -> Result<i64, OpenError> {
    sqlite::schema(dir)
}
