//! Systems without such sockets: commands work on a stopped server's data.

use std::path::Path;

use server::admin::{Command, Reply};

/// There is nobody to ask.
pub(super) async fn send(folder: &Path, _command: &Command) -> Result<Reply, String> {
    Err(format!(
        "The data folder {} is in use; stop its server and run this again",
        folder.display()
    ))
}
