//! Rows of any table, made and read without knowing the records: what tests do with them holds for
//! tables that are added later.

use store::{Batch, Column, ColumnType, Rev, Table, Value, copy, records};
use testkit::TestServer;

/// Tables whose rows belong to no pool.
pub(super) const OF_NO_POOL: [&str; 3] = ["jobs", "clock_marks", "leases"];

/// The names of a row's columns with what they hold.
pub(super) fn text<'r>(table: &Table, row: &'r [Value], column: &str) -> Option<&'r str> {
    let at = columns(table).position(|known| known.name == column)?;
    match row.get(at) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

fn columns(table: &Table) -> impl Iterator<Item = &'static Column> {
    table.key.iter().chain(table.values)
}

/// A row that never expires. `fill` gives the texts of some columns; all others are filled with
/// something.
pub(super) fn row(table: &Table, rev: Rev, fill: impl Fn(&str) -> Option<String>) -> Vec<Value> {
    let value = |column: &Column| match column.kind {
        ColumnType::Text => {
            Value::from(fill(column.name).unwrap_or_else(|| "something".to_owned()))
        }
        ColumnType::Bigint if column.name == "expires" => Value::Int(i64::MAX),
        ColumnType::Bigint => Value::Int(1),
        ColumnType::Boolean => Value::Bool(true),
        ColumnType::Bytea => Value::Bytes(vec![1]),
    };
    columns(table).map(value).chain([Value::from(rev)]).collect()
}

/// Adds rows of any table.
pub(super) async fn plant(server: &TestServer, rows: &[(&'static Table, Vec<Value>)]) {
    let mut batch = Batch::new(Rev(server.inner().rng.positive_i63()));
    batch.at(server.now().millis());
    for (table, row) in rows {
        batch.replace_as_is(table, row.clone());
    }
    server.inner().store.commit(batch).await.expect("a commit");
}

/// Every row of every table that is in one of these parts, or not placed; without `rev`, and without
/// the mark of expiry, which every sweep moves.
pub(super) async fn dump(
    server: &TestServer,
    parts: &[String],
) -> Vec<(&'static Table, Vec<Value>)> {
    let store = &server.inner().store;
    let mut all = Vec::new();
    for table in records::tables().into_iter().filter(|table| table.name != "clock_marks") {
        let mut found = Vec::new();
        if table.is_placed() {
            for part in parts {
                found.extend(copy::rows(store, table, Some(part)).await.expect("the rows"));
            }
        } else {
            found.extend(copy::rows(store, table, None).await.expect("the rows"));
        }
        all.extend(found.into_iter().map(|mut row| {
            row.pop();
            (table, row)
        }));
    }
    all
}

/// Whether any text of a row contains one of these.
pub(super) fn names_any(row: &[Value], texts: &[&str]) -> bool {
    row.iter().any(|value| match value {
        Value::Text(held) => texts.iter().any(|text| held.contains(text)),
        _ => false,
    })
}
