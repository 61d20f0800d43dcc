//! `poolkeeper copy`: copies all data between stores, of the same or different engines.

mod place;
mod shown;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use domain::{Clock, Rng};
use serde_json::{Value, json};
use store::copy::{CopyError, Report, Settings};
use store::{Rev, Store};

use super::Stop;
use super::signals::Signals;
use super::terminal::Form;
use place::{Given, Use, open, options_of, require_other_folder};
use shown::Shown;

const NOTES: &str = "\
A store is given as `sqlite:/absolute/folder` or as a PostgreSQL connection string, \
`postgres://user@host/database`. A password belongs in a file: other users of this machine can \
read the command line.

First stop every server that uses either store, and start none until the copy is finished. A \
server using a folder is always detected, one using PostgreSQL not always, and its writes would \
be lost. Prepare a target in PostgreSQL with `poolkeeper migrate`. The target must be empty, or \
hold an interrupted copy of the same source, which is then resumed. At the end every row is read \
back and compared. `serve` and `dev` refuse a target whose copy is not finished.

Master keys are not part of the data: the new server needs the same keys as the old one.";

/// Flags of `copy`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Copy {
    /// The store to read from
    #[arg(long, value_name = "STORE")]
    from: Given,
    /// The store to write to
    #[arg(long, value_name = "STORE")]
    to: Given,
    /// A file with the password of the source's database user
    #[arg(long, value_name = "FILE")]
    from_password_file: Option<PathBuf>,
    /// A file with the password of the target's database user
    #[arg(long, value_name = "FILE")]
    to_password_file: Option<PathBuf>,
    /// CA certificates (PEM) to trust for the source, instead of the system's
    #[arg(long, value_name = "FILE")]
    from_tls_ca_file: Option<PathBuf>,
    /// CA certificates (PEM) to trust for the target, instead of the system's
    #[arg(long, value_name = "FILE")]
    to_tls_ca_file: Option<PathBuf>,
    /// Number of parts per user pool in the target, a power of two: 1 by default in a folder, 16
    /// in PostgreSQL; more helps only pools with many millions of users
    #[arg(long, value_name = "NUMBER")]
    parts: Option<i64>,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Copy {
    /// Copies and compares the data, then prints the number of rows.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let signals = Signals::listen()?;
        let from = options_of(
            "--from",
            &self.from,
            self.from_password_file.as_deref(),
            self.from_tls_ca_file,
        )?;
        let to =
            options_of("--to", &self.to, self.to_password_file.as_deref(), self.to_tls_ca_file)?;
        require_other_folder(&from, &to)?;
        let from = open(from, Use::Read).await?;
        let outcome = match open(to, Use::Write).await {
            Ok(to) => {
                let n_parts = self.parts.unwrap_or_else(|| to.parts().into());
                let outcome = copy(&from, &to, n_parts, (signals, self.form)).await;
                to.close().await;
                outcome
            }
            Err(stop) => Err(stop),
        };
        from.close().await;
        let report = outcome?;
        let rows: u64 = report.tables.iter().map(|(_, rows)| rows).sum();
        let tables: Vec<Value> = report
            .tables
            .iter()
            .map(|(table, rows)| json!({ "table": table, "rows": rows }))
            .collect();
        self.form.tell(&json!({ "rows": rows, "tables": tables }), |_| {
            format!("Copied and compared {rows} rows of {} tables.", report.tables.len())
        });
        Ok(())
    }
}

async fn copy(
    from: &Store,
    to: &Store,
    n_parts: i64,
    (signals, form): (Signals, Form),
) -> Result<Report, Stop> {
    let is_stopped = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&is_stopped);
    tokio::spawn(async move {
        signals.stop().await;
        stopped.store(true, Ordering::Relaxed);
    });
    let rng = Rng::system();
    let mut shown = Shown::new(form);
    let settings = Settings {
        n_parts: Some(n_parts),
        now: Clock::system().now().millis(),
        new_rev: &mut || Rev(rng.positive_i63()),
        progress: &mut |progress| {
            shown.show(progress);
            if is_stopped.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    };
    let outcome = store::copy::run(from, to, settings).await;
    shown.end(outcome.is_ok());
    outcome.map_err(|error| {
        let sentence = format!("The data were not copied: {error}.");
        match error {
            CopyError::Parts(_) => Stop::refused(format!("Invalid --parts: {error}.")),
            CopyError::NotEmpty { .. }
            | CopyError::AnotherSource { .. }
            | CopyError::OtherParts { .. } => Stop::refused(sentence),
            _ => Stop::failed(sentence),
        }
    })
}
