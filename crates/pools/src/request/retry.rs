//! Read, decide, commit once: a conflict repeats the decision from its reads, a bounded number of
//! times.

use std::time::Duration;

use store::{Batch, CommitError, StoreError};
use wire::ExceptionType;

use crate::error::Error;
use crate::request::{Ctx, chosen};
use crate::texts;

/// Conflicts after which the caller is asked to try again.
const MOST_TRIES: u32 = 8;
/// The first pause is at most this long; later ones double.
const FIRST_PAUSE_MICROS: u32 = 500;

/// The tries of one request. All its batches carry the same `rev`, so a row found with that `rev`
/// means that this request has committed.
pub struct Tries<'a> {
    ctx: &'a Ctx,
    conflicts: u32,
}

impl<'a> Tries<'a> {
    pub(super) fn new(ctx: &'a Ctx) -> Self {
        Self { ctx, conflicts: 0 }
    }

    /// Commits. `true`: done, answer the caller. `false`: something changed since it was read; read
    /// and decide again.
    ///
    /// # Errors
    /// Once the tries are used up, `ConcurrentModificationException` if the endpoint declares it,
    /// otherwise `TooManyRequestsException`; a fault of the store.
    pub async fn commit(&mut self, batch: Batch) -> Result<bool, Error> {
        self.commit_outcome(batch, true).await
    }

    /// Like [`Tries::commit`]. `is_done` is `false` for a batch that does not do what was asked: it
    /// counts a guess, and the caller is refused. If that fails, nobody may guess again; see
    /// [`Ctx::may_guess`].
    pub(crate) async fn commit_outcome(
        &mut self,
        mut batch: Batch,
        is_done: bool,
    ) -> Result<bool, Error> {
        if self.ctx.is_marked && is_done && !batch.is_empty() {
            batch.replace(&chosen::mark());
        }
        self.send(batch).await?.map_err(|error| {
            if !is_done {
                self.ctx.note_uncounted();
            }
            error.into()
        })
    }

    /// Like [`Tries::commit`], for a batch that may be left out: a store that is full or cannot be
    /// written counts as done.
    pub(crate) async fn commit_if_room(&mut self, batch: Batch) -> Result<bool, Error> {
        self.send(batch).await?.or_else(|error| match error {
            StoreError::Full(_) | StoreError::ReadOnly(_) => Ok(true),
            error => Err(error.into()),
        })
    }

    /// Commits, or pauses after a conflict. The inner error is the store's.
    async fn send(&mut self, batch: Batch) -> Result<Result<bool, StoreError>, Error> {
        if batch.is_empty() {
            return Ok(Ok(true));
        }
        self.ctx.require_counted()?;
        match self.ctx.server.store.commit(batch).await {
            Ok(()) => Ok(Ok(true)),
            Err(CommitError::Conflict) => self.back_off().await.map(|()| Ok(false)),
            Err(CommitError::Store(error)) => Ok(Err(error)),
        }
    }

    async fn back_off(&mut self) -> Result<(), Error> {
        self.conflicts += 1;
        if self.conflicts >= MOST_TRIES {
            let is_declared =
                self.ctx.call.endpoint.declares(ExceptionType::ConcurrentModification);
            return Err(if is_declared {
                texts::concurrent_modification()
            } else {
                texts::too_many_requests()
            });
        }
        // A stale cache may have caused the wrong expectation.
        self.ctx.recheck_configuration();
        let ceiling = FIRST_PAUSE_MICROS << self.conflicts.min(6);
        let pause = self.ctx.server.rng.below(ceiling);
        tokio::time::sleep(Duration::from_micros(pause.into())).await;
        Ok(())
    }
}
