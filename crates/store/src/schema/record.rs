//! A record: a row as a Rust structure.

use std::marker::PhantomData;

use crate::error::StoreError;
use crate::schema::{Rev, Row, Table, Value};

/// A row as a Rust structure; made by `record!`.
pub trait Record: Sized + Send + Sync + 'static {
    /// The table.
    fn table() -> &'static Table;
    /// The key's columns.
    fn key_values(&self) -> Vec<Value>;
    /// The other columns, without `rev`.
    fn values(&self) -> Vec<Value>;
    /// The batch that last wrote the row.
    fn rev(&self) -> Rev;
    /// The record in a row that holds key, values and `rev`.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] where a column does not have its type.
    fn from_row(row: Row) -> Result<Self, StoreError>;

    /// Names this row.
    fn to_key(&self) -> Key<Self> {
        Key::new(self.key_values())
    }
}

/// Names a row by its whole key.
pub struct Key<R> {
    values: Vec<Value>,
    of: PhantomData<fn() -> R>,
}

impl<R> Key<R> {
    /// The row with these key columns.
    pub(crate) fn new(values: Vec<Value>) -> Key<R> {
        Key { values, of: PhantomData }
    }

    /// The key's columns.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    /// The key's columns, taken out.
    pub(crate) fn into_values(self) -> Vec<Value> {
        self.values
    }
}

impl<R> Clone for Key<R> {
    fn clone(&self) -> Self {
        Key::new(self.values.clone())
    }
}
