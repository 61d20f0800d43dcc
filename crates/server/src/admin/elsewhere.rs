//! Systems without such sockets: commands work on a stopped server's data.

use std::path::Path;
use std::sync::Arc;

use operations::Server;

use super::{Audience, Command, Reply};

/// Never open.
pub(crate) struct Socket;

impl Socket {
    /// There is none.
    pub(crate) fn open(_folder: &Path, _server: &Arc<Server>, _audience: Audience) -> Option<Self> {
        None
    }

    /// Nothing to close.
    pub(crate) async fn close(self) {}
}

/// There is nobody to ask.
pub(crate) async fn send(folder: &Path, _command: &Command) -> Result<Reply, String> {
    Err(format!(
        "The data folder {} is in use; stop the server there and run this again",
        folder.display()
    ))
}
