//! Deletes a user pool: it disappears immediately, and a job deletes what belongs to it.

use store::{ConfigRev, Job, Rev};
use wire::ExceptionType as Kind;

use super::require_live;
use crate::config::{DELETING, opened};
use crate::error::{Error, refuse};
use crate::jobs::{self, DELETE_POOL};
use crate::request::Ctx;

/// Deletes the pool. One commit makes it unreadable and queues the job.
///
/// # Errors
/// `ResourceNotFoundException`; `InvalidParameterException` while deletion protection is active.
pub async fn delete(ctx: &Ctx, pool_id: &str) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let row = ctx.server.store.read(store::Pool::get(pool_id)).await?;
        let row = require_live(ctx, pool_id, row)?;
        if opened(&row)?.deletion_protected() {
            return Err(refuse(
                Kind::InvalidParameter,
                "The user pool cannot be deleted because deletion protection is activated. Deletion \
                 protection must be inactivated first.",
            ));
        }
        let mut batch = ctx.batch();
        batch.update(&store::Pool { state: DELETING.to_owned(), ..row });
        batch.replace(&ConfigRev { pool_id: pool_id.to_owned(), rev: Rev(0) });
        batch.insert(&Job {
            kind: DELETE_POOL.to_owned(),
            id: pool_id.to_owned(),
            doc: jobs::new_doc(ctx.now),
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool_id);
            ctx.server.jobs_due.notify_one();
            return Ok(());
        }
    }
}
