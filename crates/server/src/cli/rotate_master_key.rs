//! `poolkeeper rotate-master-key`: all data under the first master key of the configuration.

use std::path::PathBuf;

use clap::Args;
use server::admin::Command;
use server::config::Config;

use super::Stop;
use super::place::{Known, master_keys};
use super::terminal::Form;

const NOTES: &str = "\
Put the new key in front of the old one in keys.list and restart the server; with several nodes, first add it behind the old one on \
each. Then run this: every user pool's keys are wrapped under the new key, while the servers go on. It may be stopped at any time; run \
it again and it goes on. At its end the old key may leave the configuration. Tokens and passwords are not touched.";

/// Flags of `rotate-master-key`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct RotateMasterKey {
    /// The configuration file, with the new key first in keys.list
    #[arg(long, value_name = "FILE", env = "POOLKEEPER_CONFIG")]
    config: PathBuf,
    #[command(flatten)]
    pub(super) form: Form,
}

impl RotateMasterKey {
    /// Prints how many pools there are, how many were changed, and which key is not needed any
    /// more.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = Config::load(&self.config)?;
        let first = master_keys(&config)?.ids().next().unwrap_or_default().to_owned();
        Known::configured(config)?.run(Command::RotateMasterKey { first }, self.form).await
    }
}
