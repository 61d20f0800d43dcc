//! `poolkeeper migrate`: migrates the schema of a PostgreSQL database to the newest version.

use std::path::PathBuf;

use clap::Args;
use domain::{Clock, Rng};
use serde_json::json;
use server::config::Config;

use super::Stop;
use super::terminal::Form;

/// Flags of `migrate`.
#[derive(Debug, Args)]
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
        self.form.tell(&json!({ "store": shown, "from": done.from, "to": done.to }), |_| {
            if done.from == done.to {
                return format!("{shown} already has schema {}, the newest.", done.to);
            }
            format!("{shown} was migrated from schema {} to {}.", done.from, done.to)
        });
        Ok(())
    }
}
