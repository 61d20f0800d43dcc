//! Checks that users are indexed by exactly the values that they have.

use std::collections::{BTreeMap, BTreeSet};

use domain::names::AliasKind;
use store::{AttributeValue, Get, Job, Prefix, Record, Store, User};

use crate::error::Error;
use crate::users::listing::INDEX_USERS;
use crate::users::rows::entries;

/// Users read at a time, each with all of its entries.
const USERS: u32 = 50;
/// Entries read at a time.
const ENTRIES: u32 = 500;

/// Checks a part of a pool in both directions. While a job indexes the pool's users, missing
/// entries are expected. Entries for verified flags are never needed, and earlier versions wrote
/// none for an address that is not verified.
pub(super) async fn check(
    store: &Store,
    pool_id: &str,
    part: &str,
    found: &mut Vec<String>,
) -> Result<(), Error> {
    if store.read(Job::get(INDEX_USERS, pool_id)).await?.is_none() {
        entries_of_users(store, part, found).await?;
    }
    users_of_entries(store, part, found).await
}

async fn entries_of_users(store: &Store, part: &str, found: &mut Vec<String>) -> Result<(), Error> {
    let mut page = User::of(part).limit(USERS);
    loop {
        let users = store.read(page).await?;
        let mut reads = Vec::with_capacity(users.len());
        for user in &users {
            let entries = entries(user)?;
            let needed = entries.iter().filter(|(name, _)| !AliasKind::is_verified_flag(name));
            let rows: Vec<_> = needed.map(|(name, value)| row(user, name, value)).collect();
            reads.push((Get::new(user.to_key()), rows));
        }
        for (user, (again, rows)) in users.iter().zip(store.read(reads).await?) {
            let is_same = again.is_some_and(|again| again.rev == user.rev);
            let missing = rows.iter().filter(|row| row.is_none()).count();
            if is_same && missing > 0 {
                found.push(format!(
                    "user {} is missing from the index for {missing} of their attributes",
                    user.user_id
                ));
            }
        }
        let Some(last) = users.last() else { return Ok(()) };
        page = User::of(part).limit(USERS).after(last);
    }
}

fn row(user: &User, attribute: &str, value: &str) -> Get<AttributeValue> {
    AttributeValue::get(&user.part, attribute, value, &user.user_id)
}

async fn users_of_entries(store: &Store, part: &str, found: &mut Vec<String>) -> Result<(), Error> {
    let mut page = Prefix::<AttributeValue>::in_part(part).limit(ENTRIES);
    loop {
        let rows = store.read(page).await?;
        let reads = rows.iter().map(|row| (User::get(part, &row.user_id), Get::new(row.to_key())));
        let pairs = store.read(reads.collect::<Vec<_>>()).await?;
        let mut known: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        for (user, row) in pairs {
            let (Some(user), Some(row)) = (user, row) else { continue };
            if !known.contains_key(&user.user_id) {
                known.insert(user.user_id.clone(), entries(&user)?);
            }
            let is_had = known
                .get(&user.user_id)
                .is_some_and(|all| all.contains(&(row.attribute, row.folded_value)));
            if !is_had {
                found
                    .push(format!("user {} is indexed under a value the user lacks", user.user_id));
            }
        }
        let Some(last) = rows.last() else { return Ok(()) };
        page = Prefix::in_part(part).limit(ENTRIES).after(last);
    }
}
