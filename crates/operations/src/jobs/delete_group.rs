//! Removes the memberships of a deleted group.

use std::sync::Arc;

use store::{Batch, GroupMember, Job, Membership, Record, Rev};

use super::{SLICE, doc_of};
use crate::error::{Error, Fault};
use crate::server::Server;

/// Slice by slice, then the job itself. Begun again after a stop, it goes on with what is left.
pub(super) async fn run(server: &Arc<Server>, job: &Job, stop: &mut (dyn FnMut() -> bool + Send)) -> Result<(), Error> {
    let doc = doc_of(job)?;
    let (Some(pool_id), Some(n_parts)) = (doc["pool_id"].as_str(), doc["n_parts"].as_i64()) else {
        return Err(Fault::new(format!("job {}: its document names no pool", job.id)).into());
    };
    let group_part = store::placement::group_part(pool_id, n_parts, &job.id);
    loop {
        let members = server.store.read(GroupMember::of(&group_part, &job.id).limit(SLICE)).await?;
        let mut batch = Batch::new(Rev(server.rng.positive_i63()));
        if members.is_empty() {
            batch.remove(job.to_key());
        }
        for member in &members {
            batch.remove(GroupMember::key(&member.group_part, &member.group_id, &member.user_id));
            batch.remove(Membership::key(&member.user_part, &member.user_id, &member.group_id));
        }
        match server.store.commit(batch).await {
            Ok(()) => {}
            // Nothing is expected of the rows.
            Err(store::CommitError::Conflict) => return Ok(()),
            Err(store::CommitError::Store(error)) => return Err(error.into()),
        }
        if members.is_empty() || stop() {
            return Ok(());
        }
    }
}
