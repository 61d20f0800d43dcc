//! `DeleteGroup`: the group is gone immediately; a resumable job removes its members.

use pools::error::Error;
use pools::jobs::{self, DELETE_GROUP};
use pools::request::Ctx;
use pools::texts;
use store::{ConfigRev, Job, Rev};
use wire::idp::DeleteGroupRequest;

/// From this commit on, memberships of the group do not count.
pub(crate) async fn handle(ctx: &Ctx, input: DeleteGroupRequest) -> Result<(), Error> {
    let mut tries = ctx.tries();
    loop {
        let pool = ctx.require_pool(&input.user_pool_id).await?;
        let group =
            ctx.server.store.read(store::Group::get(pool.id(), input.group_name.as_str())).await?;
        let group = group.ok_or_else(texts::group_unknown)?;
        let mut batch = ctx.batch();
        batch.delete(&group);
        batch.replace(&ConfigRev { pool_id: pool.id().to_owned(), rev: Rev(0) });
        let doc = jobs::group_doc(pool.id(), pool.row.n_parts);
        batch.insert(&Job {
            kind: DELETE_GROUP.to_owned(),
            id: group.group_id.clone(),
            doc,
            rev: Rev(0),
        });
        if tries.commit(batch).await? {
            ctx.server.config.forget(pool.id());
            ctx.server.jobs_due.notify_one();
            return Ok(());
        }
    }
}
