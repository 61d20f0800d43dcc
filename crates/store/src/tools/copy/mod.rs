//! Copying a store to another engine, or to the same one with a different number of parts.
//!
//! Rows are copied in the order of the tables, in bounded batches. Each batch also moves a mark in
//! the target, a row of `jobs`, so that a stopped copy resumes where it was, and so that an
//! unfinished copy is not mistaken for a complete one: [`is_unfinished`]. Two copies into one
//! target cannot interfere either: a batch expects the mark as its own copy last wrote it. At the
//! end every row is read back and compared; only then is the mark removed.
//!
//! Not copied: `commits`, which decide lost answers of nodes that have stopped, and `leases`, which
//! say what a node of the source is doing. Everything else is, including expired rows.

mod claim;
mod error;
mod mark;
mod placing;
mod verify;
pub(super) mod walk;
mod writer;

use std::ops::ControlFlow;

use crate::error::StoreError;
use crate::schema::{Rev, Table, Value};
use crate::store::Store;
pub use claim::is_source;
use claim::{claim, release, require_idle};
pub use error::{CopyError, Difference, Side};
use mark::Mark;
use placing::Placing;
use walk::{Rows, Stretch, stretches};
use writer::Writer;

/// Maximum number of parts of a pool.
pub const MOST_PARTS: i64 = 65_536;

/// Settings of a copy.
pub struct Settings<'a> {
    /// Number of parts of each pool in the target, a power of two; `None` for as many as in the
    /// source.
    pub n_parts: Option<i64>,
    /// Now, in milliseconds since the epoch.
    pub now: i64,
    /// Creates the random id of a batch: a new one at each call.
    pub new_rev: &'a mut (dyn FnMut() -> Rev + Send),
    /// Called with the progress of the copy; may stop it.
    pub progress: &'a mut (dyn FnMut(Progress) -> ControlFlow<()> + Send),
}

/// The progress of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The current stage.
    pub stage: Stage,
    /// The table that is being read.
    pub table: &'static str,
    /// Rows of that table read so far, in this run.
    pub rows: u64,
    /// Number of finished tables and parts of tables.
    pub done: usize,
    /// Total number of tables and parts of tables.
    pub all: usize,
}

/// A stage of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Rows are copied.
    Copying,
    /// Rows of both stores are compared.
    Verifying,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Every copied table and its number of rows, which is the same in both stores.
    pub tables: Vec<(&'static str, u64)>,
}

/// Copies everything in `from` to `to`, which must be empty or left by an earlier run of the same
/// copy.
///
/// No server may use either store meanwhile. For folders the lock ensures that; otherwise only held
/// leases are noticed.
///
/// # Errors
/// See [`CopyError`]. After most errors the copy can be run again and resumes.
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
    // After the claim: a server that checked before it holds a lease by now, or is noticed at the
    // end.
    require_idle(from, to, now).await?;
    let placing = Placing::read(from, n_parts).await?;
    let (mark, reached) = Mark::take(to, &placing, now, new_rev()).await?;
    let mut writer = Writer::new(to, mark, now, new_rev);
    let mut reporter = Reporter { progress };
    copy(from, &placing, reached, &mut writer, &mut reporter).await?;
    let tables = verify::compare(from, to, &placing, &mut reporter).await?;
    // A server that started to use a store meanwhile holds a lease that is still valid.
    require_idle(from, to, now).await?;
    writer.finish().await?;
    Ok(Report { tables })
}

/// Whether a copy into this store was started but not finished: data are missing, so it must not be
/// served.
///
/// # Errors
/// See [`StoreError`].
pub async fn is_unfinished(store: &Store) -> Result<bool, StoreError> {
    Ok(store.read(mark::get()).await?.is_some())
}

/// All rows of a table that is not placed, or of one part of a placed table: columns in the order key,
/// values, `rev`. Also of tables that are not copied.
///
/// # Errors
/// See [`StoreError`].
pub async fn rows(
    store: &Store,
    table: &'static Table,
    part: Option<&str>,
) -> Result<Vec<Vec<Value>>, StoreError> {
    let stretch = Stretch { table, part: part.map(str::to_owned) };
    let mut pages = Rows::of(store, &stretch, None);
    let mut all = Vec::new();
    while let Some(page) = pages.next().await? {
        all.extend(page);
    }
    Ok(all)
}

/// Whether the rows of a table are copied.
fn is_copied(table: &Table) -> bool {
    !matches!(table.name, "commits" | "leases")
}

/// Copies, starting where an earlier run stopped.
async fn copy(
    from: &Store,
    placing: &Placing,
    reached: Option<mark::Position>,
    writer: &mut Writer<'_>,
    reporter: &mut Reporter<'_>,
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
            reporter.report(Progress { stage, table, rows: rows.1, done, all })?;
            let Some(page) = pages.next().await.map_err(CopyError::Source)? else { break };
            rows.1 += page.len() as u64;
            for row in page {
                let position = mark::Position::after(stretch, &row);
                let moved = placing.moved(stretch.table, row).map_err(CopyError::Source)?;
                writer.add(stretch.table, moved, position).await?;
            }
        }
    }
    writer.flush().await
}

/// Reports progress to the caller.
struct Reporter<'a> {
    progress: &'a mut (dyn FnMut(Progress) -> ControlFlow<()> + Send),
}

impl Reporter<'_> {
    fn report(&mut self, progress: Progress) -> Result<(), CopyError> {
        match (self.progress)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CopyError::Stopped),
        }
    }
}
