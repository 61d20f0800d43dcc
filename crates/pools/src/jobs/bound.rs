//! Keeps a clock that is ahead from removing rows too early: the stored mark of `domain::expiry`.

use std::sync::{Mutex, PoisonError};

use domain::expiry::{Bound, Mark, Reading, Step, Stored};
use domain::{Clock, Time};
use store::{Batch, ClockMark, CommitError, Rev};

use crate::doctor;
use crate::error::{Error, Fault};
use crate::request::Server;

/// The name of the mark of expiry.
pub(crate) const EXPIRY: &str = "expiry";

/// This server's bound on the removal of expired rows.
pub(crate) struct ExpiryBound(Mutex<State>);

struct State {
    bound: Bound,
    /// The mark's row as this server wrote it last.
    own: Option<Rev>,
}

/// A sweep that is under way.
pub(super) struct Sweep {
    /// Rows that expired until then may be removed.
    pub(super) until: Time,
    /// The mark to write after it, over the row that was read.
    mark: Option<(Mark, Option<Rev>)>,
}

impl ExpiryBound {
    /// The bound of a server that starts now.
    pub(crate) fn new(clock: &Clock) -> Self {
        let bound = Bound::new(clock.now(), clock.monotonic());
        Self(Mutex::new(State { bound, own: None }))
    }

    /// Reads the clocks and the mark, and logs a jump of the clock. Two or three store calls.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn begin(&self, server: &Server) -> Result<Sweep, Error> {
        let row = server.store.read(ClockMark::get(EXPIRY)).await?;
        let newest = match &row {
            Some(_) => None,
            None => doctor::newest(&server.store).await.map_err(|error| Fault::new(error.0))?,
        };
        let database = server.store.database_time().await?;
        let database = database.map(|read| server.clock.of_database(Time(read)));
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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
        Ok(Sweep { until, mark: mark.map(|mark| (mark, row.map(|row| row.rev))) })
    }

    /// Writes the mark of a sweep that has ended.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn end(&self, server: &Server, sweep: Sweep) -> Result<(), Error> {
        let Some((mark, read)) = sweep.mark else { return Ok(()) };
        let rev = Rev(server.rng.positive_i63());
        let mut batch = Batch::new(rev);
        batch.at(server.clock.now().millis()).put(&row_of(&mark, rev), read);
        match server.store.commit(batch).await {
            Ok(()) => {
                let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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

/// The mark in a row.
pub(crate) fn mark_of(row: &ClockMark) -> Mark {
    Mark {
        at: Time(row.at),
        claimed: Time(row.claimed),
        ran_millis: row.ran_millis,
        jumped: Time(row.jumped),
        jump_millis: row.jump_millis,
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
