//! `poolkeeper backup`: all data of a folder in one file.

use std::path::PathBuf;

use clap::Args;

use super::Stop;
use super::place::Where;
use super::terminal::Form;
use crate::admin::Command;

const NOTES: &str = "\
The file holds the data as they were at one moment; a running server goes on. It is made new, for its owner alone, and is on the disk \
when this ends. A running server writes it, as the user that it runs as.

The master key is not in it: keep that elsewhere. Data in PostgreSQL are backed up with its own tools.";

/// Flags of `backup`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Backup {
    /// The file to make
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Backup {
    /// Prints what was written and which master key it needs.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let failed = |error: std::io::Error| Stop::refused(format!("--to cannot be made a whole path: {error}."));
        // A server has another working folder.
        let to = std::path::absolute(&self.to).map_err(failed)?;
        if to.to_str().is_none() {
            return Err(Stop::refused("--to must be UTF-8: it is sent to the server as text."));
        }
        self.place.known()?.run(Command::Backup { to }, self.form).await
    }
}
