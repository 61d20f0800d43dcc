//! A batch as an engine executes it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Batch, Form};
use crate::error::StoreError;
use crate::placement;
use crate::records::CommitMark;
use crate::schema::{Rev, Statement, Table, Value};

/// A change as an engine executes it.
#[derive(Debug)]
pub(crate) struct PreparedChange {
    pub(crate) table: &'static Table,
    pub(crate) statement: Statement,
    pub(crate) form: Form,
}

/// A batch as an engine executes it: sorted, sweeps last.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) rev: Rev,
    pub(crate) changes: Arc<[PreparedChange]>,
}

impl Prepared {
    /// Whether committing it is certain to write something.
    pub(crate) fn surely_writes(&self) -> bool {
        self.changes
            .iter()
            .any(|change| change.form.writes_row() || matches!(change.form, Form::Delete(_)))
    }

    /// A write of marks that nothing reads, on the servers that hold this batch's rows. `again`
    /// distinguishes several for the same batch.
    pub(crate) fn confirmation(&self, again: i64) -> Result<Prepared, StoreError> {
        // No batch has a negative id.
        let batch_id = again.saturating_sub(self.rev.0);
        let placed = self.changes.iter().filter(|change| change.table.is_placed());
        let part_of = |change: &PreparedChange| match change.statement.params.first() {
            Some(Value::Text(part)) => Some(part.clone()),
            _ => None,
        };
        let mut parts: BTreeSet<String> = placed.filter_map(part_of).collect();
        if parts.is_empty() {
            parts.insert(placement::SERVER_PART.to_owned());
        }
        let mut batch = Batch::new(Rev(batch_id));
        for part in parts {
            batch.replace(&CommitMark { part, batch_id, expires: 0, rev: batch.rev() });
        }
        batch.prepare_repeatable()
    }
}

impl PreparedChange {
    /// Reads the `rev` of the row that this change writes or deletes.
    pub(crate) fn probe(&self) -> Option<Statement> {
        let of_row = self.form.writes_row() || matches!(self.form, Form::Delete(_));
        of_row.then(|| Statement {
            sql: &self.table.texts().rev,
            params: self.statement.params.iter().take(self.table.key.len()).cloned().collect(),
        })
    }
}
