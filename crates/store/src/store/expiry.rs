//! Removing expired rows.
//!
//! Works in slices bounded by the caller, and can run again after any failure: each call removes
//! what it still finds.

use super::Store;
use crate::commit::{Batch, CommitFailure, MARK_LIFETIME};
use crate::error::StoreError;
use crate::records::{self, CommitMark};
use crate::schema::{Record, Rev, Row, Statement, Table, Value};

impl Store {
    /// Removes at most `limit` rows of a part that expired at or before `now` (milliseconds); a row
    /// that is extended in the meantime stays. Returns the number of rows found: fewer than `limit`
    /// means that the part is done.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn expire(&self, part: &str, now: i64, limit: u32) -> Result<usize, StoreError> {
        let expiring = || records::tables().into_iter().filter(|table| table.expires());
        let finds = expiring().filter_map(|table| {
            let (find, _) = table.texts().expired.as_ref()?;
            Some(Statement {
                sql: find,
                params: vec![part.into(), now.into(), i64::from(limit).into()],
            })
        });
        let answers = self.query(finds.collect()).await?;
        let found = expiring()
            .zip(answers)
            .flat_map(|(table, rows)| rows.into_iter().map(move |row| (table, row)))
            .take(limit as usize);
        let mut batch = Batch::new(Rev::UNWRITTEN);
        let mut count = 0;
        for (table, row) in found {
            expire_row(&mut batch, table, row, now);
            count += 1;
        }
        // Nothing in such a batch expects anything.
        self.commit_repeatable(batch).await?;
        Ok(count)
    }

    /// Commits a batch that may be committed twice, or left to the next run. `false` if an
    /// expectation did not hold.
    pub(super) async fn commit_repeatable(&self, batch: Batch) -> Result<bool, StoreError> {
        match self.commit_once(batch.prepare_repeatable()?).await {
            Ok(()) => Ok(true),
            Err(CommitFailure::Conflict) => Ok(false),
            Err(CommitFailure::Failed(error)) => Err(error),
            Err(CommitFailure::Unknown(error)) => Err(error.outcome_unknown()),
        }
    }
}

/// A mark whose batch did not know the time gets its lifetime when it is first found.
fn expire_row(batch: &mut Batch, table: &'static Table, row: Row, now: i64) {
    let mut values = row.into_values();
    let expires = values.split_off(table.key.len());
    let unstamped = table.name == CommitMark::table().name && expires == [Value::Int(0)];
    match values.as_slice() {
        [Value::Text(part), Value::Int(batch_id)] if unstamped => {
            batch.replace(&CommitMark {
                part: part.clone(),
                batch_id: *batch_id,
                expires: now.saturating_add(MARK_LIFETIME),
                rev: Rev::UNWRITTEN,
            });
        }
        _ => batch.expire(table, values, now),
    }
}
