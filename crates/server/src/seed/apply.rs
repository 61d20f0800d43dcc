//! Applies seeds: each step once and in order, after the steps of earlier starts.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pools::{Chosen, Server};
use serde_json::Value;
use store::StoreError;
use wire::Service;

use super::journal::{Begun, Entry, Journal, JournalError};
use super::placed::{Placed, State, placed};
use super::reference::{self, Answers, ReferenceError};
use super::{SeedFile, Step, recover};
use crate::aws_json::Refused;
use crate::aws_json::own_call;

/// Its answers are always kept, for the list of pools printed at startup.
const CREATE_POOL: &str = "CreateUserPool";

/// What the seeds have created, at this start or an earlier one.
#[derive(Debug, Default)]
pub struct Seeded {
    /// The ids of user pools.
    pub pools: Vec<String>,
    /// How many steps were done at this start.
    pub steps: usize,
}

/// Why seeds were not applied. Displays as a sentence.
#[derive(Debug, thiserror::Error)]
pub enum NotApplied {
    /// The seeds do not match what was done before. Names the step and says what to do.
    #[error("{0}")]
    Changed(String),
    /// The journal cannot be read or written.
    #[error("{0}.")]
    Journal(#[from] JournalError),
    /// The last commit cannot be read from the store.
    #[error("{0}.")]
    Store(#[source] StoreError),
    /// A signal stopped the run before this step.
    #[error("Stopped before {0}; start again to continue there.")]
    Stopped(String),
    /// A step failed. The steps before it are done.
    #[error("{}", stopped(place, cause, *n_before))]
    Step {
        /// The file and the step.
        place: String,
        /// How many steps come before it.
        n_before: usize,
        /// Why it failed.
        #[source]
        cause: NotDone,
    },
}

/// Why a step was not done. Displays as a clause or a sentence.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// The API has no such operation.
    #[error("no such operation")]
    UnknownOperation,
    /// A reference cannot be resolved.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// It cannot be recorded.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Its request was refused.
    #[error(transparent)]
    Refused(Refused),
    /// The server failed. The next start finds out from the store whether the step was done.
    #[error(transparent)]
    Faulted(Refused),
    /// It was done, but its answer is lost.
    #[error("its answer is lost")]
    Unanswered,
}

/// Runs the steps not yet done in the data folder. Stops before the next one once `is_stopped` is
/// set.
///
/// # Errors
/// [`NotApplied::Changed`] before anything is done; the others at the first step that fails.
pub async fn apply(
    server: &Arc<Server>,
    folder: &Path,
    files: &[SeedFile],
    is_stopped: &AtomicBool,
) -> Result<Seeded, NotApplied> {
    let mut journal = Journal::open(folder)?;
    let last_commit =
        pools::request::chosen::last_commit(server).await.map_err(NotApplied::Store)?;
    let steps = placed(files, &mut journal, last_commit)
        .map_err(|gone| NotApplied::Changed(gone.sentence(folder)))?;
    let mut run =
        Run { server, journal, answers: Answers::new(), pools: BTreeMap::new(), n_done: 0 };
    let outcome = run.all(&steps, is_stopped).await;
    run.journal.sync()?;
    outcome?;
    Ok(Seeded { pools: run.pools.into_values().collect(), steps: run.n_done })
}

/// A run of seeds.
struct Run<'a> {
    server: &'a Arc<Server>,
    journal: Journal,
    answers: Answers,
    /// The ids of user pools, by the position of their steps.
    pools: BTreeMap<usize, String>,
    /// How many steps were done at this start.
    n_done: usize,
}

impl Run<'_> {
    /// Runs the steps that are not done.
    async fn all(
        &mut self,
        steps: &[Placed<'_>],
        is_stopped: &AtomicBool,
    ) -> Result<(), NotApplied> {
        // The journal can have only one unfinished step, so the end of a step that was done is
        // recorded before another begins, whatever its position in the seeds. Steps that were done
        // refer only to others that were done.
        let (new, before): (Vec<_>, Vec<_>) =
            steps.iter().enumerate().partition(|(_, placed)| placed.is_new());
        for (at, placed) in before.into_iter().chain(new) {
            let place = placed.place();
            if is_stopped.load(Ordering::Relaxed) {
                return Err(NotApplied::Stopped(place));
            }
            let failed = |cause| NotApplied::Step { place, n_before: at, cause };
            self.take(at, placed).await.map_err(failed)?;
        }
        Ok(())
    }

    /// Runs a step unless it is done.
    async fn take(&mut self, at: usize, placed: &Placed<'_>) -> Result<(), NotDone> {
        let Entry { told, answer, .. } = match &placed.state {
            State::New => self.done(placed).await?,
            State::Committed(begun) => self.recovered(placed, begun).await?,
            State::Done(entry) => entry.clone(),
        };
        if told.operation == CREATE_POOL
            && let Some(id) = answer.pointer("/UserPool/Id").and_then(Value::as_str)
        {
            self.pools.insert(at, id.to_owned());
        }
        if let Some(name) = told.name {
            self.answers.insert(name, answer);
        }
        Ok(())
    }

    async fn done(&mut self, placed: &Placed<'_>) -> Result<Entry, NotDone> {
        let step = placed.step;
        let operation =
            wire::operation(Service::Idp, &step.operation).ok_or(NotDone::UnknownOperation)?;
        let input = reference::resolve_all(&step.input, &self.answers)?;
        let (id, commit) =
            (recover::chosen_id(step, &input, &self.server.rng), self.server.rng.positive_i63());
        let begun = Begun { begun: step.digest(), told: placed.told(), id: id.clone(), commit };
        self.journal.begin(&begun)?;
        let answer = own_call::call(
            self.server,
            operation,
            Some(Chosen { id, commit }),
            Value::Object(input),
        )
        .await;
        let entry =
            entry(placed, answer.map_err(|refused| not_done(&mut self.journal, begun, refused))?);
        self.journal.end(&entry)?;
        self.n_done += 1;
        Ok(entry)
    }

    /// Records that a step was done, with the answer that it would have now.
    async fn recovered(&mut self, placed: &Placed<'_>, begun: &Begun) -> Result<Entry, NotDone> {
        let mut answer = Value::Null;
        if is_kept(placed.step) {
            let input = reference::resolve_all(&placed.step.input, &self.answers)?;
            let found =
                recover::answer(self.server, placed.step, begun.id.as_deref(), &input).await;
            answer = found.ok_or(NotDone::Unanswered)?;
        }
        let entry = entry(placed, answer);
        self.journal.end(&entry)?;
        self.journal.sync()?;
        Ok(entry)
    }
}

/// Records a refusal. A fault is not recorded: the commit may have succeeded, and the store knows.
fn not_done(journal: &mut Journal, begun: Begun, refused: Refused) -> NotDone {
    if refused.is_fault() {
        return NotDone::Faulted(refused);
    }
    match journal.refuse(begun) {
        Ok(()) => NotDone::Refused(refused),
        Err(unwritten) => NotDone::Journal(unwritten),
    }
}

fn entry(placed: &Placed<'_>, answer: Value) -> Entry {
    let answer = if is_kept(placed.step) { answer } else { Value::Null };
    Entry { step: placed.step.digest(), told: placed.told(), answer }
}

fn is_kept(step: &Step) -> bool {
    step.operation == CREATE_POOL || step.name.is_some()
}

fn stopped(place: &str, not_done: &NotDone, n_before: usize) -> String {
    let why = not_done.to_string();
    let why = why.strip_suffix('.').unwrap_or(&why);
    match not_done {
        NotDone::UnknownOperation
        | NotDone::Reference(_)
        | NotDone::Journal(_)
        | NotDone::Refused(_) => {
            let go_on = match n_before {
                0 => "Fix it and start again.",
                _ => "The steps before it are done; fix this one and start again.",
            };
            format!("{place}: {why}. {go_on}")
        }
        NotDone::Faulted(_) => format!(
            "{place}: {why}. Start again without changing this step: if it was already done, it \
             will not be repeated."
        ),
        NotDone::Unanswered => format!(
            "{place} was done, but Poolkeeper died before recording its answer, which cannot be \
             read back. Start with a new data folder (--data) to run all steps again."
        ),
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use serde_json::json;

    use super::*;

    /// The error for a step with this answer, and whether the next start counts the step as done if
    /// its commit is the last one.
    fn answered(refused: Refused) -> (String, bool) {
        let folder = testkit::TempDir::new();
        let begun: Begun = serde_json::from_value(
            json!({ "begun": "00", "operation": "CreateGroup", "commit": 7 }),
        )
        .unwrap();
        let mut journal = Journal::open(folder.path()).unwrap();
        journal.begin(&begun).unwrap();
        let said =
            stopped("seed.yaml, step 2 (CreateGroup)", &not_done(&mut journal, begun, refused), 1);
        (said, Journal::open(folder.path()).unwrap().take_committed(Some(7)).is_some())
    }

    #[test]
    fn a_refusal_is_final_and_a_fault_is_not() {
        let refused = Refused::new(
            StatusCode::BAD_REQUEST,
            "GroupExistsException",
            "A group with the name already exists.",
        );
        let said = "seed.yaml, step 2 (CreateGroup): GroupExistsException: A group with the name \
            already exists. The steps before it are done; fix this one and start again.";
        assert_eq!(answered(refused), (said.to_owned(), false));
        let said = "seed.yaml, step 2 (CreateGroup): InternalErrorException: Something went \
            wrong. Start again without changing this step: if it was already done, it will not be \
            repeated.";
        assert_eq!(answered(Refused::internal()), (said.to_owned(), true));
    }
}
