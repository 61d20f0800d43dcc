//! Keeps a clock that is ahead from removing rows too early: the stored mark of `domain::expiry`.

use std::sync::PoisonError;

use domain::Time;
use domain::expiry::{Mark, Reading, Step, Stored};
use store::{Batch, ClockMark, CommitError, Rev};

use crate::doctor::{self, EXPIRY, mark_of};
use crate::error::{Error, Fault};
use crate::request::Server;

/// A sweep that is under way.
pub(super) struct Sweep {
    /// Rows that expired until then may be removed.
    pub(super) until: Time,
    /// The mark to write after it, over the row that was read.
    mark: Option<(Mark, Option<Rev>)>,
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
            None => doctor::newest(&server.store).await.map_err(|error| Fault::new(error.0))?,
        };
        let database = server.store.database_time().await?;
        let database = database.map(|read| server.clock.of_database(Time(read)));
        let mut state = server.expiry.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stored = match &row {
            None => Stored::Nothing(newest),
            Some(row) if state.own == Some(row.rev) => Stored::Own,
            Some(row) => Stored::Foreign(mark_of(row)),
        };
        let (wall, monotonic) = (server.clock.now(), server.clock.monotonic());
        let Step { until, mark, jump_millis } =
            state.bound.step(Reading { wall, monotonic, database }, stored);
        drop(state);
        if let Some(by) = jump_millis {
            tracing::warn!(
                seconds = by / 1_000,
                "the clock jumped, or the machine slept; expired rows are removed only up to a \
                 time that has been proven"
            );
        }
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
                let mut state = server.expiry.0.lock().unwrap_or_else(PoisonError::into_inner);
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
