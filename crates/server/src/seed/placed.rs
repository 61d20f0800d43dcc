//! The steps of all seeds, each with its state in the data folder.

use super::changed::Gone;
use super::check::place;
use super::journal::{Begun, Entry, Journal, Told};
use super::{SeedFile, Step};

/// Members that identify the subject of a step, the most specific first.
const SUBJECTS: [&str; 5] = ["Username", "GroupName", "ClientName", "ClientId", "PoolName"];

/// A step of a seed.
pub(super) struct Placed<'a> {
    pub(super) file: &'a SeedFile,
    /// Counted from 0.
    pub(super) at: usize,
    pub(super) step: &'a Step,
    pub(super) state: State,
}

/// The state of a step in a data folder.
pub(super) enum State {
    New,
    Done(Entry),
    /// Done, but the process died before that was recorded.
    Committed(Begun),
}

impl Placed<'_> {
    pub(super) fn is_new(&self) -> bool {
        matches!(self.state, State::New)
    }

    /// Names the step in messages.
    pub(super) fn place(&self) -> String {
        place(self.file, self.at, self.step)
    }

    /// The description recorded in the journal.
    pub(super) fn told(&self) -> Told {
        let input = &self.step.input;
        Told {
            operation: self.step.operation.clone(),
            name: self.step.name.clone(),
            subject: SUBJECTS.iter().find_map(|name| Some(input.get(*name)?.as_str()?.to_owned())),
            file: Some(self.file.path.display().to_string()),
            number: Some(self.at + 1),
        }
    }
}

/// The steps in order. The error is a step that was done in the folder but is not in the seeds.
pub(super) fn placed<'a>(
    files: &'a [SeedFile],
    journal: &mut Journal,
    last_commit: Option<i64>,
) -> Result<Vec<Placed<'a>>, Box<Gone<'a>>> {
    let mut steps = Vec::new();
    for file in files {
        for (at, step) in file.seed.steps.iter().enumerate() {
            let state = journal.take(&step.digest()).map_or(State::New, State::Done);
            steps.push(Placed { file, at, step, state });
        }
    }
    if let Some(entry) = journal.rest() {
        return Err(Box::new(Gone { told: entry.told.clone(), steps }));
    }
    let Some(begun) = journal.take_committed(last_commit) else { return Ok(steps) };
    match steps.iter_mut().find(|placed| placed.is_new() && placed.step.digest() == begun.begun) {
        Some(placed) => placed.state = State::Committed(begun),
        None => return Err(Box::new(Gone { told: begun.told, steps })),
    }
    Ok(steps)
}
