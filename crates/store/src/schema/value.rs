//! Bound parameters, and the rows that queries return.

use crate::error::StoreError;
use crate::schema::{Field, Rev, Table};

/// A bound parameter or the content of a column.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A bigint; times are milliseconds since the epoch.
    Int(i64),
    /// A text, compared by its bytes.
    Text(String),
    /// A bytea; never part of a key.
    Bytes(Vec<u8>),
    /// A boolean.
    Bool(bool),
}

/// Shows only the type: contents may be personal data.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Value::Null => "Null",
            Value::Int(_) => "Int(..)",
            Value::Text(_) => "Text(..)",
            Value::Bytes(_) => "Bytes(..)",
            Value::Bool(_) => "Bool(..)",
        })
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::Text(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Value {
        Value::Text(value.clone())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Value {
        Value::Bytes(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Value {
        Value::Bytes(value.to_vec())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<Rev> for Value {
    fn from(value: Rev) -> Value {
        Value::Int(value.0)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

/// A statement, with parameters written `$1…$n` and bound by number.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The text, generated once from a [`Table`].
    pub sql: &'static str,
    /// The parameters, `$1` first.
    pub params: Vec<Value>,
}

/// A row as an engine returned it: the columns in the order of the statement.
#[derive(Debug, Clone)]
pub struct Row {
    values: Vec<Value>,
}

impl Row {
    /// A row of these columns.
    pub fn new(values: Vec<Value>) -> Row {
        Row { values }
    }

    /// The first column, if it is a bigint.
    pub(crate) fn first_int(&self) -> Option<i64> {
        match self.values.first() {
            Some(Value::Int(value)) => Some(*value),
            _ => None,
        }
    }

    /// The columns.
    pub(crate) fn into_values(self) -> Vec<Value> {
        self.values
    }

    /// The row's columns, to be taken one by one in the order of `table`.
    pub fn columns(self, table: &'static Table) -> Columns {
        Columns { table, next: 0, values: self.values.into_iter() }
    }
}

/// Takes the columns of a row in the order key, values, `rev`.
pub struct Columns {
    table: &'static Table,
    next: usize,
    values: std::vec::IntoIter<Value>,
}

impl Columns {
    /// The next column.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] if the stored content does not have the column's type.
    pub fn take<T: Field>(&mut self) -> Result<T, StoreError> {
        let at = self.next;
        self.next += 1;
        self.values.next().and_then(T::from_value).ok_or_else(|| StoreError::Inconsistent {
            table: self.table.name,
            column: self.table.column_name(at),
        })
    }
}
