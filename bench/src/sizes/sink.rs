//! Inserts rows directly into the tables of either engine, because creating a million users through
//! requests would take too long.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use domain::Rng;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use store::{AttributeValue, GroupMember, Lookup, Membership, Record, Table, User, Value};
use testpg::Cluster;

use super::crowd::{self, Rows, TableRow};
use super::queries::Pool;
use crate::terminal::progress;

const SEED: u64 = 20_261_122;

/// Fills the pool in the database file of a stopped server.
pub(super) fn into_sqlite(file: &Path, pool: &Pool) -> Result<(), String> {
    progress("filling SQLite");
    fill_sqlite(file, pool).map_err(|error| format!("{}: {error}", file.display()))
}

fn fill_sqlite(file: &Path, pool: &Pool) -> rusqlite::Result<()> {
    let database = Connection::open(file)?;
    database.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(()))?;
    database.pragma_update(None, "synchronous", "OFF")?;
    database.pragma_update(None, "cache_size", -2_000_000)?;
    let group_id: String =
        database.query_row("SELECT group_id FROM groups", [], |row| row.get(0))?;
    database.execute_batch("BEGIN")?;
    let insert = |table: &Table, row: &TableRow| -> rusqlite::Result<()> {
        let places: Vec<String> = (1..=row.len()).map(|at| format!("?{at}")).collect();
        let text = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            table.name,
            columns(table),
            places.join(", ")
        );
        database
            .prepare_cached(&text)?
            .execute(rusqlite::params_from_iter(row.iter().map(Bound)))
            .map(drop)
    };
    let rng = Rng::seeded(SEED);
    for at in 0..pool.users {
        let rows = crowd::rows(pool, &group_id, &rng, at);
        each(&rows, |table, row| insert(table, row))?;
    }
    database.execute_batch("COMMIT; ANALYZE")?;
    database.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
}

/// Fills the pool of a running server.
pub(super) fn into_postgres(cluster: &Cluster, pool: &Pool) -> Result<(), String> {
    progress("filling PostgreSQL");
    let group_id = testpg::block_on(async || {
        let row = testpg::connect(&cluster.url())
            .await
            .query_one("SELECT group_id FROM groups", &[])
            .await;
        row.map(|row| row.get::<_, String>(0)).map_err(|error| error.to_string())
    })?;
    let dir = cluster.folder().join("rows");
    write_files(&dir, pool, &group_id).map_err(|error| format!("{}: {error}", dir.display()))?;
    for table in TABLES {
        let (name, file) = (table().name, dir.join(table().name));
        cluster.execute(&format!("COPY {name} ({}) FROM '{}'", columns(table()), file.display()));
    }
    cluster.execute("ANALYZE");
    cluster.execute("CHECKPOINT");
    fs::remove_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))
}

/// Writes a file per table, in the text format of COPY.
fn write_files(dir: &Path, pool: &Pool, group_id: &str) -> std::io::Result<()> {
    fs::create_dir(dir)?;
    let mut files = Vec::new();
    for table in TABLES {
        files.push((table().name, BufWriter::new(File::create(dir.join(table().name))?)));
    }
    let rng = Rng::seeded(SEED);
    for at in 0..pool.users {
        let rows = crowd::rows(pool, group_id, &rng, at);
        each(&rows, |table, row| {
            let text: Vec<String> = row.iter().map(copied).collect();
            let file = files.iter_mut().find(|(name, _)| *name == table.name);
            file.map_or(Ok(()), |(_, file)| writeln!(file, "{}", text.join("\t")))
        })?;
    }
    files.iter_mut().try_for_each(|(_, file)| file.flush())
}

/// The tables to fill.
const TABLES: [fn() -> &'static Table; 5] =
    [User::table, Lookup::table, AttributeValue::table, Membership::table, GroupMember::table];

fn each<E>(
    rows: &Rows,
    mut take: impl FnMut(&'static Table, &TableRow) -> Result<(), E>,
) -> Result<(), E> {
    take(User::table(), &rows.user)?;
    take(Lookup::table(), &rows.lookup)?;
    rows.values.iter().try_for_each(|row| take(AttributeValue::table(), row))?;
    match &rows.member {
        None => Ok(()),
        Some((membership, member)) => {
            take(Membership::table(), membership)?;
            take(GroupMember::table(), member)
        }
    }
}

fn columns(table: &Table) -> String {
    let names = table.key.iter().chain(table.values).map(|column| column.name);
    names.chain(["rev"]).collect::<Vec<_>>().join(", ")
}

/// A value in the text format of COPY; of the characters that need escaping, the crowd's values
/// only contain the backslashes and tabs of JSON.
fn copied(value: &Value) -> String {
    match value {
        Value::Null => "\\N".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Text(text) => text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n"),
        Value::Bytes(bytes) => {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("\\\\x{hex}")
        }
    }
}

struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bool(truth) => ValueRef::Integer(i64::from(*truth)),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
