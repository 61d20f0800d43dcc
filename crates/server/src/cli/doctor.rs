//! `poolkeeper doctor`: checks a data folder that no server is using.

use std::path::PathBuf;

use clap::Args;
use store::{Options, Store};

use super::{Stop, data_folder, terminal};
use crate::config::Config;

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
    /// The configuration file that names the data folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Doctor {
    /// Prints each finding; findings are a failure.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let data = match (self.place.data, self.place.config) {
            (Some(data), _) => data,
            (None, Some(config)) => Config::load(&config)?.store.path,
            (None, None) => return Err(Stop::refused("Give --data FOLDER or --config FILE.")),
        };
        let shown = data.display();
        if !data_folder::has_database(&data) {
            return Err(Stop::failed(format!("{shown} has no database; give the folder that a server uses.")));
        }
        let store = Store::open(Options::sqlite(&data)).map_err(|error| Stop::failed(format!("{error}.")))?;
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
