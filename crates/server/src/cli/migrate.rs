//! `poolkeeper migrate`: migrates the schema of a database to the newest version.

use std::path::PathBuf;

use clap::Args;
use domain::{Clock, Rng};
use serde_json::json;
use server::config::Config;

use super::Stop;
use super::terminal::Form;

const NOTES: &str = "\
A schema only moves forward: the way back is a backup. Back up a PostgreSQL database first, with \
pg_dump for example. A data folder is backed up by the command itself, to a file in the folder.";

/// Flags of `migrate`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Migrate {
    /// The configuration file that names the database
    #[arg(long, value_name = "FILE", env = "POOLKEEPER_CONFIG")]
    config: PathBuf,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Migrate {
    /// Prints the schema version before and after. Several processes may run this at once: one
    /// migrates, the others report the result.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = Config::load(&self.config)?;
        let (now, holder) = (Clock::system().now().millis(), Rng::system().uuid());
        let done = store::migrate(&config.store.options, now, &holder).await;
        let done = done.map_err(|error| Stop::failed(format!("{error}.")))?;
        let shown = config.store.shown();
        let shown_json = json!({
            "store": shown, "from": done.from, "to": done.to, "backup": done.backup,
        });
        self.form.tell(&shown_json, |_| {
            if done.from == done.to {
                return format!("{shown} already has schema {}, the newest.", done.to);
            }
            let migrated =
                format!("{shown} was migrated from schema {} to {}.", done.from, done.to);
            match &done.backup {
                Some(backup) => format!("{migrated} A backup from before is {}.", backup.display()),
                None => migrated,
            }
        });
        Ok(())
    }
}
