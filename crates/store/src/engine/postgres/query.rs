//! Reads: one statement, or several from one snapshot, in one round trip.

use tokio_postgres::Error;

use super::failure::Failure;
use super::link::Link;
use super::pipeline::{self, Request};
use super::session::{Session, Shape};
use super::value;
use crate::error::{Cause, StoreError};
use crate::schema::{Row, Statement};

/// Maximum number of times a read is sent; reading twice does no harm.
const SENDINGS: u32 = 4;

const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Answers the statements in order, all from one snapshot.
pub(super) async fn query(
    link: &Link,
    statements: &[Statement],
) -> Result<Vec<Vec<Row>>, StoreError> {
    statements.iter().try_for_each(|statement| value::check(&statement.params))?;
    let mut last = StoreError::Unavailable;
    let mut was_late = false;
    for _ in 0..SENDINGS {
        let mut session = link.session().await?;
        // If the caller drops this future, the connection must not be reused.
        session.busy = true;
        let answer = tokio::time::timeout(link.timeout, read(&mut session, statements)).await;
        session.busy = answer.is_err();
        match answer.map(|answer| answer.map_err(|error| Failure::of(&error))) {
            Ok(Ok(rows)) => return Ok(rows),
            Ok(Err(Failure::Again(error))) => last = error,
            Ok(Err(Failure::Forgotten(error))) => {
                drop(deadpool::managed::Object::take(session));
                last = error;
            }
            Ok(Err(Failure::Lost(error))) => {
                link.give_up(session, &error);
                last = error;
            }
            Ok(Err(Failure::Failed(error))) => return Err(error),
            Ok(Err(Failure::Unmet)) => {
                return Err(StoreError::Engine(Cause::new("a division by zero")));
            }
            Err(_elapsed) => {
                link.give_up_late(session).await;
                // The first timeout may be the host's fault, but a slow read must not be repeated
                // over and over.
                if was_late {
                    return Err(StoreError::Unavailable);
                }
                was_late = true;
                last = StoreError::Unavailable;
            }
        }
    }
    Err(last)
}

async fn read(session: &mut Session, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Error> {
    session.prepare(statements.iter().map(|statement| (statement.sql, Shape::Plain))).await?;
    let session = &*session;
    if let [statement] = statements {
        return session.rows(statement).await.map(|rows| vec![rows]);
    }
    let control = |sql| -> Request<'_, Result<Vec<Row>, Error>> {
        Box::pin(async move { session.control(sql).await.map(|()| Vec::new()) })
    };
    let mut requests = vec![control(BEGIN)];
    requests.extend(statements.iter().map(|statement| session.rows(statement)));
    requests.push(control("COMMIT"));
    let mut answers: Vec<Vec<Row>> =
        pipeline::all(requests).await.into_iter().collect::<Result<_, _>>()?;
    answers.pop();
    answers.remove(0);
    Ok(answers)
}
