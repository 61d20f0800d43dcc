//! `poolkeeper rotate-master-key`: rewraps every pool's keys under the first master key of the
//! configuration.

use std::path::PathBuf;

use clap::Args;
use server::admin::Command;
use server::config::Config;

use super::Stop;
use super::place::{Known, master_keys};
use super::terminal::Form;

const NOTES: &str = "\
Put the new key before the old one in keys.list and restart the server; with several nodes, first \
add it after the old one on each node. Then run this command: it rewraps every user pool's keys \
under the new key while the servers keep running. It can be stopped at any time and run again to \
resume. When it is done, the old key can be removed from the configuration. Tokens and passwords \
are unaffected.";

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
    /// Prints how many pools there are, how many were rewrapped, and which keys are no longer
    /// needed.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = Config::load(&self.config)?;
        let first = master_keys(&config)?.ids().next().unwrap_or_default().to_owned();
        Known::configured(config)?.run(Command::RotateMasterKey { first }, self.form).await
    }
}
