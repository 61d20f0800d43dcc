//! All configuration belongs to a pool that exists, or that a job is deleting.

use super::Outcome;
use super::walk::{self, Pages};
use crate::error::StoreError;
use crate::read::Get;
use crate::records::{ConfigRev, DataKey, Directory, Group, Pool, PoolClient, SigningKey};
use crate::schema::Record;
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    examine(store, |row: &ConfigRev| row.pool_id.clone(), &mut findings).await?;
    examine(store, |row: &PoolClient| row.pool_id.clone(), &mut findings).await?;
    examine(store, |row: &Group| row.pool_id.clone(), &mut findings).await?;
    examine(store, |row: &SigningKey| row.pool_id.clone(), &mut findings).await?;
    examine(store, |row: &DataKey| row.pool_id.clone(), &mut findings).await?;
    examine(store, |row: &Directory| row.pool_id.clone(), &mut findings).await?;
    Ok(findings)
}

async fn examine<R: Record + Clone>(
    store: &Store,
    pool_of: fn(&R) -> String,
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let mut pages = Pages::<R>::all();
    while let Some(rows) = pages.next(store).await? {
        let reads: Vec<_> = rows
            .iter()
            .map(|row| {
                let pool_id = pool_of(row);
                (Get::new(row.to_key()), Pool::get(&pool_id), walk::delete_pool_job(&pool_id))
            })
            .collect();
        for (row, pool, job) in store.read(reads).await? {
            if let (Some(row), None, None) = (row, pool, job) {
                findings.push(format!(
                    "a row of {} belongs to pool {}, which does not exist",
                    R::table().name,
                    pool_of(&row)
                ));
            }
        }
    }
    Ok(())
}
