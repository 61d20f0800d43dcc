//! How many requests may wait for the store at the same time.
//!
//! A connection whose request is being answered keeps its slot. While the database is away every
//! request that needs it waits, so without a limit the waiting ones would take all slots: nobody
//! could be told anything, not even that the server is alive. So operations may use most of the
//! slots, documents that this node does not know yet a few more, the check whether the server is
//! ready one more, and the rest stay with what needs no store. Documents and that check also use what
//! operations leave. Requests beyond a limit are answered at once.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Share of the connections that operations leave to others: one in this many.
const RESERVED: usize = 8;
/// Bounds of that share.
const RESERVE: (usize, usize) = (4, 256);

/// The limits of one server.
pub(crate) struct Waits {
    /// For operations.
    operations: Arc<Semaphore>,
    /// For a pool's public documents.
    documents: Arc<Semaphore>,
    /// For the check whether the server is ready.
    readiness: Arc<Semaphore>,
}

/// Permission to wait for the store, until it is dropped.
pub(crate) type Permit = OwnedSemaphorePermit;

impl Waits {
    /// The limits of a server with this many connections.
    pub(crate) fn new(connections: usize) -> Self {
        let (least, most) = RESERVE;
        let reserve = (connections / RESERVED).clamp(least, most);
        let operations = connections.saturating_sub(reserve).max(1);
        let semaphore = |permits: usize| Arc::new(Semaphore::new(permits));
        Self {
            operations: semaphore(operations),
            documents: semaphore(reserve / 2),
            readiness: semaphore(1),
        }
    }

    /// A permit for an operation, if one is left.
    pub(crate) fn operation(&self) -> Option<Permit> {
        permit(&self.operations)
    }

    /// A permit for a document, if one is left. A server with few connections keeps only a few for
    /// documents alone; that must not refuse the verifiers that ask all at once after a restart.
    pub(crate) fn document(&self) -> Option<Permit> {
        permit(&self.documents).or_else(|| self.operation())
    }

    /// A permit for the check whether the server is ready, if one is left.
    pub(crate) fn readiness(&self) -> Option<Permit> {
        permit(&self.readiness).or_else(|| self.operation())
    }
}

fn permit(permits: &Arc<Semaphore>) -> Option<Permit> {
    Arc::clone(permits).try_acquire_owned().ok()
}

impl Default for Waits {
    /// Without a listener there are no connections to keep free.
    fn default() -> Self {
        Self::new(Semaphore::MAX_PERMITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As many permits as there are.
    fn all(permit: impl FnMut() -> Option<Permit>) -> Vec<Permit> {
        std::iter::from_fn(permit).collect()
    }

    #[test]
    fn all_waits_together_leave_connections_free() {
        for connections in [16, 17, 40, 100, 1_000, 8_192, 100_000] {
            let waits = Waits::new(connections);
            let operations = all(|| waits.operation());
            let documents = all(|| waits.document());
            let readiness = all(|| waits.readiness());
            assert!(operations.len() >= connections * 3 / 4, "{connections}");
            assert!(documents.len() >= 2, "{connections}");
            assert_eq!(readiness.len(), 1, "{connections}");
            let waiting = operations.len() + documents.len() + readiness.len();
            assert!(waiting < connections, "{connections}");
        }
        assert_eq!(Waits::new(1).operations.available_permits(), 1);
    }

    /// After a restart the verifiers all ask at once, and the store is well.
    #[test]
    fn documents_and_readiness_use_what_operations_leave() {
        let waits = Waits::new(16);
        assert_eq!(all(|| waits.document()).len(), 14);
        assert_eq!(all(|| waits.readiness()).len(), 13);
        let documents = all(|| waits.document());
        assert!(waits.operation().is_none() && waits.readiness().is_some());
        drop(documents);
        assert!(waits.operation().is_some());
    }

    #[test]
    fn permits_come_back() {
        let waits = Waits::new(16);
        let taken = all(|| waits.operation());
        assert_eq!(taken.len(), 12);
        assert!(waits.operation().is_none() && waits.document().is_some());
        drop(taken);
        assert!(waits.operation().is_some());
    }
}
