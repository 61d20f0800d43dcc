//! Every row below a user has its user.

use super::Outcome;
use super::walk::{self, Pages};
use crate::error::StoreError;
use crate::records::{AttributeValue, Code, Credential, Family, Membership, User, UserSessions};
use crate::schema::{Key, Record};
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    for part in walk::live_parts(store).await? {
        let (part, findings) = (part.as_str(), &mut findings);
        examine(store, part, |row: &Credential| &row.user_id, findings).await?;
        examine(store, part, |row: &Code| &row.user_id, findings).await?;
        examine(store, part, |row: &Membership| &row.user_id, findings).await?;
        examine(store, part, |row: &Family| &row.user_id, findings).await?;
        examine(store, part, |row: &AttributeValue| &row.user_id, findings).await?;
        examine(store, part, |row: &UserSessions| &row.user_id, findings).await?;
    }
    Ok(findings)
}

async fn examine<R: Record + Clone>(
    store: &Store,
    part: &str,
    user_of: fn(&R) -> &String,
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let user_key = |row: &R| -> Key<User> { User::key(part, user_of(row)) };
    let mut pages = Pages::<R>::in_part(part);
    while let Some(rows) = pages.next(store).await? {
        for (row, user) in walk::with_needed(store, &rows, user_key).await? {
            if user.is_none() {
                let (table, user_id) = (R::table().name, user_of(&row));
                findings.push(format!(
                    "a row of {table} in part {part} belongs to user {user_id}, who does not exist"
                ));
            }
        }
    }
    Ok(())
}
