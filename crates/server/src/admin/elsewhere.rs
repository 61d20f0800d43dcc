//! For systems without Unix sockets: commands work only while the server is stopped.

use std::path::Path;
use std::sync::Arc;

use pools::Server;

use super::Audience;

/// Never opened.
pub struct NoSocket;

impl NoSocket {
    /// Always `None`.
    pub fn open(_folder: &Path, _server: &Arc<Server>, _audience: Audience) -> Option<Self> {
        None
    }

    /// Does nothing.
    pub async fn close(self) {}
}
