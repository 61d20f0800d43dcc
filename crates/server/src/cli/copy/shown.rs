//! Progress of a copy, for people.

use indicatif::ProgressBar;
use store::copy::{Progress, Stage};

use crate::cli::progress;
use crate::cli::terminal::{self, Form};

/// A progress bar on a terminal, otherwise a line per table; nothing with `--json`.
pub(super) struct Shown {
    bar: Option<ProgressBar>,
    has_lines: bool,
    last: Option<Progress>,
}

impl Shown {
    pub(super) fn new(form: Form) -> Shown {
        let bar = progress::bar(form, 0, "{prefix:9} {bar:30} {pos}/{len} {msg}");
        Shown { has_lines: bar.is_none() && !form.json, bar, last: None }
    }

    pub(super) fn show(&mut self, progress: Progress) {
        if let Some(bar) = &self.bar {
            bar.set_prefix(match progress.stage {
                Stage::Copying => "Copying",
                Stage::Verifying => "Comparing",
            });
            bar.set_length(progress.all as u64);
            bar.set_position(progress.done as u64);
            bar.set_message(format!("{}, row {}", progress.table, progress.rows));
        }
        if self
            .last
            .is_some_and(|last| (last.stage, last.table) != (progress.stage, progress.table))
        {
            self.say_last();
        }
        self.last = Some(progress);
    }

    pub(super) fn end(&self, is_whole: bool) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if is_whole {
            self.say_last();
        }
    }

    fn say_last(&self) {
        if let (true, Some(Progress { stage, table, rows, .. })) = (self.has_lines, self.last) {
            let done = match stage {
                Stage::Copying => "copied",
                Stage::Verifying => "compared",
            };
            terminal::say(&format!("{done} {table}: {rows} rows"));
        }
    }
}
