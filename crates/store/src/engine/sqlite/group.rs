//! Several batches in one transaction, each decided separately.

use rusqlite::ErrorCode;

use super::session::Session;
use super::store_error;
use crate::commit::{CommitFailure, Prepared};

type Verdict = Result<(), CommitFailure>;

/// Decides the batches in order. Returns only after the transaction has committed, so the verdicts
/// hold.
pub(super) fn decide(session: &mut Session, batches: &[&Prepared]) -> Vec<Verdict> {
    if batches.len() > 1
        && let Some(verdicts) = together(session, batches)
    {
        return verdicts;
    }
    batches.iter().map(|batch| alone(session, batch)).collect()
}

/// One transaction for all batches, with a savepoint for each; `None` if an error ended it, and
/// nothing was written.
fn together(session: &mut Session, batches: &[&Prepared]) -> Option<Vec<Verdict>> {
    let outcome = attempt(session, batches);
    if let Err(error) = &outcome {
        tracing::warn!(%error, batches = batches.len(), "a group of commits is retried one by one");
        // After some errors, such as a full disk, SQLite has already rolled back.
        session.abandon();
    }
    outcome.ok()
}

fn attempt(session: &mut Session, batches: &[&Prepared]) -> rusqlite::Result<Vec<Verdict>> {
    session.control("BEGIN IMMEDIATE")?;
    let mut verdicts = Vec::with_capacity(batches.len());
    for batch in batches {
        session.control("SAVEPOINT batch")?;
        if apply(session, batch)? {
            verdicts.push(Ok(()));
        } else {
            session.control("ROLLBACK TO batch")?;
            verdicts.push(Err(CommitFailure::Conflict));
        }
        session.control("RELEASE batch")?;
    }
    session.control("COMMIT")?;
    Ok(verdicts)
}

/// A batch in its own transaction.
fn alone(session: &mut Session, batch: &Prepared) -> Verdict {
    let failed = |error: rusqlite::Error| CommitFailure::Failed(store_error(error));
    session.control("BEGIN IMMEDIATE").map_err(failed)?;
    match apply(session, batch) {
        Ok(true) => session.control("COMMIT").map_err(|error| {
            session.abandon();
            if undecided(&error) {
                CommitFailure::Unknown(store_error(error))
            } else {
                failed(error)
            }
        }),
        Ok(false) => {
            session.abandon();
            Err(CommitFailure::Conflict)
        }
        Err(error) => {
            session.abandon();
            Err(failed(error))
        }
    }
}

/// Whether a COMMIT that failed with this error may have reached the disk.
fn undecided(error: &rusqlite::Error) -> bool {
    !matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DiskFull | ErrorCode::DatabaseBusy | ErrorCode::ReadOnly)
    )
}

/// Applies the changes. Returns whether every expectation held.
fn apply(session: &mut Session, batch: &Prepared) -> rusqlite::Result<bool> {
    for change in batch.changes.iter() {
        let holds = if change.form.is_guard() {
            session.finds(&change.statement)?
        } else {
            let touched = session.execute(&change.statement)?;
            touched == 1 || !change.form.expects_row()
        };
        if !holds {
            return Ok(false);
        }
    }
    Ok(true)
}
