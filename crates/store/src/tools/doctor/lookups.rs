//! Every username and alias leads to a user.

use super::Outcome;
use super::walk::{self, Pages};
use crate::records::{Lookup, User};
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for part in walk::live_parts(store).await? {
        let mut pages = Pages::<Lookup>::in_part(&part);
        while let Some(lookups) = pages.next(store).await? {
            let users = walk::with_needed(store, &lookups, |lookup| {
                User::key(&lookup.user_part, &lookup.user_id)
            })
            .await?;
            for (lookup, user) in users {
                if user.is_none() {
                    findings.push(format!(
                        "a {} in part {part} leads to user {} in part {}, who does not exist",
                        lookup.kind, lookup.user_id, lookup.user_part
                    ));
                }
            }
        }
    }
    Ok(findings)
}
