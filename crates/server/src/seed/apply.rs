//! Seeds are applied: every step once, in order.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use operations::{Chosen, Server};
use serde_json::Value;
use wire::Service;

use super::journal::{Begun, Entry, Journal};
use super::placed::{Placed, State, placed};
use super::reference::{self, Answers};
use super::{SeedFile, Step, recover};
use crate::own_call;

/// Its answers are always kept: the text at the start tells of the pools.
const CREATE_POOL: &str = "CreateUserPool";

/// What the seeds have made, at this start or an earlier one.
#[derive(Debug, Default)]
pub(crate) struct Seeded {
    /// The ids of user pools.
    pub(crate) pools: Vec<String>,
    /// How many steps were done at this start.
    pub(crate) steps: usize,
}

/// Why seeds are not applied; a sentence.
#[derive(Debug)]
pub(crate) enum NotApplied {
    /// The seeds do not fit what was done before.
    Changed(String),
    /// A step failed. Those before it are done.
    Failed(String),
}

/// Why a step is not done; a clause or a sentence.
enum NotDone {
    /// Mended, it can be.
    Failed(String),
    /// It was, and its answer is lost.
    Unanswered,
}

impl From<String> for NotDone {
    fn from(why: String) -> Self {
        Self::Failed(why)
    }
}

/// Does the steps that the data folder has not had. Ends before the next one once `is_stopped`.
///
/// # Errors
/// [`NotApplied::Changed`], before anything is done; [`NotApplied::Failed`] at the first step that fails.
pub(crate) async fn apply(
    server: &Arc<Server>,
    folder: &Path,
    files: &[SeedFile],
    is_stopped: &AtomicBool,
) -> Result<Seeded, NotApplied> {
    let failed = |why: String| NotApplied::Failed(format!("{why}."));
    let mut journal = Journal::open(folder).map_err(failed)?;
    let last_commit = operations::last_commit(server).await.map_err(|error| failed(error.to_string()))?;
    let steps = placed(files, &mut journal, last_commit).map_err(|gone| NotApplied::Changed(gone.sentence(folder)))?;
    let mut run = Run { server, journal, answers: Answers::new(), seeded: Seeded::default() };
    let mut outcome = Ok(());
    for (n_before, step) in steps.into_iter().enumerate() {
        let place = step.place();
        if is_stopped.load(Ordering::Relaxed) {
            outcome = Err(NotApplied::Failed(format!("Stopped before {place}; start again to go on there.")));
            break;
        }
        if let Err(not_done) = run.take(step).await {
            outcome = Err(NotApplied::Failed(stopped(&place, &not_done, n_before)));
            break;
        }
    }
    run.journal.sync().map_err(failed)?;
    outcome.map(|()| run.seeded)
}

/// Seeds under way.
struct Run<'a> {
    server: &'a Arc<Server>,
    journal: Journal,
    answers: Answers,
    seeded: Seeded,
}

impl Run<'_> {
    /// Does a step, unless it was done.
    async fn take(&mut self, placed: Placed<'_>) -> Result<(), NotDone> {
        let Entry { told, answer, .. } = match &placed.state {
            State::New => self.done(&placed).await?,
            State::Committed(begun) => self.recovered(&placed, begun).await?,
            State::Done(entry) => entry.clone(),
        };
        if told.operation == CREATE_POOL
            && let Some(id) = answer.pointer("/UserPool/Id").and_then(Value::as_str)
        {
            self.seeded.pools.push(id.to_owned());
        }
        if let Some(name) = told.name {
            self.answers.insert(name, answer);
        }
        Ok(())
    }

    async fn done(&mut self, placed: &Placed<'_>) -> Result<Entry, String> {
        let step = placed.step;
        let operation = wire::operation(Service::Idp, &step.operation).ok_or_else(|| "there is no such operation".to_owned())?;
        let input = reference::resolve_all(&step.input, &self.answers)?;
        let (id, commit) = (recover::chosen_id(step, &input, &self.server.rng), self.server.rng.positive_i63());
        self.journal.begin(&Begun { begun: step.digest(), told: placed.told(), id: id.clone(), commit })?;
        let answer = own_call::call(self.server, operation, Some(Chosen { id, commit }), Value::Object(input)).await;
        let entry = entry(placed, answer.map_err(|refused| refused.to_string())?);
        self.journal.end(&entry)?;
        self.seeded.steps += 1;
        Ok(entry)
    }

    /// Writes down that a step was done, with its answer as it is now.
    async fn recovered(&mut self, placed: &Placed<'_>, begun: &Begun) -> Result<Entry, NotDone> {
        let mut answer = Value::Null;
        if is_kept(placed.step) {
            let input = reference::resolve_all(&placed.step.input, &self.answers)?;
            let found = recover::answer(self.server, placed.step, begun.id.as_deref(), &input).await;
            answer = found.ok_or(NotDone::Unanswered)?;
        }
        let entry = entry(placed, answer);
        self.journal.end(&entry)?;
        Ok(entry)
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
    match not_done {
        NotDone::Failed(why) => {
            let end = if why.ends_with('.') { "" } else { "." };
            let go_on = match n_before {
                0 => "Mend it and start again.",
                _ => "The steps before it are done; mend this one and start again.",
            };
            format!("{place}: {why}{end} {go_on}")
        }
        NotDone::Unanswered => format!(
            "{place} was done, but Poolkeeper died before it had noted the answer, and nothing that can be asked tells it. Start with \
             a new data folder (--data): all steps are done there."
        ),
    }
}
