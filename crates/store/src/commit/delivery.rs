//! Committing a batch, even if answers are lost.
//!
//! A lost answer is resolved by sending the same batch again, with the same `rev`. Reading alone
//! would be wrong: the first copy may still be on its way. If the second copy meets a conflict, the
//! rows show whether the first one was committed.
//!
//! A row may still be lost with its server, if the server has stopped waiting for its standby. So
//! before the rows are read, another write must be acknowledged, and with it everything before it.

use super::change::Form;
use super::failure::CommitFailure;
use super::faults::{Fault, Faults};
use super::prepared::{Prepared, PreparedChange};
use crate::error::{Cause, CommitError, StoreError};
use crate::schema::{Insertion, Rev, Row, Statement};

/// What committing needs from a database.
pub(crate) trait Database {
    /// Answers the statements in order, all from one snapshot.
    async fn query(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError>;
    /// Commits all changes or none. Continues if the caller drops the future.
    async fn commit(&self, batch: Prepared) -> Result<(), CommitFailure>;
    /// Whether a commit that was visible may be lost in a failover: a server whose wait for its
    /// standby failed still shows the commit to everyone.
    fn may_forget(&self) -> bool;
}

/// Maximum number of times a batch is sent.
const SENDINGS: u32 = 5;
/// Maximum number of tries of the write that confirms everything before it.
const CONFIRMATIONS: i64 = 3;

/// Commits a batch, whatever happens to the answers.
pub(crate) async fn commit(
    engine: &impl Database,
    faults: Option<&dyn Faults>,
    batch: &Prepared,
) -> Result<(), CommitError> {
    let mut late = 0;
    let verdict = send_until_known(engine, faults, batch, &mut late).await;
    for _ in 0..late {
        let _ignored = engine.commit(batch.clone()).await;
    }
    verdict
}

async fn send_until_known(
    engine: &impl Database,
    faults: Option<&dyn Faults>,
    batch: &Prepared,
    late: &mut u32,
) -> Result<(), CommitError> {
    let mut lost = None;
    let mut is_confirmed = !engine.may_forget() || batch.surely_writes();
    for send in 0..SENDINGS {
        let fault = faults.map_or(Fault::Deliver, |faults| faults.on_send(batch.rev, send));
        *late += u32::from(fault == Fault::Late);
        match deliver(engine, fault, batch).await {
            Ok(()) if lost.is_none() || is_confirmed => return Ok(()),
            // The first copy may have left it nothing to do, so send it again once that copy is
            // confirmed.
            Ok(()) => {
                confirm(engine, batch).await?;
                is_confirmed = true;
            }
            Err(CommitFailure::Conflict) if lost.is_none() => return Err(CommitError::Conflict),
            Err(CommitFailure::Conflict) => {
                confirm(engine, batch).await?;
                return resolve(engine, batch).await;
            }
            Err(CommitFailure::Failed(error)) if lost.is_none() => return Err(error.into()),
            Err(CommitFailure::Failed(StoreError::Closed | StoreError::Unavailable)) => break,
            Err(CommitFailure::Unknown(error) | CommitFailure::Failed(error)) => {
                tracing::warn!(%error, send, "the answer to a commit was lost");
                lost = Some(error);
            }
        }
    }
    // The loop ends only after an answer was lost.
    Err(lost.unwrap_or(StoreError::Unavailable).outcome_unknown().into())
}

/// Waits for a write to be acknowledged after everything written so far.
async fn confirm(engine: &impl Database, batch: &Prepared) -> Result<(), CommitError> {
    let mut last = StoreError::Unavailable;
    for again in 0..CONFIRMATIONS {
        if !engine.may_forget() {
            return Ok(());
        }
        // Each try has its own key, because the one before may still be waiting.
        match engine.commit(batch.confirmation(again)?).await {
            Ok(()) => return Ok(()),
            Err(CommitFailure::Conflict) => {
                let text = "a write without expectations met a conflict";
                last = StoreError::Engine(Cause::new(text));
            }
            Err(CommitFailure::Unknown(error) | CommitFailure::Failed(error)) => {
                last = error;
            }
        }
    }
    Err(last.outcome_unknown().into())
}

/// Sends the batch once, with the injected fault if there is one.
async fn deliver(
    engine: &impl Database,
    fault: Fault,
    batch: &Prepared,
) -> Result<(), CommitFailure> {
    match fault {
        Fault::Deliver => engine.commit(batch.clone()).await,
        Fault::LoseRequest | Fault::Late => Err(injected(fault)),
        Fault::LoseAnswer => {
            let _lost = engine.commit(batch.clone()).await;
            Err(injected(fault))
        }
    }
}

fn injected(fault: Fault) -> CommitFailure {
    CommitFailure::Unknown(StoreError::Engine(Cause::new(format!("injected: {fault:?}"))))
}

/// Decides a batch whose second copy met a conflict: it has been committed, or never will be.
async fn resolve(engine: &impl Database, batch: &Prepared) -> Result<(), CommitError> {
    let (changes, probes): (Vec<&PreparedChange>, Vec<Statement>) =
        batch.changes.iter().filter_map(|change| Some((change, change.probe()?))).unzip();
    let answers = engine.query(probes).await.map_err(StoreError::outcome_unknown)?;
    let mut inserted = false;
    for (change, rows) in changes.into_iter().zip(answers) {
        let found = rows.first().and_then(Row::first_int).map(Rev);
        match change.form {
            // The row already carried this batch's id, so it proves nothing.
            Form::Update(old) if old == batch.rev => {}
            Form::Update(old) | Form::Delete(old) if found == Some(old) => {
                return Err(CommitError::Conflict);
            }
            _ if found == Some(batch.rev) => return Ok(()),
            Form::Insert if change.table.insertion == Insertion::OwnKey => {
                inserted |= found.is_some();
            }
            _ => {}
        }
    }
    if inserted { Ok(()) } else { Err(CommitError::Conflict) }
}
