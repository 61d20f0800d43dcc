//! Progress of long work, for people at a terminal.

use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::terminal::Form;

/// How often the size of a growing file is read.
const PAUSE: Duration = Duration::from_millis(100);

/// A progress bar on standard error, if that is a terminal and the result is not JSON.
pub(super) fn bar(form: Form, all: u64, template: &str) -> Option<ProgressBar> {
    form.is_watched().then(|| {
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(all).with_style(style)
    })
}

/// A file that is being written, by this process or by a server.
pub(super) struct Growing {
    /// What is being done.
    pub(super) doing: &'static str,
    pub(super) file: PathBuf,
    /// The file or database it is made from.
    pub(super) source: Option<PathBuf>,
    /// The step that follows when everything is written.
    pub(super) then: &'static str,
}

impl Growing {
    /// Shows how much of the file is written until the work ends.
    pub(super) async fn until<T>(self, form: Form, work: impl Future<Output = T>) -> T {
        let all = self.source.as_deref().and_then(find_size);
        let bar =
            all.and_then(|all| bar(form, all, "{prefix} {bar:20} {bytes} of {total_bytes} {msg}"));
        // Without a source the work fails at once, and says why.
        let Some(bar) = bar else { return work.await };
        bar.set_prefix(self.doing);
        let mut work = std::pin::pin!(work);
        loop {
            self.show(&bar);
            tokio::select! {
                outcome = &mut work => {
                    bar.finish_and_clear();
                    return outcome;
                }
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    fn show(&self, bar: &ProgressBar) {
        let all = bar.length().unwrap_or_default();
        // A missing file has been renamed to its final name; the bar never goes back.
        let written = find_size(&self.file).unwrap_or_default().max(bar.position());
        bar.set_length(all.max(written));
        bar.set_position(written);
        bar.set_message(if written >= all { self.then } else { "" });
    }
}

fn find_size(file: &Path) -> Option<u64> {
    std::fs::metadata(file).map(|metadata| metadata.len()).ok().filter(|size| *size > 0)
}
