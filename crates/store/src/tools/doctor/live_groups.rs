//! Every membership's group exists, or a job is removing its members.

use super::Outcome;
use super::walk::{self, Pages};
use crate::placement;
use crate::read::Get;
use crate::records::{Group, Job, Membership};
use crate::schema::Record;
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for part in walk::live_parts(store).await? {
        let pool_id = placement::pool_of(&part);
        let mut pages = Pages::<Membership>::in_part(&part);
        while let Some(rows) = pages.next(store).await? {
            let reads: Vec<_> = rows
                .iter()
                .map(|row| {
                    (
                        Get::new(row.to_key()),
                        Group::get(pool_id, &row.group_name),
                        Job::get("delete-group", &row.group_id),
                    )
                })
                .collect();
            for (row, group, job) in store.read(reads).await? {
                let Some(row) = row else { continue };
                if job.is_none() && group.is_none_or(|group| group.group_id != row.group_id) {
                    findings.push(format!(
                        "user {} is in group {}, which does not exist",
                        row.user_id, row.group_id
                    ));
                }
            }
        }
    }
    Ok(findings)
}
