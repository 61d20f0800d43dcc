//! Checks that the tables are ours: another program's database may use some of the same names.

use std::collections::HashMap;

use tokio_postgres::{Client, Row};

use super::failure::redacted;
use crate::error::{Cause, OpenError};
use crate::records;
use crate::schema::{Column, ColumnType, Table};

/// The columns of our tables as the database has them.
const COLUMNS: &str = "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, NULL), \
     a.attnotnull, coalesce(l.collname::text, ''), coalesce(a.attnum = ANY(i.indkey), false) \
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
     LEFT JOIN pg_collation l ON l.oid = a.attcollation \
     LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary \
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') \
     AND a.attnum > 0 AND NOT a.attisdropped AND c.relname = ANY($1)";

/// A column as the database has it.
struct Found {
    kind: String,
    not_null: bool,
    collation: String,
    in_key: bool,
}

/// Texts must be UTF-8 and compared by bytes, because ranges over keys depend on it. Every table
/// must have its columns and key.
pub(super) async fn verify(client: &Client) -> Result<(), OpenError> {
    let failed = |error: tokio_postgres::Error| OpenError::Database(redacted(&error));
    let encoding = client.query_one("SHOW server_encoding", &[]).await.map_err(failed)?;
    let encoding: String = encoding.try_get(0).map_err(failed)?;
    if encoding != "UTF8" {
        return Err(OpenError::Database(Cause::new(format!(
            "its encoding is {encoding}, not UTF8; create another database"
        ))));
    }
    let tables: Vec<&str> = records::tables().iter().map(|table| table.name).collect();
    let rows = client.query(COLUMNS, &[&tables]).await.map_err(failed)?;
    let found = rows.iter().map(column).collect::<Result<HashMap<_, _>, _>>().map_err(failed)?;
    let wrong = records::tables().into_iter().find_map(|table| breach(table, &found));
    wrong.map_or(Ok(()), |breach| Err(OpenError::Database(Cause::new(breach))))
}

fn column(row: &Row) -> Result<((String, String), Found), tokio_postgres::Error> {
    let found = Found {
        kind: row.try_get(2)?,
        not_null: row.try_get(3)?,
        collation: row.try_get(4)?,
        in_key: row.try_get(5)?,
    };
    Ok(((row.try_get(0)?, row.try_get(1)?), found))
}

/// What is wrong with a table, if anything.
fn breach(table: &Table, found: &HashMap<(String, String), Found>) -> Option<String> {
    let rev = Column { name: "rev", kind: ColumnType::Bigint, nullable: false };
    let keys = table.key.iter().map(|column| (column, true));
    let values = table.values.iter().chain([&rev]).map(|column| (column, false));
    keys.chain(values).find_map(|(column, in_key)| {
        let wrong = match found.get(&(table.name.to_owned(), column.name.to_owned())) {
            None => "is missing",
            Some(found)
                if found.kind != type_name(column.kind) || found.not_null == column.nullable =>
            {
                "has another type"
            }
            Some(found) if found.in_key != in_key => "has the wrong place in the primary key",
            Some(found) if column.kind == ColumnType::Text && found.collation != "C" => {
                "is not COLLATE \"C\""
            }
            Some(_) => return None,
        };
        Some(format!(
            "the column {}.{} {wrong}; the table was created by something else",
            table.name, column.name
        ))
    })
}

fn type_name(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "text",
        ColumnType::Bigint => "bigint",
        ColumnType::Boolean => "boolean",
        ColumnType::Bytea => "bytea",
    }
}
