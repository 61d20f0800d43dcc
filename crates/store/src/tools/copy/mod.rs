//! Copying a store to another engine, or to the same one with another number of parts.
//!
//! Rows go over in the order of the tables, in bounded batches. Each batch also moves a mark in the
//! target, a row of `jobs`, so that a copy that was stopped goes on where it was, and so that
//! nobody takes a half-made one for whole: [`is_unfinished`]. Two copies into one target cannot get
//! in each other's way either: a batch expects the mark as its own copy wrote it last. At the end
//! every row is read back and compared; only then does the mark go.
//!
//! What is not copied: `commits`, which decide lost answers of nodes that have stopped, and
//! `leases`, which say what a node of that one store is doing. Everything else is, expired rows
//! too.

mod error;
mod mark;
mod placing;
mod verify;
mod walk;
mod writer;

use std::ops::ControlFlow;

use crate::commit::Batch;
use crate::error::{CommitError, StoreError};
use crate::read::Prefix;
use crate::records::Lease;
use crate::schema::{Rev, Table};
use crate::store::Store;
pub use error::{CopyError, Difference, Side};
use mark::Mark;
use placing::Placing;
use walk::{Rows, stretches};
use writer::Writer;

/// Over how many parts a pool may be placed at most.
pub const MOST_PARTS: i64 = 65_536;

/// How to copy.
pub struct Settings<'a> {
    /// Over how many parts the target places each pool, a power of two; `None`: as many as the
    /// source.
    pub n_parts: Option<i64>,
    /// Now, in milliseconds since the epoch.
    pub now: i64,
    /// Makes the random id of a batch; another one at each call.
    pub new_rev: &'a mut (dyn FnMut() -> Rev + Send),
    /// Told how far the copy is; may stop it.
    pub progress: &'a mut (dyn FnMut(Progress) -> ControlFlow<()> + Send),
}

/// How far a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// The table that is being read.
    pub table: &'static str,
    /// Rows of that table read so far, in this run.
    pub rows: u64,
    /// Tables and parts of tables that are done.
    pub done: usize,
    /// Tables and parts of tables in all.
    pub all: usize,
}

/// The lease in a source from which rows are being copied.
const LEASE: &str = "copy";
/// For how long a copy that was killed keeps servers from starting, in milliseconds; running it
/// again frees the source at its end.
const LEASE_LIFETIME: i64 = 24 * 3_600_000;

/// What a copy is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Rows go over.
    Copying,
    /// Rows of both stores are compared.
    Verifying,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Every table that was copied and how many rows it has, the same in both stores.
    pub tables: Vec<(&'static str, u64)>,
}

/// Copies everything in `from` to `to`, which is empty or was left by an earlier run of the same
/// copy.
///
/// No server may use either of the stores meanwhile. A folder's lock sees to that; beyond it only
/// leases that are held are noticed.
///
/// # Errors
/// See [`CopyError`]. After all but a few the copy may be run again and goes on.
pub async fn run(from: &Store, to: &Store, settings: Settings<'_>) -> Result<Report, CopyError> {
    let Settings { n_parts, now, new_rev, progress } = settings;
    if let Some(n) = n_parts.filter(|n| !(1..=MOST_PARTS).contains(n) || n.count_ones() != 1) {
        return Err(CopyError::Parts(n));
    }
    if is_unfinished(from).await.map_err(CopyError::Source)? {
        return Err(CopyError::SourceUnfinished);
    }
    claim(from, now, new_rev()).await?;
    let outcome = run_claimed(from, to, Settings { n_parts, now, new_rev, progress }).await;
    let released = release(from, new_rev()).await;
    outcome.and_then(|report| released.map(|()| report))
}

async fn run_claimed(
    from: &Store,
    to: &Store,
    settings: Settings<'_>,
) -> Result<Report, CopyError> {
    let Settings { n_parts, now, new_rev, progress } = settings;
    // Behind the claim: whoever looked before it has a lease by now, or is seen at the end.
    require_idle(from, to, now).await?;
    let placing = Placing::read(from, n_parts).await?;
    let (mark, reached) = Mark::take(to, &placing, now, new_rev()).await?;
    let mut writer = Writer::new(to, mark, now, new_rev);
    let mut teller = Teller { progress };
    copy(from, &placing, reached, &mut writer, &mut teller).await?;
    let tables = verify::compare(from, to, &placing, &mut teller).await?;
    // Whoever began to use one of them meanwhile holds a lease that ends later still.
    require_idle(from, to, now).await?;
    writer.finish().await?;
    Ok(Report { tables })
}

/// Whether a copy into this store was begun and has not ended: part of the data is missing, so it
/// must not be served.
///
/// # Errors
/// See [`StoreError`].
pub async fn is_unfinished(store: &Store) -> Result<bool, StoreError> {
    Ok(store.read(mark::get()).await?.is_some())
}

/// Whether rows of this store are being copied to another one, so that no server may begin to write
/// to it. `now` in milliseconds.
///
/// # Errors
/// See [`StoreError`].
pub async fn is_source(store: &Store, now: i64) -> Result<bool, StoreError> {
    Ok(store.read(Lease::get(LEASE)).await?.is_some_and(|lease| {
        (now.saturating_add(1)..=now.saturating_add(LEASE_LIFETIME)).contains(&lease.until)
    }))
}

/// Keeps servers from starting on the source; a folder's lock does that without it.
async fn claim(from: &Store, now: i64, rev: Rev) -> Result<(), CopyError> {
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

async fn release(from: &Store, rev: Rev) -> Result<(), CopyError> {
    let mut batch = Batch::new(rev);
    batch.remove(Lease::key(LEASE));
    commit_to_shared(from, batch).await
}

async fn commit_to_shared(from: &Store, batch: Batch) -> Result<(), CopyError> {
    if !from.is_shared() {
        return Ok(());
    }
    from.commit(batch).await.map_err(|error| match error {
        // Nothing is expected of the lease.
        CommitError::Conflict => CopyError::Overtaken,
        CommitError::Store(error) => CopyError::Source(error),
    })
}

/// Whether rows of a table go over.
fn is_copied(table: &Table) -> bool {
    !matches!(table.name, "commits" | "leases")
}

/// Copies from where an earlier run has come to.
async fn copy(
    from: &Store,
    placing: &Placing,
    reached: Option<mark::Position>,
    writer: &mut Writer<'_>,
    teller: &mut Teller<'_>,
) -> Result<(), CopyError> {
    let stretches = stretches(&placing.source_parts());
    let begin = reached
        .as_ref()
        .and_then(|reached| stretches.iter().position(|stretch| reached.is_in(stretch)));
    let mut after = reached.filter(|_| begin.is_some()).map(|reached| reached.after);
    let mut rows = (0, 0);
    for (done, stretch) in stretches.iter().enumerate().skip(begin.unwrap_or(0)) {
        if stretch.table.rank != rows.0 {
            rows = (stretch.table.rank, 0);
        }
        let mut pages = Rows::of(from, stretch, after.take());
        loop {
            let (stage, table, all) = (Stage::Copying, stretch.table.name, stretches.len());
            teller.tell(Progress { stage, table, rows: rows.1, done, all })?;
            let Some(page) = pages.next().await.map_err(CopyError::Source)? else { break };
            rows.1 += page.len() as u64;
            for row in page {
                let position = mark::Position::behind(stretch, &row);
                let moved = placing.moved(stretch.table, row).map_err(CopyError::Source)?;
                writer.add(stretch.table, moved, position).await?;
            }
        }
    }
    writer.flush().await
}

/// Passes progress on.
struct Teller<'a> {
    progress: &'a mut (dyn FnMut(Progress) -> ControlFlow<()> + Send),
}

impl Teller<'_> {
    fn tell(&mut self, progress: Progress) -> Result<(), CopyError> {
        match (self.progress)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CopyError::Stopped),
        }
    }
}

/// Refuses stores in which a node holds a lease.
async fn require_idle(from: &Store, to: &Store, now: i64) -> Result<(), CopyError> {
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
