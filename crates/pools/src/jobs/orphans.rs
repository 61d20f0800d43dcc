//! Removes rows whose pool does not exist: left by a crash of an earlier version, by a write that
//! overtook the deletion of its pool, or by a database that was restored in part.
//!
//! What such a pool left is given a pool that is being deleted, in one commit that expects that there
//! is no such pool; then its deletion is an ordinary job. A pool that is created meanwhile makes that
//! commit fail, so nothing of a pool that exists is ever touched.
//!
//! A pool that is being deleted without a job, for the same reasons, gets its job back.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use serde_json::json;
use store::{Batch, CommitError, Directory, Job, Missing, Owners, Pool, Prefix, Rev};

use super::turn::Turn;
use super::{DELETE_POOL, SLICE, doc_of, new_doc, remains};
use crate::config::DELETING;
use crate::error::Error;
use crate::request::Server;

/// How long after a search the next one begins: there is rarely anything to find.
const EVERY_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// Most steps of a search in a pass; then other jobs have their turn.
const STEPS: u32 = 100;

/// A search through all tables, and when it is due.
pub(super) struct Search {
    due: i64,
    stage: Stage,
}

/// How far the search has got.
enum Stage {
    /// Not begun.
    Waiting,
    /// In the tables that are placed by part or keyed by pool.
    Owners(Owners),
    /// In the directory, after this entry.
    Directory(Option<Directory>),
    /// Among the pools, after this id.
    Pools(Option<String>),
}

impl Search {
    /// A search that is due at once.
    pub(super) fn new() -> Self {
        Self { due: i64::MIN, stage: Stage::Waiting }
    }

    /// Goes on with the search if it is due. `true` if there is more work for another pass at once.
    /// After an error it begins again in the next pass: what it had passed may be what failed.
    pub(super) async fn run(&mut self, turn: &mut Turn<'_>) -> Result<bool, Error> {
        let outcome = self.go_on(turn).await;
        if outcome.is_err() {
            self.stage = Stage::Waiting;
        }
        outcome
    }

    async fn go_on(&mut self, turn: &mut Turn<'_>) -> Result<bool, Error> {
        let now = turn.server.clock.now().millis();
        if matches!(self.stage, Stage::Waiting) {
            // A clock that was set back must not stop the search for long.
            if now < self.due && self.due.saturating_sub(now) <= EVERY_MILLIS {
                return Ok(false);
            }
            self.stage = Stage::Owners(Owners::new());
        }
        let mut found = false;
        for _ in 0..STEPS {
            if !turn.goes_on().await? {
                return Ok(false);
            }
            match &mut self.stage {
                Stage::Waiting => return Ok(found),
                Stage::Owners(owners) => match owners.next(&turn.server.store).await? {
                    Some(ids) => {
                        let ids = ids.into_iter().map(|(pool_id, _)| pool_id).collect();
                        found |= take_over(turn.server, &ids).await?;
                    }
                    None => self.stage = Stage::Directory(None),
                },
                Stage::Directory(after) => {
                    *after = directory(turn.server, after.as_ref()).await?;
                    if after.is_none() {
                        self.stage = Stage::Pools(None);
                    }
                }
                Stage::Pools(after) => {
                    *after = deletions(turn.server, after.as_deref(), &mut found).await?;
                    if after.is_none() {
                        self.stage = Stage::Waiting;
                        self.due = now.saturating_add(EVERY_MILLIS);
                    }
                }
            }
        }
        Ok(true)
    }
}

/// Whether a job deletes what a pool that does not exist left.
pub(super) fn is_for_orphans(job: &Job) -> bool {
    doc_of(job).is_ok_and(|doc| doc["orphans"] == true)
}

/// Queues the deletion of the rows of those pools that do not exist. `false` if all exist, or there
/// was nothing else to do.
async fn take_over(server: &Server, ids: &BTreeSet<String>) -> Result<bool, Error> {
    let mut found = false;
    for (pool_id, is_missing) in ids.iter().zip(are_missing(server, ids).await?) {
        if is_missing {
            found |= take_over_one(server, pool_id).await?;
        }
    }
    Ok(found)
}

/// Whether each pool is missing. One store call.
async fn are_missing(
    server: &Server,
    ids: impl IntoIterator<Item = &String>,
) -> Result<Vec<bool>, Error> {
    let missing: Vec<_> = ids.into_iter().map(|pool_id| Missing(pool_id)).collect();
    Ok(server.store.read(missing).await?)
}

/// Queues the deletion of a missing pool's rows. `false` if there was nothing to do.
async fn take_over_one(server: &Server, pool_id: &str) -> Result<bool, Error> {
    let n_parts = match server.store.remains(pool_id).await {
        Ok(Some(n_parts)) => n_parts,
        // Its deletion has ended since.
        Ok(None) => return Ok(false),
        Err(error) => {
            tracing::error!(pool = pool_id, %error, "rows of a pool that does not exist are left");
            return Ok(false);
        }
    };
    let now = server.clock.now();
    let rev = Rev(server.rng.positive_i63());
    let mut batch = Batch::new(rev);
    batch.at(now.millis());
    batch.insert(&remains::row(server, pool_id, n_parts, now)?);
    let doc = json!({ "v": 1, "began": now.millis(), "orphans": true }).to_string();
    batch.insert(&Job { kind: DELETE_POOL.to_owned(), id: pool_id.to_owned(), doc, rev });
    // Otherwise the pool has been created, or another node has found the rows.
    let is_queued = commit(server, batch).await?;
    if is_queued {
        tracing::warn!(pool = pool_id, "rows of a pool that does not exist will be removed");
    }
    Ok(is_queued)
}

/// Removes the entries of a page of the directory that lead to no pool; each must still be the one
/// that was read. Returns the last entry, or `None` at the end.
async fn directory(server: &Server, after: Option<&Directory>) -> Result<Option<Directory>, Error> {
    let page = Prefix::<Directory>::all().limit(SLICE);
    let page = match after {
        Some(after) => page.after(after),
        None => page,
    };
    let entries = server.store.read(page).await?;
    let missing = are_missing(server, entries.iter().map(|entry| &entry.pool_id)).await?;
    let mut batch = Batch::new(Rev(server.rng.positive_i63()));
    batch.at(server.clock.now().millis());
    let mut rows = 0_u64;
    for (entry, is_missing) in entries.iter().zip(missing) {
        if is_missing {
            batch.delete(entry);
            rows += 1;
        }
    }
    if commit(server, batch).await? && rows > 0 {
        server.orphaned_rows.fetch_add(rows, Ordering::Relaxed);
        tracing::warn!(rows, "directory entries of pools that do not exist were removed");
    }
    Ok(entries.into_iter().last())
}

/// Queues the deletions of a page of pools that are being deleted without a job. Returns the last
/// pool, or `None` at the end.
async fn deletions(
    server: &Server,
    after: Option<&str>,
    found: &mut bool,
) -> Result<Option<String>, Error> {
    let pools = server.store.read(Pool::page(after, SLICE)).await?;
    let deleting = pools.iter().filter(|pool| pool.state == DELETING);
    // Pool and job from one snapshot: both appear, and end, in one commit.
    let reads: Vec<_> = deleting
        .map(|pool| (Pool::get(&pool.pool_id), Job::get(DELETE_POOL, &pool.pool_id)))
        .collect();
    for row in server.store.read(reads).await? {
        if let (Some(pool), None) = row
            && pool.state == DELETING
        {
            *found |= resume_deletion(server, &pool).await?;
        }
    }
    Ok(pools.into_iter().last().map(|pool| pool.pool_id))
}

/// Queues the deletion of a pool that is being deleted. `false` if there was nothing to do.
async fn resume_deletion(server: &Server, pool: &Pool) -> Result<bool, Error> {
    let (now, rev) = (server.clock.now(), Rev(server.rng.positive_i63()));
    let (pool_id, doc) = (&pool.pool_id, new_doc(now));
    let mut batch = Batch::new(rev);
    batch.at(now.millis()).unchanged(pool);
    batch.insert(&Job { kind: DELETE_POOL.to_owned(), id: pool_id.clone(), doc, rev });
    // Otherwise it has ended, or another node has found it.
    let is_queued = commit(server, batch).await?;
    if is_queued {
        tracing::warn!(pool = pool_id, "the deletion of a pool had no job and is resumed");
    }
    Ok(is_queued)
}

/// `false` if something that the batch expects has changed; the next search looks at it again.
async fn commit(server: &Server, batch: Batch) -> Result<bool, Error> {
    match server.store.commit(batch).await {
        Ok(()) => Ok(true),
        Err(CommitError::Conflict) => Ok(false),
        Err(CommitError::Store(error)) => Err(error.into()),
    }
}
