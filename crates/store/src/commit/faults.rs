//! Faults that tests inject between the store and its engine.

use crate::schema::Rev;

/// What happens to one sending of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// None: it is sent, and its answer arrives.
    Deliver,
    /// It never reaches the engine; the answer is "unknown".
    LoseRequest,
    /// The engine decides it; the answer is "unknown".
    LoseAnswer,
    /// The answer is "unknown" at once; the engine gets it only after every later sending of the
    /// batch.
    Late,
}

/// Decides the faults.
pub trait Faults: Send + Sync {
    /// Asked before a batch is sent for the `send`-th time, from 0.
    fn on_send(&self, rev: Rev, send: u32) -> Fault {
        let _ = (rev, send);
        Fault::Deliver
    }

    /// Called by an engine that groups batches, after the first batch of a group came and before
    /// the others are collected. May block.
    fn before_group(&self) {}
}
