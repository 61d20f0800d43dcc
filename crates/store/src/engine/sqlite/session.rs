//! A connection with its prepared statements.

use std::collections::HashMap;

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection};

use crate::schema::{Row, Statement, Value};

/// How many statements a connection keeps prepared: more than the store has.
const PREPARED: usize = 512;

/// A connection that keeps its statements prepared.
pub(crate) struct Session {
    connection: Connection,
    /// SQLite's form of each text, by the text's address; texts are never freed.
    rewritten: HashMap<(usize, usize), String>,
}

impl Session {
    /// Takes over a connection.
    pub(super) fn new(connection: Connection) -> Session {
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Session { connection, rewritten: HashMap::new() }
    }

    /// The connection.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Whether no transaction is open.
    pub(super) fn is_autocommit(&self) -> bool {
        self.connection.is_autocommit()
    }

    /// Runs BEGIN, COMMIT and the like.
    pub(super) fn control(&mut self, sql: &'static str) -> rusqlite::Result<()> {
        self.connection.prepare_cached(sql)?.raw_execute().map(drop)
    }

    /// Runs a statement. Returns the number of rows it touched.
    pub(super) fn execute(&mut self, statement: &Statement) -> rusqlite::Result<usize> {
        self.bound(statement)?.raw_execute()
    }

    /// Whether a query finds a row.
    pub(super) fn finds(&mut self, statement: &Statement) -> rusqlite::Result<bool> {
        let mut bound = self.bound(statement)?;
        let found = bound.raw_query().next()?.is_some();
        Ok(found)
    }

    /// The rows of a query.
    pub(super) fn rows(&mut self, statement: &Statement) -> rusqlite::Result<Vec<Row>> {
        let mut bound = self.bound(statement)?;
        let columns = bound.column_count();
        let mut found = bound.raw_query();
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let values: rusqlite::Result<Vec<Value>> =
                (0..columns).map(|at| row.get_ref(at).map(Value::from)).collect();
            rows.push(Row::new(values?));
        }
        Ok(rows)
    }

    /// Rolls back if a transaction is open.
    pub(super) fn abandon(&mut self) {
        if !self.is_autocommit()
            && let Err(error) = self.control("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }

    fn bound(&mut self, statement: &Statement) -> rusqlite::Result<CachedStatement<'_>> {
        let address = (statement.sql.as_ptr().addr(), statement.sql.len());
        let sql = self.rewritten.entry(address).or_insert_with(|| numbered(statement.sql));
        let mut prepared = self.connection.prepare_cached(sql)?;
        for (at, value) in statement.params.iter().enumerate() {
            prepared.raw_bind_parameter(at + 1, value)?;
        }
        Ok(prepared)
    }
}

/// Rewrites `$n` as `?n`: SQLite reads `$1` as a name and numbers names by first appearance.
///
/// The store's texts contain no string literals, so every `$` starts a parameter.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(int) => ValueRef::Integer(*int),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
            Value::Bool(bool) => ValueRef::Integer(i64::from(*bool)),
        }))
    }
}

/// Content that no column holds (floats, texts that are not UTF-8) becomes a value that no such
/// column accepts.
impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Value {
        match value {
            ValueRef::Null | ValueRef::Real(_) => Value::Null,
            ValueRef::Integer(int) => Value::Int(int),
            ValueRef::Text(text) => match std::str::from_utf8(text) {
                Ok(text) => Value::Text(text.to_owned()),
                Err(_) => Value::Bytes(text.to_vec()),
            },
            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        }
    }
}
