//! Whether the last commit failed because the database cannot take writes.

use std::sync::atomic::{AtomicU8, Ordering};

use crate::commit::CommitFailure;
use crate::error::{CommitError, StoreError};

/// What the last commit that said something about it showed.
#[derive(Default)]
pub(super) struct Health(AtomicU8);

const WRITABLE: u8 = 0;
const READ_ONLY: u8 = 1;
const FULL: u8 = 2;

impl Health {
    /// Remembers the outcome of a commit.
    pub(super) fn note(&self, outcome: &Result<(), CommitError>) {
        match outcome {
            Ok(()) => self.set(WRITABLE, None),
            // Says nothing: it was refused before anything was written.
            Err(CommitError::Conflict) => {}
            Err(CommitError::Store(error)) => self.failed(error),
        }
    }

    /// Remembers the outcome of sending a batch once.
    pub(super) fn note_once(&self, outcome: &Result<(), CommitFailure>) {
        match outcome {
            Ok(()) => self.set(WRITABLE, None),
            Err(CommitFailure::Conflict) => {}
            Err(CommitFailure::Unknown(error) | CommitFailure::Failed(error)) => self.failed(error),
        }
    }

    pub(super) fn is_writable(&self) -> bool {
        self.0.load(Ordering::SeqCst) == WRITABLE
    }

    pub(super) fn is_full(&self) -> bool {
        self.0.load(Ordering::SeqCst) == FULL
    }

    fn failed(&self, error: &StoreError) {
        match error {
            StoreError::Full(_) => self.set(FULL, Some(error)),
            StoreError::ReadOnly(_) => self.set(READ_ONLY, Some(error)),
            StoreError::OutcomeUnknown(last) => self.failed(last),
            _ => {}
        }
    }

    fn set(&self, now: u8, error: Option<&StoreError>) {
        let before = self.0.swap(now, Ordering::SeqCst);
        match error {
            Some(error) if before != now => {
                tracing::error!(%error, "the store takes no writes; not ready until it does");
            }
            None if before != now => tracing::info!("the store takes writes again"),
            _ => {}
        }
    }
}
