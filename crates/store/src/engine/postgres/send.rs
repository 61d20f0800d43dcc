//! Sending a batch as one transaction.

use tokio_postgres::Error;

use super::failure::{Failure, redacted};
use super::pipeline::{self, Request};
use super::session::{Session, Shape};
use crate::commit::{Prepared, PreparedChange};
use crate::error::StoreError;
use crate::options::PostgresKind;

/// The outcome of sending a batch.
pub(super) type Verdict = Result<(), Failure>;

/// Prepares the statements of a batch.
pub(super) async fn prepare(
    session: &mut Session,
    kind: PostgresKind,
    batch: &Prepared,
) -> Result<(), Error> {
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

/// Sends a batch and returns the verdict.
pub(super) async fn send(session: &Session, kind: PostgresKind, batch: &Prepared) -> Verdict {
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
