//! Seeds are applied: every step once, in order.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use operations::Server;
use serde_json::{Map, Value};
use wire::Service;

use super::check::place;
use super::journal::{Entry, Journal};
use super::reference::{self, Answers};
use super::{SeedFile, Step};
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
    let steps = files.iter().flat_map(|file| file.seed.steps.iter().enumerate().map(move |(at, step)| (file, at, step)));
    let steps: Vec<_> = steps.map(|(file, at, step)| (file, at, step, journal.take(&step.digest()))).collect();
    if let Some(entry) = journal.rest() {
        return Err(NotApplied::Changed(changed(folder, entry)));
    }
    let (mut seeded, mut answers) = (Seeded::default(), Answers::new());
    let mut outcome = Ok(());
    for (file, at, step, done) in steps {
        if is_stopped.load(Ordering::Relaxed) {
            outcome = Err(NotApplied::Failed(format!("Stopped before {}; start again to go on there.", place(file, at, step))));
            break;
        }
        let entry = match done {
            Some(entry) => Ok(entry),
            None => newly_done(server, step, &answers, &mut journal, &mut seeded).await,
        };
        match entry {
            Ok(entry) => note(&mut seeded, &mut answers, entry),
            Err(why) => {
                outcome = Err(NotApplied::Failed(stopped(&place(file, at, step), &why)));
                break;
            }
        }
    }
    journal.sync().map_err(failed)?;
    outcome.map(|()| seeded)
}

async fn newly_done(
    server: &Arc<Server>,
    step: &Step,
    answers: &Answers,
    journal: &mut Journal,
    seeded: &mut Seeded,
) -> Result<Entry, String> {
    let input = reference::resolve_all(&step.input, answers)?;
    let answer = done(server, step, input).await?;
    let is_kept = step.operation == CREATE_POOL || step.name.is_some();
    let entry = Entry {
        step: step.digest(),
        operation: step.operation.clone(),
        name: step.name.clone(),
        answer: if is_kept { answer } else { Value::Null },
    };
    journal.append(&entry)?;
    seeded.steps += 1;
    Ok(entry)
}

async fn done(server: &Arc<Server>, step: &Step, input: Map<String, Value>) -> Result<Value, String> {
    let operation = wire::operation(Service::Idp, &step.operation).ok_or_else(|| "there is no such operation".to_owned())?;
    let answer = own_call::call(server, operation, step.id.as_deref(), Value::Object(input)).await;
    answer.map_err(|refused| refused.to_string())
}

fn note(seeded: &mut Seeded, answers: &mut Answers, entry: Entry) {
    let Entry { operation, name, answer, .. } = entry;
    if operation == CREATE_POOL
        && let Some(id) = answer.pointer("/UserPool/Id").and_then(Value::as_str)
    {
        seeded.pools.push(id.to_owned());
    }
    if let Some(name) = name {
        answers.insert(name, answer);
    }
}

fn stopped(place: &str, why: &str) -> String {
    let end = if why.ends_with('.') { "" } else { "." };
    format!("{place}: {why}{end} The steps before it are done; mend this one and start again.")
}

fn changed(folder: &Path, entry: &Entry) -> String {
    let named = entry.name.as_ref().map(|name| format!(" as {name}")).unwrap_or_default();
    format!(
        "The data folder {} has had a step that the seeds no longer have as it was ({}{named}). Undo that change, or start with a \
         new data folder: all steps are done there.",
        folder.display(),
        entry.operation
    )
}
