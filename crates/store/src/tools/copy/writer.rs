//! Writes rows to the target in bounded batches.

use super::CopyError;
use super::mark::{Mark, Position, refused};
use crate::commit::Batch;
use crate::schema::{Rev, Table, Value};
use crate::store::Store;

/// Maximum number of rows in a batch, not counting the copy's own two.
const ROWS: usize = 500;
/// Maximum number of bytes in a batch; a single row may have more.
const BYTES: usize = 4 << 20;

/// Collects rows and commits them, each batch together with the position that it reaches.
pub(super) struct Writer<'a> {
    to: &'a Store,
    mark: Mark,
    now: i64,
    new_rev: &'a mut (dyn FnMut() -> Rev + Send),
    rows: Vec<(&'static Table, Vec<Value>)>,
    bytes: usize,
    position: Option<Position>,
}

impl<'a> Writer<'a> {
    /// A writer that continues after the mark.
    pub(super) fn new(
        to: &'a Store,
        mark: Mark,
        now: i64,
        new_rev: &'a mut (dyn FnMut() -> Rev + Send),
    ) -> Writer<'a> {
        Writer { to, mark, now, new_rev, rows: Vec::new(), bytes: 0, position: None }
    }

    /// Adds a row as placed in the target; `position` is where the source continues after it.
    pub(super) async fn add(
        &mut self,
        table: &'static Table,
        row: Vec<Value>,
        position: Position,
    ) -> Result<(), CopyError> {
        let bytes = row.iter().map(size).sum();
        if self.rows.len() == ROWS
            || (self.bytes.saturating_add(bytes) > BYTES && !self.rows.is_empty())
        {
            self.flush().await?;
        }
        self.rows.push((table, row));
        self.bytes = self.bytes.saturating_add(bytes);
        self.position = Some(position);
        Ok(())
    }

    /// Commits the collected rows.
    pub(super) async fn flush(&mut self) -> Result<(), CopyError> {
        let Some(position) = self.position.take() else { return Ok(()) };
        let mut batch = self.batch();
        for (table, row) in self.rows.drain(..) {
            batch.replace_as_is(table, row);
        }
        self.bytes = 0;
        let moved = self.mark.moved(&position, &mut batch);
        self.to.commit(batch).await.map_err(refused)?;
        self.mark = moved;
        Ok(())
    }

    /// Ends the copy: the target may now be served.
    pub(super) async fn finish(mut self) -> Result<(), CopyError> {
        let mut batch = self.batch();
        self.mark.remove(&mut batch);
        self.to.commit(batch).await.map_err(refused)
    }

    fn batch(&mut self) -> Batch {
        let mut batch = Batch::new((self.new_rev)());
        batch.at(self.now);
        batch
    }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 1,
        Value::Int(_) => 8,
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
    }
}
