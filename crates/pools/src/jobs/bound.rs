//! Keeps a clock that is ahead from removing rows too early: the stored mark of `domain::expiry`.

use domain::Time;
use domain::expiry::{Mark, Reading, Step, Stored};
use store::{Batch, ClockMark, CommitError, Rev};

use crate::doctor::{self, EXPIRY, mark_of};
use crate::error::Error;
use crate::request::Server;

/// A sweep that is under way.
pub(super) struct Sweep {
    /// Rows that expired until then may be removed.
    pub(super) until: Time,
    /// The mark to write after it, over the row that was read.
    mark: Option<(Mark, Option<Rev>)>,
}

/// Logs a jump of this node's clock since it was last read, whichever node removes expired rows.
pub(super) fn watch(server: &Server) {
    let mut state = server.expiry.known();
    let jump_millis = state.bound.watch(server.clock.now(), server.clock.monotonic());
    drop(state);
    log(jump_millis);
}

/// Adds a jump that no sweep of this node has stored to the mark, for `doctor` to report. What the
/// mark proves is left as it is. One or two store calls, if there was a jump.
///
/// # Errors
/// A fault of the store.
pub(super) async fn report(server: &Server) -> Result<(), Error> {
    let unreported = |mark: Mark| {
        let state = server.expiry.known();
        state.bound.unreported(mark)
    };
    if unreported(Mark::default()).is_none() {
        return Ok(());
    }
    // Without a mark nothing was swept yet, and the first sweep waits for nothing.
    let Some(row) = server.store.read(ClockMark::get(EXPIRY)).await? else { return Ok(()) };
    let Some(mark) = unreported(mark_of(&row)) else { return Ok(()) };
    let rev = Rev(server.rng.positive_i63());
    let mut batch = Batch::new(rev);
    batch.at(server.clock.now().millis()).put(&row_of(&mark, rev), Some(row.rev));
    match server.store.commit(batch).await {
        Ok(()) => {
            let mut state = server.expiry.known();
            state.bound.reported(mark);
            Ok(())
        }
        // Another server has written its own; the next pass adds the jump to that.
        Err(CommitError::Conflict) => Ok(()),
        Err(CommitError::Store(error)) => Err(error.into()),
    }
}

fn log(jump_millis: Option<i64>) {
    if let Some(by) = jump_millis {
        tracing::warn!(
            seconds = by / 1_000,
            "the clock jumped, or the machine slept; expired rows are removed only up to a time \
             that has been proven"
        );
    }
}

impl Sweep {
    /// Reads the clocks and the mark, and logs a jump of the clock. Two or three store calls.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn begin(server: &Server) -> Result<Self, Error> {
        let row = server.store.read(ClockMark::get(EXPIRY)).await?;
        let newest = match &row {
            Some(_) => None,
            None => doctor::newest_readable(&server.store).await?,
        };
        let database = server.store.database_time().await?;
        let database = database.map(|read| server.clock.of_database(Time(read)));
        let mut state = server.expiry.known();
        let stored = match &row {
            None => Stored::Nothing(newest),
            Some(row) if state.own == Some(row.rev) => Stored::Own,
            Some(row) => Stored::Foreign(mark_of(row)),
        };
        let (wall, monotonic) = (server.clock.now(), server.clock.monotonic());
        let Step { until, mark, jump_millis } =
            state.bound.step(Reading { wall, monotonic, database }, stored);
        drop(state);
        log(jump_millis);
        Ok(Self { until, mark: mark.map(|mark| (mark, row.map(|row| row.rev))) })
    }

    /// Writes the mark after the sweep.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn end(self, server: &Server) -> Result<(), Error> {
        let Some((mark, read)) = self.mark else { return Ok(()) };
        let rev = Rev(server.rng.positive_i63());
        let mut batch = Batch::new(rev);
        batch.at(server.clock.now().millis()).put(&row_of(&mark, rev), read);
        match server.store.commit(batch).await {
            Ok(()) => {
                let mut state = server.expiry.known();
                state.bound.stored();
                state.own = Some(rev);
                Ok(())
            }
            // Another server has written its own, which the next sweep reads.
            Err(CommitError::Conflict) => Ok(()),
            Err(CommitError::Store(error)) => Err(error.into()),
        }
    }
}

fn row_of(mark: &Mark, rev: Rev) -> ClockMark {
    ClockMark {
        name: EXPIRY.to_owned(),
        at: mark.at.millis(),
        claimed: mark.claimed.millis(),
        ran_millis: mark.ran_millis,
        jumped: mark.jumped.millis(),
        jump_millis: mark.jump_millis,
        rev,
    }
}
