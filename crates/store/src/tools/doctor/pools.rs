//! A live pool has everything it needs; a pool being deleted has its job.

use super::Outcome;
use super::walk::{self, Pages};
use crate::error::StoreError;
use crate::records::{ConfigRev, DataKey, Pool, SigningKey};
use crate::store::Store;

pub(super) async fn check(store: &Store) -> Outcome {
    let mut findings = Vec::new();
    let mut pages = Pages::<Pool>::all();
    while let Some(pools) = pages.next(store).await? {
        for pool in pools {
            examine(store, &pool.pool_id, &mut findings).await?;
        }
    }
    Ok(findings)
}

async fn examine(
    store: &Store,
    pool_id: &str,
    findings: &mut Vec<String>,
) -> Result<(), StoreError> {
    let set = (
        Pool::get(pool_id),
        walk::delete_pool_job(pool_id),
        ConfigRev::get(pool_id),
        DataKey::of(pool_id),
        SigningKey::of(pool_id),
    );
    let (pool, job, config_rev, data_keys, signing_keys) = store.read(set).await?;
    let Some(pool) = pool else { return Ok(()) };
    if job.is_some() {
        return Ok(());
    }
    if pool.state != "active" {
        findings.push(format!("pool {pool_id} is {} but no job works on it", pool.state));
        return Ok(());
    }
    let mut needs = |present: bool, what: &str| {
        if !present {
            findings.push(format!("pool {pool_id} has no {what}"));
        }
    };
    needs(
        pool.n_parts > 0 && (pool.n_parts & (pool.n_parts - 1)) == 0,
        "number of parts that is a power of two",
    );
    needs(config_rev.is_some(), "config_revs row");
    needs(!data_keys.is_empty(), "data key");
    for purpose in ["id", "access"] {
        needs(
            signing_keys.iter().any(|key| key.purpose == purpose),
            &format!("signing key of purpose {purpose}"),
        );
    }
    Ok(())
}
