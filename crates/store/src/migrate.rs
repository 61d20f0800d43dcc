//! `poolkeeper migrate`.

use crate::error::OpenError;
use crate::options::{Engine, Options};
use crate::postgres;
use crate::store::Store;

/// What a migration did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// The schema that was found; 0 where there was none.
    pub from: i64,
    /// The schema that is there now.
    pub to: i64,
}

/// Brings the schema up to date; several processes may try at once. `now` is in milliseconds since the epoch; `holder` names
/// this process. An embedded database is migrated by whatever opens it, and so here.
///
/// # Errors
/// See [`OpenError`]. What was done stays done, and the next try goes on behind it.
pub async fn migrate(options: &Options, now: i64, holder: &str) -> Result<Migrated, OpenError> {
    match &options.engine {
        Engine::Sqlite { .. } => {
            Store::open(options.clone())?.close().await;
            let newest = crate::migrations::newest();
            Ok(Migrated { from: newest, to: newest })
        }
        Engine::Postgres(settings) => {
            let (from, to) = postgres::migrate(settings, now, holder).await?;
            Ok(Migrated { from, to })
        }
    }
}

/// The newest schema that this program knows: that of every store it can use.
pub fn newest_schema() -> i64 {
    crate::migrations::newest()
}
