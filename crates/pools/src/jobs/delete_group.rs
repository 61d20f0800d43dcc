//! Removes the memberships of a deleted group.

use store::{Batch, GroupMember, Job, Membership, Record, Rev};

use super::turn::Turn;
use super::{SLICE, commit, doc_of};
use crate::error::{Error, Fault};

/// Slice by slice, then the job itself. After an interruption it continues with what is left.
pub(super) async fn run(turn: &mut Turn<'_>, job: &Job) -> Result<(), Error> {
    let doc = doc_of(job)?;
    let (Some(pool_id), Some(n_parts)) = (doc["pool_id"].as_str(), doc["n_parts"].as_i64()) else {
        return Err(Fault::new(format!("job {}: its document names no pool", job.id)).into());
    };
    let group_part = store::placement::group_part(pool_id, n_parts, &job.id);
    while turn.goes_on().await? {
        let members =
            turn.server.store.read(GroupMember::of(&group_part, &job.id).limit(SLICE)).await?;
        let mut batch = Batch::new(Rev(turn.server.rng.positive_i63()));
        if members.is_empty() {
            batch.remove(job.to_key());
            return commit(turn.server, batch).await;
        }
        for member in &members {
            batch.remove(GroupMember::key(&member.group_part, &member.group_id, &member.user_id));
            batch.remove(Membership::key(&member.user_part, &member.user_id, &member.group_id));
        }
        commit(turn.server, batch).await?;
    }
    Ok(())
}
