//! Whether the last commit failed because the database cannot take writes.
//!
//! On a full disk, what fits into the space that the database has already, such as a row that is
//! rewritten, can often be written although nothing can grow. So a commit that succeeds proves
//! little: a server that took it at its word would be ready, fail its next sign-up, and so on every
//! few seconds. What proves that there is room is that commits have not failed for a while, the
//! probe's among them. How much a probe would have to write instead is not known: it depends on
//! what the database has freed.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::commit::CommitFailure;
use crate::error::{CommitError, StoreError};

/// What the last commits that said something about it showed.
#[derive(Default)]
pub(super) struct Health {
    /// Changed only while `space` is locked.
    state: AtomicU8,
    space: Mutex<Space>,
}

/// How often commits found no space.
#[derive(Default)]
struct Space {
    /// Commits that found none.
    full: u64,
    /// How many of those had been counted when a probe last found more of them, and when that was.
    seen: (u64, Duration),
}

const WRITABLE: u8 = 0;
const READ_ONLY: u8 = 1;
const FULL: u8 = 2;

/// How long no commit must have failed for lack of space.
const ROOM_FOR: Duration = Duration::from_secs(30);

/// A probe that is under way.
pub(super) struct Probing {
    full: u64,
    /// Whether its success means that there is room.
    is_proof: bool,
}

impl Health {
    /// Remembers the outcome of a commit.
    pub(super) fn note(&self, outcome: &Result<(), CommitError>) {
        match outcome {
            Ok(()) => self.succeeded(),
            // Says nothing: it was refused before anything was written.
            Err(CommitError::Conflict) => {}
            Err(CommitError::Store(error)) => self.failed(error),
        }
    }

    /// Remembers the outcome of sending a batch once.
    pub(super) fn note_once(&self, outcome: &Result<(), CommitFailure>) {
        match outcome {
            Ok(()) => self.succeeded(),
            Err(CommitFailure::Conflict) => {}
            Err(CommitFailure::Unknown(error) | CommitFailure::Failed(error)) => self.failed(error),
        }
    }

    pub(super) fn is_writable(&self) -> bool {
        self.state.load(Ordering::SeqCst) == WRITABLE
    }

    pub(super) fn is_full(&self) -> bool {
        self.state.load(Ordering::SeqCst) == FULL
    }

    /// A probe begins at `monotonic`.
    pub(super) fn probing(&self, monotonic: Duration) -> Probing {
        let mut space = self.space();
        if space.seen.0 != space.full {
            space.seen = (space.full, monotonic);
        }
        let is_proof = monotonic.saturating_sub(space.seen.1) >= ROOM_FOR;
        Probing { full: space.full, is_proof }
    }

    /// A probe has succeeded.
    pub(super) fn probed(&self, probing: &Probing) {
        let space = self.space();
        if probing.is_proof && probing.full == space.full {
            self.set(&space, WRITABLE, None);
        }
    }

    fn succeeded(&self) {
        if !self.is_writable() {
            let space = self.space();
            if !self.is_full() {
                self.set(&space, WRITABLE, None);
            }
        }
    }

    fn failed(&self, error: &StoreError) {
        match error {
            StoreError::Full(_) => {
                let mut space = self.space();
                space.full = space.full.wrapping_add(1);
                self.set(&space, FULL, Some(error));
            }
            StoreError::ReadOnly(_) => {
                let space = self.space();
                // Whatever else is wrong, there is room only once a probe has found it.
                if !self.is_full() {
                    self.set(&space, READ_ONLY, Some(error));
                }
            }
            StoreError::OutcomeUnknown(last) => self.failed(last),
            _ => {}
        }
    }

    fn space(&self) -> MutexGuard<'_, Space> {
        self.space.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, _locked: &MutexGuard<'_, Space>, now: u8, error: Option<&StoreError>) {
        let before = self.state.swap(now, Ordering::SeqCst);
        match error {
            Some(error) if before != now => {
                tracing::error!(%error, "the store takes no writes; not ready until it does");
            }
            None if before != now => tracing::info!("the store takes writes again"),
            _ => {}
        }
    }
}
