//! Whether the database takes writes again.

use super::Store;
use crate::commit::{Batch, MARK_LIFETIME};
use crate::error::CommitError;
use crate::placement::SERVER_PART;
use crate::records::CommitMark;
use crate::schema::Rev;

/// The `batch_id` of the row that probing writes.
const PROBE: i64 = -1;

impl Store {
    /// If the last commit failed for lack of space or permission, tries a small one: nobody else
    /// may, since a server that is not ready gets no requests. `now` in milliseconds.
    ///
    /// # Errors
    /// [`CommitError`], if the database still takes no writes.
    pub async fn probe(&self, now: i64) -> Result<(), CommitError> {
        if self.inner.health.is_writable() {
            return Ok(());
        }
        let mut batch = Batch::new(Rev::UNWRITTEN);
        batch.replace(&CommitMark {
            part: SERVER_PART.to_owned(),
            batch_id: PROBE,
            expires: now.saturating_add(MARK_LIFETIME),
            rev: Rev::UNWRITTEN,
        });
        self.send(&batch.prepare_repeatable()?).await
    }
}
