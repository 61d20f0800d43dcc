//! Committing a batch: everything or nothing.

use std::pin::pin;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio_postgres::Error;

use super::dial::jitter;
use super::failure::{Failure, redacted};
use super::link::{Link, Loan};
use super::pipeline::{self, Request};
use super::session::{Session, Shape};
use super::value;
use crate::commit::{CommitFailure, Prepared, PreparedChange};
use crate::error::{Cause, StoreError};
use crate::options::PostgresKind;

/// How often a batch is tried if the database asks for a retry.
const TRIES: u32 = 5;
/// The first pause is at most this long, in microseconds, and doubles.
const FIRST_PAUSE: u32 = 1_000;

/// The outcome of sending a batch.
type Verdict = Result<(), Failure>;

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
            let _not_waiting = caller.send(verdict);
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
            // A caller that was told "unknown" may have resolved the outcome since, so it must not
            // change.
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

async fn prepare(session: &mut Session, kind: PostgresKind, batch: &Prepared) -> Result<(), Error> {
    let shape = |change: &PreparedChange| shape_of(change, kind);
    session.prepare(batch.changes.iter().map(|change| (change.statement.sql, shape(change)))).await
}

/// On Citus an assertion within the statement would cost a second round trip to the shard.
fn shape_of(change: &PreparedChange, kind: PostgresKind) -> Shape {
    if change.form.is_guard() {
        Shape::MustHold
    } else if change.form.expects_row() && kind == PostgresKind::Plain {
        Shape::MustTouch
    } else {
        Shape::Plain
    }
}

async fn send(session: &Session, kind: PostgresKind, batch: &Prepared) -> Verdict {
    match kind {
        PostgresKind::Plain => together(session, &batch.changes).await,
        PostgresKind::Citus => in_two_round_trips(session, &batch.changes).await,
    }
}

/// One round trip. The first error decides: after it, COMMIT rolls back and still reports success.
async fn together(session: &Session, changes: &[PreparedChange]) -> Verdict {
    let mut requests = begun(session, PostgresKind::Plain, changes);
    requests.push(counted(session.control("COMMIT")));
    let mut answers = pipeline::all(requests).await.into_iter();
    check_begin(answers.next())?;
    answers.try_for_each(|answer| answer.map(drop).map_err(|error| Failure::of(&error)))
}

/// Checks the counts before it sends COMMIT.
async fn in_two_round_trips(session: &Session, changes: &[PreparedChange]) -> Verdict {
    let answers = pipeline::all(begun(session, PostgresKind::Citus, changes)).await;
    let mut answers = answers.into_iter();
    // If BEGIN failed, nothing after it may count.
    let begun = check_begin(answers.next());
    let mut counts = answers.map(|answer| answer.map_err(|error| Failure::of(&error)));
    let verdict = begun.and_then(|()| {
        changes
            .iter()
            .zip(&mut counts)
            .try_for_each(|(change, touched)| check_touched(change, touched?))
    });
    let end = if verdict.is_ok() { "COMMIT" } else { "ROLLBACK" };
    let ended = session.control(end).await.map_err(|error| Failure::of(&error));
    verdict.and(ended)
}

/// BEGIN and the changes.
fn begun<'a>(
    session: &'a Session,
    kind: PostgresKind,
    changes: &'a [PreparedChange],
) -> Vec<Request<'a, Result<u64, Error>>> {
    let mut requests = vec![counted(session.control("BEGIN READ WRITE"))];
    requests.extend(
        changes.iter().map(|change| session.change(&change.statement, shape_of(change, kind))),
    );
    requests
}

/// A server in recovery can read, but refuses to begin a transaction that writes (0A000, 25001):
/// the writes go to another server.
fn check_begin(answer: Option<Result<u64, Error>>) -> Verdict {
    match answer {
        Some(Err(error))
            if error.code().is_some_and(|state| matches!(state.code(), "0A000" | "25001")) =>
        {
            Err(Failure::Lost(StoreError::Engine(redacted(&error))))
        }
        Some(Err(error)) => Err(Failure::of(&error)),
        Some(Ok(_)) | None => Ok(()),
    }
}

fn counted<'a>(control: Request<'a, Result<(), Error>>) -> Request<'a, Result<u64, Error>> {
    Box::pin(async move { control.await.map(|()| 0) })
}

fn check_touched(change: &PreparedChange, touched: u64) -> Verdict {
    if touched == 1 || !change.form.expects_row() { Ok(()) } else { Err(Failure::Unmet) }
}
