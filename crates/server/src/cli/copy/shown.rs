//! How far a copy is, for people.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use store::copy::{Progress, Stage};

use crate::cli::terminal;

/// A bar on a terminal, else a line for each table.
pub(super) struct Shown {
    bar: Option<ProgressBar>,
    last: Option<Progress>,
}

impl Shown {
    pub(super) fn new() -> Shown {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{prefix:9} {bar:30} {pos}/{len} {msg}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Shown { bar, last: None }
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
        if self.last.is_some_and(|last| (last.stage, last.table) != (progress.stage, progress.table)) {
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
        if let (None, Some(Progress { stage, table, rows, .. })) = (&self.bar, self.last) {
            let done = match stage {
                Stage::Copying => "copied",
                Stage::Verifying => "compared",
            };
            terminal::say(&format!("{done} {table}: {rows} rows"));
        }
    }
}
