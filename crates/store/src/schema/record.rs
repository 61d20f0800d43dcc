//! Records: rows as Rust structures.

use std::marker::PhantomData;

use crate::error::StoreError;
use crate::schema::{Rev, Row, Table, Value};

/// A row as a Rust structure; implemented by `record!`.
pub trait Record: Sized + Send + Sync + 'static {
    /// The table.
    fn table() -> &'static Table;
    /// The key's columns.
    fn key_values(&self) -> Vec<Value>;
    /// The other columns, without `rev`.
    fn values(&self) -> Vec<Value>;
    /// The batch that last wrote the row.
    fn rev(&self) -> Rev;
    /// Reads the record from a row of key, values and `rev`.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] if a column does not have its type.
    fn from_row(row: Row) -> Result<Self, StoreError>;

    /// The key of this row.
    fn to_key(&self) -> Key<Self> {
        Key::new(self.key_values())
    }
}

/// The whole key of a row.
pub struct Key<R> {
    values: Vec<Value>,
    of: PhantomData<fn() -> R>,
}

impl<R> Key<R> {
    /// The key with these columns.
    pub(crate) fn new(values: Vec<Value>) -> Key<R> {
        Key { values, of: PhantomData }
    }

    /// The key's columns.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    /// Takes the key's columns.
    pub(crate) fn into_values(self) -> Vec<Value> {
        self.values
    }
}

impl<R> Clone for Key<R> {
    fn clone(&self) -> Self {
        Key::new(self.values.clone())
    }
}
