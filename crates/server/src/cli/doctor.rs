//! `poolkeeper doctor`: checks a data folder that no server is using, or a database beside its servers.

use clap::Args;

use super::place::Where;
use super::{Stop, terminal};

/// Flags of `doctor`.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Check every invariant across rows, not only that the store opens
    #[arg(long)]
    deep: bool,
    #[command(flatten)]
    place: Where,
}

impl Doctor {
    /// Prints each finding; findings are a failure.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let known = self.place.known()?;
        known.require_database()?;
        let shown = known.place.shown();
        let store = super::opened(&known.place).await?;
        let findings = if self.deep { operations::doctor::deep(&store).await } else { Vec::new() };
        store.close().await;
        for finding in &findings {
            terminal::say(&format!("{}: {}", finding.check, finding.detail));
        }
        match findings.len() {
            0 => {
                terminal::say(&format!("{shown}: no findings."));
                Ok(())
            }
            count => Err(Stop::failed(format!("{shown} has {count} findings."))),
        }
    }
}
