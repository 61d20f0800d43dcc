//! `poolkeeper migrate`: brings the schema of a PostgreSQL database up to date.

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
    /// Says how far the schema was, and how far it is. Several may run at once: one works, the
    /// others are told.
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
