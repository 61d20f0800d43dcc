//! `DeleteUserPool`: the pool is gone at once; its rows are removed by a resumable job.

use pools::config::{DELETING, opened};
use pools::error::{Error, refuse};
use pools::jobs::DELETE_POOL;
use pools::request::Ctx;
use pools::user_pools::require_live;
use store::{ConfigRev, Job, Rev};
use wire::ExceptionType as Kind;
use wire::idp::DeleteUserPoolRequest;

/// One commit makes the pool unreadable and leaves the job.
pub(crate) async fn handle(ctx: &Ctx, input: DeleteUserPoolRequest) -> Result<(), Error> {
    let pool_id = &input.user_pool_id;
    let mut tries = ctx.tries();
    loop {
        let row = ctx.server.store.read(store::Pool::get(pool_id.as_str())).await?;
        let row = require_live(ctx, pool_id, row)?;
        if opened(&row)?.deletion_protected() {
            return Err(refuse(
                Kind::InvalidParameter,
                "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
            ));
        }
        let mut batch = ctx.batch();
        batch.update(&store::Pool { state: DELETING.to_owned(), ..row });
        batch.replace(&ConfigRev { pool_id: pool_id.clone(), rev: Rev(0) });
        batch.insert(&Job {
            kind: DELETE_POOL.to_owned(),
            id: pool_id.clone(),
            doc: pools::jobs::new_doc(ctx.now),
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool_id);
            ctx.server.jobs_due.notify_one();
            return Ok(());
        }
    }
}
