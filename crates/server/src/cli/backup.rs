//! `poolkeeper backup`: writes all data of a folder to one file.

use std::path::{Path, PathBuf};

use clap::Args;
use server::admin::Command;

use super::place::{Where, tell};
use super::progress::Growing;
use super::terminal::Form;
use super::{Stop, data_folder};

const NOTES: &str = "\
The file holds a consistent snapshot of the data; a running server keeps serving meanwhile. The \
file must not exist yet; it is readable by its owner only, and is safely on disk when the command \
ends. A running server writes it itself, as its own user.

The backup does not contain the master key: keep that elsewhere. Back up data in PostgreSQL with \
PostgreSQL's own tools.";

/// Flags of `backup`.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Backup {
    /// The file to create
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    pub(super) form: Form,
}

impl Backup {
    /// Writes the backup, then prints its size and the master keys it needs.
    pub(super) async fn run(self) -> Result<(), Stop> {
        let failed = |error: std::io::Error| {
            Stop::refused(format!("--to cannot be made an absolute path: {error}."))
        };
        // The server has a different working directory.
        let to = std::path::absolute(&self.to).map_err(failed)?;
        if to.to_str().is_none() {
            return Err(Stop::refused("--to must be UTF-8: it is sent to the server as text."));
        }
        let known = self.place.known()?;
        let written = growing(&to, known.place.folder.as_deref());
        let outcome = written.until(self.form, known.outcome(Command::Backup { to })).await?;
        tell(&outcome, self.form);
        Ok(())
    }
}

/// Watches the file under its temporary name. It is on this machine, whether a server or this
/// process writes it.
fn growing(to: &Path, folder: Option<&Path>) -> Growing {
    let mut file = to.as_os_str().to_owned();
    file.push(".partial");
    Growing {
        doing: "Writing",
        file: file.into(),
        source: folder.map(data_folder::database),
        then: "waiting for the disk",
    }
}
