//! What this server knows of the time up to which rows may expire.

use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Clock;
use domain::expiry::Bound;
use store::Rev;

/// This server's bound on the removal of expired rows.
pub(crate) struct ExpiryBound(Mutex<Known>);

/// The bound, and the row that it was stored in.
pub(crate) struct Known {
    pub(crate) bound: Bound,
    /// The mark's row as this server wrote it last.
    pub(crate) own: Option<Rev>,
}

impl ExpiryBound {
    /// The bound of a server that starts now.
    pub(crate) fn new(clock: &Clock) -> Self {
        let bound = Bound::new(clock.now(), clock.monotonic());
        Self(Mutex::new(Known { bound, own: None }))
    }

    /// What is known; locked until the guard is dropped.
    pub(crate) fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
