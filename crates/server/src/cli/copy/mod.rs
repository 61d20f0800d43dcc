//! `poolkeeper copy`: all data of one store to another, of the same or another engine.

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
A store is given as `sqlite:/absolute/folder` or as a PostgreSQL connection string, `postgres://user@host/database`. A password \
belongs in a file: other users of this machine can read the command line.

Stop every server that uses either store first, and start none before the end. A server on a folder is always noticed, one on \
PostgreSQL not always, and then what it writes is lost. A target in PostgreSQL is made ready with `poolkeeper migrate`; it \
must have no data, or those of the same copy that was stopped, which then goes on. At the end every row is read back and \
compared. A target that is not finished is refused by `serve` and `dev`.

Master keys are no part of the data: the new server needs those of the old one.";

/// Flags of `copy`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Copy {
    /// The store that is read
    #[arg(long, value_name = "STORE")]
    from: Given,
    /// The store that is written
    #[arg(long, value_name = "STORE")]
    to: Given,
    /// A file with the password of the source's database user
    #[arg(long, value_name = "FILE")]
    from_password_file: Option<PathBuf>,
    /// A file with the password of the target's database user
    #[arg(long, value_name = "FILE")]
    to_password_file: Option<PathBuf>,
    /// The certificates (PEM) that the source's must be signed by, instead of the system's
    #[arg(long, value_name = "FILE")]
    from_tls_ca_file: Option<PathBuf>,
    /// The certificates (PEM) that the target's must be signed by, instead of the system's
    #[arg(long, value_name = "FILE")]
    to_tls_ca_file: Option<PathBuf>,
    /// Over how many parts the target places each user pool, a power of two: by default 1 in a
    /// folder, 16 in PostgreSQL, and more only for pools of many millions of users
    #[arg(long, value_name = "NUMBER")]
    parts: Option<i64>,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Copy {
    /// Copies, compares, and prints how many rows each table has.
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
        let sentence = format!("The data are not copied: {error}.");
        match error {
            CopyError::Parts(_) => Stop::refused(format!("--parts is not accepted: {error}.")),
            CopyError::NotEmpty { .. }
            | CopyError::AnotherSource { .. }
            | CopyError::OtherParts { .. } => Stop::refused(sentence),
            _ => Stop::failed(sentence),
        }
    })
}
