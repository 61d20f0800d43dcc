//! Faults that tests inject between the store and its engine.

use crate::schema::Rev;

/// What happens when a batch is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No fault: it is sent, and its answer arrives.
    Deliver,
    /// It never reaches the engine; the answer is "unknown".
    LoseRequest,
    /// The engine decides the batch; the answer is "unknown".
    LoseAnswer,
    /// The answer is "unknown" at once; the engine gets the batch only after every later sending.
    Late,
}

/// Chooses the faults.
pub trait Faults: Send + Sync {
    /// Called before a batch is sent; `send` counts from 0.
    fn on_send(&self, rev: Rev, send: u32) -> Fault {
        let _ = (rev, send);
        Fault::Deliver
    }

    /// Whether the disk is full: every commit fails, and the engine does not get it.
    fn is_full(&self) -> bool {
        false
    }

    /// Free space to pretend, in bytes; `None` for the real one.
    fn free_bytes(&self) -> Option<u64> {
        None
    }

    /// Called by an engine that groups batches, after a group's first batch has arrived and before
    /// the others are collected. May block.
    fn before_group(&self) {}
}
