//! For systems without Unix sockets: commands work only while the server is stopped.

use std::path::{Path, PathBuf};

use server::admin::{Command, Reply};

/// There is no socket to ask. Displays as a sentence without a full stop.
#[derive(Debug, thiserror::Error)]
#[error("The data folder {} is in use; stop its server and run this again", .0.display())]
pub(super) struct NoReply(PathBuf);

/// Always fails.
pub(super) async fn send(folder: &Path, _command: &Command) -> Result<Reply, NoReply> {
    Err(NoReply(folder.to_owned()))
}
