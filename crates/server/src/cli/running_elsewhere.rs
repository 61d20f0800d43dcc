//! For systems without Unix sockets: commands work only while the server is stopped.

use std::path::Path;

use server::admin::{Command, Reply};

/// Always fails: there is no socket.
pub(super) async fn send(folder: &Path, _command: &Command) -> Result<Reply, String> {
    Err(format!(
        "The data folder {} is in use; stop its server and run this again",
        folder.display()
    ))
}
