//! Opening connections.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::backup;
use super::session::Session;
use crate::error::{Cause, OpenError};
use crate::options::SqliteTuning;
use crate::schema::migrations::{self, Migration, SqliteDialect};

/// How long to wait for another process's lock, e.g. of an operator's SQLite shell.
const BUSY: Duration = Duration::from_secs(5);

/// Page cache of a read connection, in KiB: room for the hot pages of a large pool's lists.
const READER_CACHE_KIB: i64 = 16 * 1_024;

/// Opens the writer's connection and brings the schema up to date. Nothing is written to another
/// program's file. Returns the backup that was made before existing data were changed.
pub(super) fn writer(
    dir: &Path,
    file: &Path,
    tuning: &SqliteTuning,
) -> Result<(Session, Option<PathBuf>), OpenError> {
    let failed = |error: rusqlite::Error| failed(file, error);
    let mut connection = connect(file, tuning).map_err(failed)?;
    if connection.is_readonly(MAIN_DB).map_err(failed)? {
        return Err(OpenError::ReadOnly {
            path: file.to_owned(),
            cause: Cause::new("the system allows only reading"),
        });
    }
    let found = schema(&connection).map_err(failed)?;
    let Schema::At(found) = found else {
        return Err(OpenError::Foreign { path: file.to_owned() });
    };
    let pending = migrations::pending(found)?;
    backup::clear_partial(dir);
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(failed)?;
    if mode != "wal" {
        return Err(OpenError::Failed {
            path: file.to_owned(),
            cause: Cause::new(format!(
                "the file system has no write-ahead log (journal mode {mode})"
            )),
        });
    }
    if let Some(pages) = tuning.max_pages {
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .map_err(failed)?;
    }
    let is_upgrade = found > 0 && !pending.is_empty();
    let backup = if is_upgrade && tuning.backup_before_migration {
        Some(backup::back_up(dir, file, tuning, &connection, (found, migrations::newest()))?)
    } else {
        None
    };
    for migration in pending {
        migrate(&mut connection, migration).map_err(failed)?;
    }
    Ok((Session::new(connection), backup.map(backup::Made::replace_earlier)))
}

/// Opens a connection for reading.
pub(crate) fn reader(file: &Path, tuning: &SqliteTuning) -> rusqlite::Result<Session> {
    let connection = connect(file, tuning)?;
    connection.pragma_update(None, "query_only", true)?;
    // SQLite reads a negative number as KiB.
    connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
    Ok(Session::new(connection))
}

/// Opens a connection with the settings that all share.
pub(super) fn connect(file: &Path, tuning: &SqliteTuning) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match &tuning.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(file, flags, vfs.as_str()),
        None => Connection::open_with_flags(file, flags),
    }?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    // Plans depend on the text alone: otherwise a bound LIMIT makes SQLite prepare the statement
    // again on every call.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// The schema number of a database that this program can use, now or after migrating it. Changes
/// nothing.
pub(super) fn found_schema(file: &Path) -> Result<i64, OpenError> {
    let failed = |error: rusqlite::Error| failed(file, error);
    // Read-write, because a log left by a crash could not be read otherwise.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(failed)?;
    connection.busy_timeout(BUSY).map_err(failed)?;
    connection.pragma_update(None, "query_only", true).map_err(failed)?;
    // Otherwise closing the last connection would checkpoint the log.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(failed)?;
    match schema(&connection).map_err(failed)? {
        Schema::Foreign => Err(OpenError::Foreign { path: file.to_owned() }),
        Schema::At(found) => migrations::pending(found).map(|_pending| found),
    }
}

/// Why the database cannot be opened.
pub(crate) fn failed(file: &Path, error: rusqlite::Error) -> OpenError {
    let (path, code) = (file.to_owned(), error.sqlite_error_code());
    let cause = Cause::new(error);
    match code {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            OpenError::Corrupt { path, cause }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            OpenError::ReadOnly { path, cause }
        }
        _ => OpenError::Failed { path, cause },
    }
}

/// The schema of a database, if it is ours.
pub(crate) enum Schema {
    At(i64),
    Foreign,
}

pub(crate) fn schema(connection: &Connection) -> rusqlite::Result<Schema> {
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    if count("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok(Schema::At(0));
    }
    if count("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'")? == 0 {
        return Ok(Schema::Foreign);
    }
    count("SELECT coalesce(max(number), 0) FROM schema_migrations").map(Schema::At)
}

/// Each migration is one transaction: it is applied together with its number, or not at all.
fn migrate(connection: &mut Connection, migration: &Migration) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(&migrations::LEDGER.sql(&SqliteDialect))?;
    for ddl in migration.ddl {
        transaction.execute_batch(&ddl.sql(&SqliteDialect))?;
    }
    transaction.execute(
        "INSERT INTO schema_migrations (number, name) VALUES (?1, ?2)",
        (migration.number, migration.name),
    )?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rusqlite::StatementStatus;

    use super::{connect, migrate};
    use crate::options::SqliteTuning;
    use crate::schema::migrations;

    #[test]
    fn a_prepared_statement_stays_prepared() {
        let mut connection =
            connect(Path::new(":memory:"), &SqliteTuning::default()).expect("a connection");
        for migration in migrations::pending(0).expect("migrations") {
            migrate(&mut connection, migration).expect("a schema");
        }
        for sql in crate::records::all_statements() {
            let mut statement = connection.prepare(&sql.replace('$', "?")).expect("a statement");
            for value in 1_000_000..1_000_003 {
                for at in 1..=statement.parameter_count() {
                    statement.raw_bind_parameter(at, value).expect("a parameter");
                }
                // Integers are refused for text columns, which is fine here.
                let _ = statement.raw_query().next();
            }
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "{sql}");
        }
    }
}
