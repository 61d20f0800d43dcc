//! A membership is stored twice, with its user and with its group, and both agree.

use super::Outcome;
use super::walk::{self, Pages};
use crate::placement;
use crate::records::{GroupMember, Membership};
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for pool in walk::live_pools(store).await? {
        let group_part =
            |group_id: &str| placement::group_part(&pool.pool_id, pool.n_parts, group_id);
        for part in placement::parts(&pool.pool_id, pool.n_parts) {
            let mut pages = Pages::<Membership>::in_part(&part);
            while let Some(rows) = pages.next(store).await? {
                let mirror = |row: &Membership| {
                    GroupMember::key(&group_part(&row.group_id), &row.group_id, &row.user_id)
                };
                for (row, member) in walk::with_needed(store, &rows, mirror).await? {
                    if member.is_none_or(|member| member.user_part != row.part) {
                        findings.push(format!(
                            "group {} does not list its member {}",
                            row.group_id, row.user_id
                        ));
                    }
                }
            }
            let mut pages = Pages::<GroupMember>::in_part(&part);
            while let Some(rows) = pages.next(store).await? {
                let mirror = |row: &GroupMember| {
                    Membership::key(&row.user_part, &row.user_id, &row.group_id)
                };
                for (row, membership) in walk::with_needed(store, &rows, mirror).await? {
                    if membership.is_none() {
                        findings.push(format!(
                            "user {} does not list group {}",
                            row.user_id, row.group_id
                        ));
                    }
                }
            }
        }
    }
    Ok(findings)
}
