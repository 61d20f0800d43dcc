//! All rows belong to a pool that exists, or that a job is deleting.

use std::collections::BTreeSet;

use super::Outcome;
use super::walk::Pages;
use crate::error::StoreError;
use crate::read::Get;
use crate::records::{Directory, Pool};
use crate::schema::Record;
use crate::store::{Missing, Owners, Store};

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    let mut owners = Owners::new();
    while let Some(found) = owners.next(store).await? {
        let ids: BTreeSet<&String> = found.iter().map(|(id, _)| id).collect();
        let reads: Vec<_> = ids.iter().map(|id| Pool::get(id)).collect();
        let pools = store.read(reads).await?;
        let missing: BTreeSet<String> = ids
            .into_iter()
            .zip(pools)
            .filter(|(_, pool)| pool.is_none())
            .map(|(id, _)| id.clone())
            .collect();
        for (id, table) in found {
            if missing.contains(&id) && store.is_orphaned(table, &id).await? {
                let table = table.name;
                findings.push(format!("rows of {table} belong to pool {id}, which does not exist"));
            }
        }
    }
    directory(store, &mut findings).await?;
    Ok(findings)
}

/// The directory is keyed by what it finds.
async fn directory(store: &Store, findings: &mut Vec<String>) -> Result<(), StoreError> {
    let mut pages = Pages::<Directory>::all();
    while let Some(rows) = pages.next(store).await? {
        let reads: Vec<_> =
            rows.iter().map(|row| (Get::new(row.to_key()), Missing(&row.pool_id))).collect();
        for (row, is_missing) in store.read(reads).await? {
            if let (Some(row), true) = (row, is_missing) {
                findings.push(format!(
                    "a row of {} belongs to pool {}, which does not exist",
                    Directory::table().name,
                    row.pool_id
                ));
            }
        }
    }
    Ok(())
}
