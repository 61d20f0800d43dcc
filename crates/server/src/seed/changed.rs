//! The error for a step that was done in a data folder but is no longer in the seeds.

use std::path::Path;

use super::journal::Told;
use super::placed::Placed;
use crate::text::harmless;

/// The missing step, and the steps in the seeds.
pub(super) struct Gone<'a> {
    pub(super) told: Told,
    pub(super) steps: Vec<Placed<'a>>,
}

impl Gone<'_> {
    /// Says where the step is now if it seems changed, otherwise where it was, and what to do.
    pub(super) fn sentence(&self, folder: &Path) -> String {
        let folder = folder.display();
        let said = match self.find_changed() {
            Some(now) => format!(
                "{} has changed since it was done in the data folder {folder}.",
                shown(&now)
            ),
            None => format!(
                "{} was done in the data folder {folder}, but is no longer in the seeds.",
                shown(&self.told)
            ),
        };
        format!(
            "{said} Undo that change, or start with a new data folder (--data) to run all steps \
             again."
        )
    }

    /// A new step with the same subject, or else one in the same place.
    fn find_changed(&self) -> Option<Told> {
        let old = &self.told;
        let news = self
            .steps
            .iter()
            .filter(|placed| placed.is_new() && placed.step.operation == old.operation);
        let news: Vec<Told> = news.map(Placed::told).collect();
        let by_subject =
            news.iter().find(|new| new.subject.is_some() && new.subject == old.subject);
        let by_place = || news.iter().find(|new| new.file == old.file && new.number == old.number);
        by_subject.or_else(by_place).cloned()
    }
}

/// `seed.yaml, step 3 (CreateGroup as staff, the-staff)`
fn shown(told: &Told) -> String {
    let Told { operation, name, subject, file, number } = told;
    let name = name.as_ref().map(|name| format!(" as {name}")).unwrap_or_default();
    let subject = subject.as_ref().map(|subject| format!(", {subject}")).unwrap_or_default();
    let what = format!("({operation}{name}{subject})");
    let place = match (file, number) {
        (Some(file), Some(number)) => format!("{file}, step {number} {what}"),
        // An older version did not record the place.
        _ => format!("A step {what}"),
    };
    harmless(&place)
}
