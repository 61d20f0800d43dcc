//! Systems without such sockets: commands work on a stopped server's data.

use std::path::Path;
use std::sync::Arc;

use pools::Server;

use super::Audience;

/// Never open.
pub struct NoSocket;

impl NoSocket {
    /// There is none.
    pub fn open(_folder: &Path, _server: &Arc<Server>, _audience: Audience) -> Option<Self> {
        None
    }

    /// Nothing to close.
    pub async fn close(self) {}
}
