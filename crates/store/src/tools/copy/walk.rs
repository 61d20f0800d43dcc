//! Reads every row of a store.

use super::{is_copied, mark};
use crate::error::StoreError;
use crate::read::scan;
use crate::records;
use crate::schema::{Column, ColumnType, Row, Statement, Table, Value};
use crate::store::Store;

/// Rows read at a time.
const PAGE: usize = 500;

/// A table, or one part of a placed table.
pub(in crate::tools) struct Stretch {
    pub(in crate::tools) table: &'static Table,
    pub(in crate::tools) part: Option<String>,
}

/// Everything that is copied, table by table.
pub(super) fn stretches(parts: &[String]) -> Vec<Stretch> {
    let mut all = Vec::new();
    for table in records::tables().into_iter().filter(|table| is_copied(table)) {
        if table.is_placed() {
            all.extend(parts.iter().map(|part| Stretch { table, part: Some(part.clone()) }));
        } else {
            all.push(Stretch { table, part: None });
        }
    }
    all
}

impl Stretch {
    /// How many leading key columns are bound.
    pub(super) fn bound(&self) -> usize {
        usize::from(self.part.is_some())
    }
}

/// The rows of a stretch, page by page: columns in the order key, values, `rev`.
pub(in crate::tools) struct Rows<'a> {
    store: &'a Store,
    stretch: &'a Stretch,
    /// The key of the last row, without the bound columns.
    after: Option<Vec<Value>>,
    done: bool,
}

impl<'a> Rows<'a> {
    /// The rows after a key, or all rows.
    pub(in crate::tools) fn of(
        store: &'a Store,
        stretch: &'a Stretch,
        after: Option<Vec<Value>>,
    ) -> Rows<'a> {
        Rows { store, stretch, after, done: false }
    }

    /// The next page; `None` after the last. A page is empty if it holds only the mark of a copy.
    pub(in crate::tools) async fn next(&mut self) -> Result<Option<Vec<Vec<Value>>>, StoreError> {
        if self.done {
            return Ok(None);
        }
        let table = self.stretch.table;
        let found =
            self.store.query(vec![self.statement()?]).await?.into_iter().next().unwrap_or_default();
        self.done = found.len() < PAGE;
        let rows: Result<Vec<Vec<Value>>, StoreError> =
            found.into_iter().map(|row| typed(table, row)).collect();
        let mut rows = rows?;
        let Some(last) = rows.last() else { return Ok(None) };
        self.after = last.get(self.stretch.bound()..table.key.len()).map(<[Value]>::to_vec);
        rows.retain(|row| !mark::is_mark(table, row));
        Ok(Some(rows))
    }

    fn statement(&self) -> Result<Statement, StoreError> {
        let scan = scan(self.stretch.table, self.stretch.bound())?;
        let mut params: Vec<Value> = self.stretch.part.iter().map(Value::from).collect();
        let sql = match &self.after {
            None => &scan.first,
            Some(after) => {
                params.extend(after.iter().cloned());
                &scan.after
            }
        };
        params.push(Value::Int(PAGE as i64));
        Ok(Statement { sql, params })
    }
}

/// Converts the columns to their declared types, whatever the engine returned.
fn typed(table: &'static Table, row: Row) -> Result<Vec<Value>, StoreError> {
    const REV: Column = Column { name: "rev", kind: ColumnType::Bigint, nullable: false };
    let columns: Vec<&Column> = table.key.iter().chain(table.values).chain([&REV]).collect();
    let values = row.into_values();
    if values.len() != columns.len() {
        return Err(StoreError::Inconsistent { table: table.name, column: REV.name });
    }
    let inconsistent =
        |column: &Column| StoreError::Inconsistent { table: table.name, column: column.name };
    values
        .into_iter()
        .zip(columns)
        .map(|(value, column)| value_of(column, value).ok_or_else(|| inconsistent(column)))
        .collect()
}

fn value_of(column: &Column, value: Value) -> Option<Value> {
    match (column.kind, value) {
        (_, Value::Null) if column.nullable => Some(Value::Null),
        // SQLite stores booleans as 0 and 1.
        (ColumnType::Boolean, Value::Int(int @ (0 | 1))) => Some(Value::Bool(int == 1)),
        (ColumnType::Boolean, value @ Value::Bool(_))
        | (ColumnType::Bigint, value @ Value::Int(_))
        | (ColumnType::Text, value @ Value::Text(_))
        | (ColumnType::Bytea, value @ Value::Bytes(_)) => Some(value),
        _ => None,
    }
}
