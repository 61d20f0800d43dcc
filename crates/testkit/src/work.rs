//! Measures the work of a request.

use std::ops::Sub;

use store::Counts;

use crate::TestServer;

/// Work of the store and of cryptography, up to a moment or between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Calls, statements, commits and changes.
    pub store: Counts,
    /// Values sealed.
    pub seals: u64,
    /// Values unsealed, including failed attempts.
    pub unseals: u64,
    /// Modular exponentiations of SRP.
    pub powers: u64,
    /// argon2 computations.
    pub argon2: u64,
    /// RSA signatures.
    pub signatures: u64,
    /// Message authentication codes.
    pub macs: u64,
}

impl Work {
    /// Everything the server did so far.
    pub fn so_far(server: &TestServer) -> Self {
        let crypto = server.inner().meter.snapshot();
        Self {
            store: server.inner().store.counts(),
            seals: crypto.seals,
            unseals: crypto.unseals,
            powers: crypto.powers,
            argon2: crypto.argon2,
            signatures: crypto.signatures,
            macs: crypto.macs,
        }
    }
}

impl TestServer {
    /// Measures the work that an action causes.
    pub async fn work_of<T>(&self, action: impl Future<Output = T>) -> (T, Work) {
        let before = Work::so_far(self);
        let done = action.await;
        (done, Work::so_far(self) - before)
    }
}

impl Sub for Work {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            store: Counts {
                reads: self.store.reads - earlier.store.reads,
                statements: self.store.statements - earlier.store.statements,
                commits: self.store.commits - earlier.store.commits,
                changes: self.store.changes - earlier.store.changes,
            },
            seals: self.seals - earlier.seals,
            unseals: self.unseals - earlier.unseals,
            powers: self.powers - earlier.powers,
            argon2: self.argon2 - earlier.argon2,
            signatures: self.signatures - earlier.signatures,
            macs: self.macs - earlier.macs,
        }
    }
}
