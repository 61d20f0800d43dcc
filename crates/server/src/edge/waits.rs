//! How many requests may wait for the store at the same time.
//!
//! A connection whose request is being answered keeps its slot. While the database is away every
//! request that needs it waits, so without a limit the waiting ones would take all slots: nobody
//! could be told anything, not even that the server is alive. So operations may use most of the
//! slots, documents that this node does not know yet a few more, and the rest stay with what needs
//! no store. Requests beyond a limit are answered at once.

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
        Self { operations: semaphore(operations), documents: semaphore(reserve / 2) }
    }

    /// A permit for an operation, if one is left.
    pub(crate) fn operation(&self) -> Option<Permit> {
        Arc::clone(&self.operations).try_acquire_owned().ok()
    }

    /// A permit for a document, if one is left.
    pub(crate) fn document(&self) -> Option<Permit> {
        Arc::clone(&self.documents).try_acquire_owned().ok()
    }
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

    #[test]
    fn operations_and_documents_together_leave_connections_free() {
        for connections in [16, 17, 100, 1_000, 8_192, 100_000] {
            let waits = Waits::new(connections);
            let (operations, documents) =
                (waits.operations.available_permits(), waits.documents.available_permits());
            assert!(documents >= 2 && operations >= connections * 3 / 4, "{connections}");
            assert!(operations + documents <= connections - 2, "{connections}");
        }
        assert_eq!(Waits::new(1).operations.available_permits(), 1);
    }

    #[test]
    fn permits_come_back() {
        let waits = Waits::new(16);
        let taken: Vec<Permit> = std::iter::from_fn(|| waits.operation()).collect();
        assert_eq!(taken.len(), 12);
        assert!(waits.operation().is_none() && waits.document().is_some());
        drop(taken);
        assert!(waits.operation().is_some());
    }
}
