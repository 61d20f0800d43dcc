//! The guess that a request makes at a secret, for when it cannot be counted.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Ctx;
use crate::error::Error;
use crate::limits::LockAt;
use crate::texts;

/// No guess.
const NONE: usize = usize::MAX;

/// The subject of the request's guess.
pub(super) struct Guessing(AtomicUsize);

impl Guessing {
    pub(super) fn new() -> Self {
        Self(AtomicUsize::new(NONE))
    }
}

impl Ctx {
    /// Whether a guess at this subject's password or code may be judged, and its verdict reported:
    /// not while an earlier one could not be counted. Call it before judging a guess, and again
    /// after a right one. From now on, the request's failing commits lock the subject.
    pub(crate) fn may_guess(&self, subject: &str) -> bool {
        let at = self.server.uncounted.at(subject);
        self.guessing.0.store(at.0, Ordering::SeqCst);
        !self.server.uncounted.is_locked(at, self.server.clock.monotonic())
    }

    /// Refuses to report a verdict once another guess at the subject could not be counted: both may
    /// have been under way together.
    pub(super) fn require_counted(&self) -> Result<(), Error> {
        let at = self.guessing.0.load(Ordering::SeqCst);
        let monotonic = self.server.clock.monotonic();
        if at != NONE && self.server.uncounted.is_locked(LockAt(at), monotonic) {
            return Err(texts::too_many_requests());
        }
        Ok(())
    }

    /// A guess was judged to be wrong, but its count may not have been committed.
    pub(super) fn note_uncounted(&self) {
        let at = self.guessing.0.load(Ordering::SeqCst);
        if at != NONE {
            self.server.uncounted.lock(LockAt(at), self.server.clock.monotonic());
        }
    }
}
