//! Every row is in the part that its key determines.

use super::Outcome;
use super::walk::{self, Pages};
use crate::error::StoreError;
use crate::placement;
use crate::records::{
    AttributeValue, Credential, Family, GroupMember, Lookup, Membership, User, UserSessions,
};
use crate::schema::Record;
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for pool in walk::live_pools(store).await? {
        let (id, n) = (pool.pool_id.as_str(), pool.n_parts);
        for part in placement::parts(id, n) {
            let part = part.as_str();
            let findings = &mut findings;
            let of_user = |user_id: &str| placement::user_part(id, n, user_id);
            examine(store, part, findings, |row: &User| {
                row.pool_id == id && row.part == of_user(&row.user_id)
            })
            .await?;
            examine(store, part, findings, |row: &Lookup| {
                row.part == placement::lookup_part(id, n, &row.kind, &row.value)
                    && row.user_part == of_user(&row.user_id)
            })
            .await?;
            examine(store, part, findings, |row: &Credential| row.part == of_user(&row.user_id))
                .await?;
            examine(store, part, findings, |row: &Membership| row.part == of_user(&row.user_id))
                .await?;
            examine(store, part, findings, |row: &Family| row.part == of_user(&row.user_id))
                .await?;
            examine(store, part, findings, |row: &AttributeValue| {
                row.part == of_user(&row.user_id)
            })
            .await?;
            examine(store, part, findings, |row: &UserSessions| row.part == of_user(&row.user_id))
                .await?;
            examine(store, part, findings, |row: &GroupMember| {
                row.group_part == placement::group_part(id, n, &row.group_id)
                    && row.user_part == of_user(&row.user_id)
            })
            .await?;
        }
    }
    Ok(findings)
}

async fn examine<R: Record + Clone>(
    store: &Store,
    part: &str,
    findings: &mut Vec<String>,
    placed: impl Fn(&R) -> bool,
) -> Result<(), StoreError> {
    let mut pages = Pages::<R>::in_part(part);
    while let Some(rows) = pages.next(store).await? {
        let misplaced = rows.iter().filter(|row| !placed(row)).count();
        if misplaced > 0 {
            findings.push(format!(
                "{misplaced} rows of {} in part {part} belong in another part",
                R::table().name
            ));
        }
    }
    Ok(())
}
