//! Committing a batch: everything or nothing.

use std::pin::pin;
use std::time::Duration;

use tokio::sync::oneshot;

use super::dial::jitter;
use super::failure::Failure;
use super::link::{Link, Loan};
use super::send::{Verdict, prepare, send};
use super::session::Session;
use super::value;
use crate::commit::{CommitFailure, Prepared};
use crate::error::{Cause, StoreError};

/// How often a batch is tried if the database asks for a retry.
const TRIES: u32 = 5;
/// The first pause is at most this long, in microseconds, and doubles.
const FIRST_PAUSE: u32 = 1_000;

/// The caller that waits for a verdict.
pub(super) struct Caller(Option<oneshot::Sender<Result<(), CommitFailure>>>);

impl Caller {
    pub(super) fn new() -> (Caller, oneshot::Receiver<Result<(), CommitFailure>>) {
        let (caller, verdict) = oneshot::channel();
        (Caller(Some(caller)), verdict)
    }

    /// Sends the first verdict; the caller may no longer be waiting.
    fn answer(&mut self, verdict: Result<(), CommitFailure>) {
        if let Some(caller) = self.0.take() {
            let _no_longer_waiting = caller.send(verdict);
        }
    }
}

/// Commits the batch and answers the caller.
pub(super) async fn commit(link: &Link, batch: &Prepared, mut caller: Caller) {
    let verdict = decide(link, batch, &mut caller).await;
    caller.answer(verdict);
}

async fn decide(link: &Link, batch: &Prepared, caller: &mut Caller) -> Result<(), CommitFailure> {
    batch
        .changes
        .iter()
        .try_for_each(|change| value::check(&change.statement.params))
        .map_err(CommitFailure::Failed)?;
    let permit = tokio::time::timeout(link.patience, link.commits.acquire()).await;
    let Ok(Ok(_permit)) = permit else {
        return Err(CommitFailure::Failed(StoreError::Unavailable));
    };
    let mut last = StoreError::Unavailable;
    for again in 0..TRIES {
        let session = link.session().await.map_err(CommitFailure::Failed)?;
        match once(link, session, batch, caller).await {
            Ok(()) => return Ok(()),
            Err(Sent::Decided(verdict)) => return Err(verdict),
            // A caller that got "unknown" may have resolved the outcome since, so the batch must not
            // be sent again.
            Err(Sent::Again(error)) if caller.0.is_none() => {
                return Err(CommitFailure::Unknown(error));
            }
            Err(Sent::Again(error)) => last = error,
        }
        let pause = jitter(0, FIRST_PAUSE << again);
        tokio::time::sleep(Duration::from_micros(pause.into())).await;
    }
    Err(CommitFailure::Failed(last))
}

/// Why sending the batch did not commit it.
enum Sent {
    /// It may be sent again: nothing was written.
    Again(StoreError),
    Decided(CommitFailure),
}

async fn once(
    link: &Link,
    mut session: Loan,
    batch: &Prepared,
    caller: &mut Caller,
) -> Result<(), Sent> {
    match tokio::time::timeout(link.timeout, prepare(&mut session, link.kind, batch)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => return Err(unsent(link, session, Failure::of(&error))),
        Err(_elapsed) => {
            link.give_up_late(session).await;
            return Err(Sent::Again(StoreError::Unavailable));
        }
    }
    let verdict = answered(link, &session, batch, caller).await;
    match verdict {
        Ok(()) if session.gave_up_standby() => {
            // The database is up, and other commits wait on their connections, so only this one is
            // closed.
            deadpool::managed::Object::take(session).cut();
            let error = StoreError::Engine(Cause::new("the wait for the standby was cancelled"));
            Err(Sent::Decided(CommitFailure::Unknown(error)))
        }
        Ok(()) => Ok(()),
        Err(Failure::Unmet) => Err(Sent::Decided(CommitFailure::Conflict)),
        Err(Failure::Again(error)) => Err(Sent::Again(error)),
        Err(Failure::Forgotten(error)) => {
            drop(deadpool::managed::Object::take(session));
            Err(Sent::Again(error))
        }
        Err(Failure::Lost(error)) => {
            link.give_up(session, &error);
            Err(Sent::Decided(CommitFailure::Unknown(error)))
        }
        Err(Failure::Failed(error)) => Err(Sent::Decided(CommitFailure::Failed(error))),
    }
}

/// Sends the batch and waits for the verdict, however long it takes: giving up a connection that
/// waits for a standby would only make others wait in its place. The caller gets "unknown" in time.
async fn answered(
    link: &Link,
    session: &Session,
    batch: &Prepared,
    caller: &mut Caller,
) -> Verdict {
    let generation = session.life.generation;
    let mut sending = pin!(async {
        tokio::select! {
            verdict = send(session, link.kind, batch) => verdict,
            () = link.condemned(generation) => {
                let cause = Cause::new("the database was lost during a commit");
                Err(Failure::Lost(StoreError::Engine(cause)))
            }
        }
    });
    if let Ok(verdict) = tokio::time::timeout(link.timeout, &mut sending).await {
        return verdict;
    }
    caller.answer(Err(CommitFailure::Unknown(StoreError::Engine(Cause::new(
        "a commit was not answered in time",
    )))));
    link.suspect(generation, session.life.host).await;
    sending.await
}

/// For a connection that failed before anything of the batch was sent.
fn unsent(link: &Link, session: Loan, failure: Failure) -> Sent {
    match failure {
        Failure::Lost(error) => {
            link.give_up(session, &error);
            Sent::Again(error)
        }
        Failure::Again(error) | Failure::Forgotten(error) => Sent::Again(error),
        Failure::Failed(error) => Sent::Decided(CommitFailure::Failed(error)),
        Failure::Unmet => Sent::Decided(CommitFailure::Failed(StoreError::Engine(Cause::new(
            "a division by zero",
        )))),
    }
}
