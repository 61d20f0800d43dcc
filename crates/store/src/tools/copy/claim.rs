//! Keeping servers away from the stores of a copy.

use super::{CopyError, Side};
use crate::commit::Batch;
use crate::error::{CommitError, StoreError};
use crate::read::Prefix;
use crate::records::Lease;
use crate::schema::Rev;
use crate::store::Store;

/// The lease that a copy holds in its source.
const LEASE: &str = "copy";
/// How long a killed copy keeps servers from starting, in milliseconds. Running it again to the end
/// frees the source.
const LEASE_LIFETIME: i64 = 24 * 3_600_000;

/// Whether this store is being copied to another one, so that no server may start to write to it.
/// `now` is in milliseconds.
///
/// # Errors
/// See [`StoreError`].
pub async fn is_source(store: &Store, now: i64) -> Result<bool, StoreError> {
    Ok(store.read(Lease::get(LEASE)).await?.is_some_and(|lease| {
        (now.saturating_add(1)..=now.saturating_add(LEASE_LIFETIME)).contains(&lease.until)
    }))
}

/// Keeps servers from starting on the source. A folder's lock already does that.
pub(super) async fn claim(from: &Store, now: i64, rev: Rev) -> Result<(), CopyError> {
    let lease = Lease {
        name: LEASE.to_owned(),
        holder: "poolkeeper copy".to_owned(),
        until: now.saturating_add(LEASE_LIFETIME),
        rev,
    };
    let mut batch = Batch::new(rev);
    batch.at(now).replace(&lease);
    commit_to_shared(from, batch).await
}

/// Frees the source.
pub(super) async fn release(from: &Store, rev: Rev) -> Result<(), CopyError> {
    let mut batch = Batch::new(rev);
    batch.remove(Lease::key(LEASE));
    commit_to_shared(from, batch).await
}

async fn commit_to_shared(from: &Store, batch: Batch) -> Result<(), CopyError> {
    if !from.is_shared() {
        return Ok(());
    }
    from.commit(batch).await.map_err(|error| match error {
        // Cannot happen: the batch expects nothing.
        CommitError::Conflict => CopyError::Overtaken,
        CommitError::Store(error) => CopyError::Source(error),
    })
}

/// Refuses a store in which a node holds a lease.
pub(super) async fn require_idle(from: &Store, to: &Store, now: i64) -> Result<(), CopyError> {
    for (store, side) in [(from, Side::Source), (to, Side::Target)] {
        let leases =
            store.read(Prefix::<Lease>::all()).await.map_err(|error| side.failed(error))?;
        if let Some(Lease { name, holder, until, .. }) =
            leases.into_iter().find(|lease| lease.until > now && lease.name != LEASE)
        {
            return Err(CopyError::InUse { side, name, holder, until });
        }
    }
    Ok(())
}
