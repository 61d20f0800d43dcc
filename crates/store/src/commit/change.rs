//! One change of a batch, and what it expects to find.

use super::prepared::PreparedChange;
use crate::error::StoreError;
use crate::read::scan;
use crate::schema::{Rev, Statement, Table, Value};

/// A change.
pub(super) struct Change {
    pub(super) table: &'static Table,
    /// The key; of a sweep, the prefix.
    pub(super) key: Vec<Value>,
    /// What follows the key in the statement's parameters.
    pub(super) rest: Vec<Value>,
    pub(super) form: Form,
}

/// What a change does and expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Adds a row; none may exist.
    Insert,
    /// Rewrites the row with this `rev`.
    Update(Rev),
    /// Writes the row, whether or not it exists.
    Replace,
    /// Deletes the row with this `rev`.
    Delete(Rev),
    /// Deletes the row if it exists.
    Remove,
    /// Locks a row with the expected `rev` until the commit.
    Unchanged,
    /// Locks an existing row until the commit.
    Present,
    /// Deletes every row under a prefix.
    Sweep,
    /// Deletes the row if it has expired.
    Expire,
}

impl Form {
    /// Whether exactly one row must be touched or found.
    pub(crate) fn expects_row(self) -> bool {
        matches!(
            self,
            Form::Insert | Form::Update(_) | Form::Delete(_) | Form::Unchanged | Form::Present
        )
    }

    /// Whether the statement is a SELECT whose row must stay locked until the commit.
    pub(crate) fn is_guard(self) -> bool {
        matches!(self, Form::Unchanged | Form::Present)
    }

    /// Whether the change leaves a row that carries the batch's `rev`.
    pub(super) fn writes_row(self) -> bool {
        matches!(self, Form::Insert | Form::Update(_) | Form::Replace)
    }
}

/// The order in which every batch touches rows, so that two batches never deadlock; sweeps come
/// last.
pub(super) fn order(change: &Change) -> (bool, u8, &[Value]) {
    (change.form == Form::Sweep, change.table.rank, change.key.as_slice())
}

impl Change {
    pub(super) fn prepare(self) -> Result<PreparedChange, StoreError> {
        let texts = self.table.texts();
        let sql: Option<&'static str> = match self.form {
            Form::Insert => Some(&texts.insert),
            Form::Update(_) => Some(&texts.update),
            Form::Replace => Some(&texts.replace),
            Form::Delete(_) => Some(&texts.delete),
            Form::Remove => Some(&texts.remove),
            Form::Unchanged => Some(&texts.unchanged),
            Form::Present => Some(&texts.present),
            Form::Sweep => scan(self.table, self.key.len())?.sweep.as_deref(),
            Form::Expire => texts.expired.as_ref().map(|(_, remove)| remove.as_str()),
        };
        let sql = sql.ok_or_else(|| {
            StoreError::Invalid(format!("a batch cannot do that to {}", self.table.name))
        })?;
        let mut params = self.key;
        params.extend(self.rest);
        Ok(PreparedChange {
            table: self.table,
            statement: Statement { sql, params },
            form: self.form,
        })
    }
}
