//! Numbered schema changes: additive, forward only, never edited after release.

mod attribute_values;
mod clock_marks;
mod ddl;
mod initial;
mod networks;
mod sessions;

pub(crate) use ddl::{Ddl, PostgresDialect, SqliteDialect};
pub(crate) use initial::LEASES;

use crate::error::OpenError;

/// One change of the schema.
pub(crate) struct Migration {
    /// From 1, without gaps.
    pub(crate) number: i64,
    /// Shown to people who inspect the database.
    pub(crate) name: &'static str,
    /// The statements, each idempotent.
    pub(crate) ddl: &'static [Ddl],
}

/// All migrations in order.
const MIGRATIONS: &[Migration] = &[
    initial::MIGRATION,
    attribute_values::MIGRATION,
    sessions::MIGRATION,
    clock_marks::MIGRATION,
    networks::MIGRATION,
];

/// The table of applied migrations.
pub(crate) const LEDGER: Ddl =
    Ddl::wide_table("schema_migrations", "number bigint, name text", "number");

/// The newest schema that this program knows.
pub(crate) fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

/// The migrations that a database at schema `found` lacks.
///
/// # Errors
/// [`OpenError::NewerSchema`] if it has more than this program knows.
pub(crate) fn pending(found: i64) -> Result<&'static [Migration], OpenError> {
    let known = newest();
    if found > known {
        return Err(OpenError::NewerSchema { found, known });
    }
    let done = MIGRATIONS.iter().take_while(|migration| migration.number <= found).count();
    Ok(MIGRATIONS.get(done..).unwrap_or_default())
}
