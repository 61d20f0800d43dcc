//! Permission for a job to go on.

use std::sync::Arc;

use tokio::sync::watch;

use super::lease::Lease;
use crate::error::Error;
use crate::request::Server;

/// Asked for before each slice of work.
pub(super) struct Turn<'a> {
    pub(super) server: &'a Arc<Server>,
    pub(super) stopped: &'a watch::Receiver<bool>,
    pub(super) lease: &'a mut Lease,
}

impl Turn<'_> {
    /// `false` if the server is stopping, or the work is another node's. That node, or the next
    /// pass, resumes it.
    pub(super) async fn goes_on(&mut self) -> Result<bool, Error> {
        if *self.stopped.borrow() {
            return Ok(false);
        }
        self.lease.hold(self.server).await
    }
}
