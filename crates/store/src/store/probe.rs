//! Whether the database takes writes again.

use std::time::Duration;

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
    /// may, since a server that is not ready gets no requests. After a full disk it must succeed
    /// until no commit has failed for half a minute. `now` in milliseconds; `monotonic` is time
    /// from an arbitrary start.
    ///
    /// # Errors
    /// [`CommitError`], if the database still takes no writes.
    pub async fn probe(&self, now: i64, monotonic: Duration) -> Result<(), CommitError> {
        let health = &self.inner.health;
        if health.is_writable() {
            return Ok(());
        }
        let probing = health.probing(monotonic);
        let mut batch = Batch::new(Rev::UNWRITTEN);
        batch.replace(&CommitMark {
            part: SERVER_PART.to_owned(),
            batch_id: PROBE,
            expires: now.saturating_add(MARK_LIFETIME),
            rev: Rev::UNWRITTEN,
        });
        self.send(&batch.prepare_repeatable()?).await?;
        health.probed(&probing);
        Ok(())
    }
}
