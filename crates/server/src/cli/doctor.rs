//! `poolkeeper doctor`: checks a data folder that no server is using, or a database beside its servers.

use std::path::PathBuf;

use clap::Args;

use super::{Stop, data_folder, terminal};
use crate::config::Config;
use crate::config::store::Place;

/// Flags of `doctor`.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Check every invariant across rows, not only that the store opens
    #[arg(long)]
    deep: bool,
    #[command(flatten)]
    place: Where,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Where {
    /// The data folder
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The configuration file that names the data folder or database
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Doctor {
    /// Prints each finding; findings are a failure.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let place = match (self.place.data, self.place.config) {
            (Some(data), _) => Place::folder(data),
            (None, Some(config)) => Config::load(&config)?.store,
            (None, None) => return Err(Stop::refused("Give --data FOLDER or --config FILE.")),
        };
        let shown = place.shown();
        if place.folder.as_ref().is_some_and(|folder| !data_folder::has_database(folder)) {
            return Err(Stop::failed(format!("{shown} has no database; give the folder that a server uses.")));
        }
        let store = super::opened(&place).await?;
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
