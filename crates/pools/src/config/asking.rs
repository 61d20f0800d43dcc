//! Asking the store, on behalf of public documents, whether a pool has changed.
//!
//! Documents are served from what is known while the store does not answer. So one request at a
//! time asks, and none for a moment after the store has not answered: otherwise every request for a
//! popular pool would wait, and leave a question behind that keeps a permit until the store gives
//! it up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use domain::Time;

use super::{CHECK_EVERY_MILLIS, PoolConfig};
use crate::error::Error;

/// Milliseconds between two lines of the log about one pool.
const LOG_EVERY_MILLIS: i64 = 10_000;

/// The questions about one pool.
pub(super) struct Questions {
    is_under_way: AtomicBool,
    /// When the store was last asked in vain, in milliseconds.
    vain: AtomicI64,
    /// When a failure was last logged, in milliseconds.
    logged: AtomicI64,
}

impl Questions {
    pub(super) fn new() -> Self {
        let never = || AtomicI64::new(i64::MIN);
        Self { is_under_way: AtomicBool::new(false), vain: never(), logged: never() }
    }
}

/// The question about a pool that is under way, until it is dropped.
pub(crate) struct Question(Arc<PoolConfig>);

impl Question {
    /// Begins a question, unless one is under way or the last one was in vain a moment ago.
    pub(crate) fn begin(about: &Arc<PoolConfig>, now: Time) -> Option<Self> {
        let questions = &about.questions;
        let is_due = !is_recent(&questions.vain, CHECK_EVERY_MILLIS, now)
            && !questions.is_under_way.swap(true, Ordering::AcqRel);
        is_due.then(|| Self(Arc::clone(about)))
    }

    /// The store failed at this time. Logs it, and asks no more for a moment.
    pub(crate) fn failed(&self, error: &Error, now: Time) {
        asked_in_vain(&self.0, now);
        let logged = &self.0.questions.logged;
        if !is_recent(logged, LOG_EVERY_MILLIS, now) {
            logged.store(now.millis(), Ordering::Release);
            tracing::error!(
                pool = self.0.id(),
                %error,
                "the pool cannot be read: its public documents are served as last known"
            );
        }
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.0.questions.is_under_way.store(false, Ordering::Release);
    }
}

/// The store has not answered up to now: for a moment it is not asked again.
pub(crate) fn asked_in_vain(about: &PoolConfig, now: Time) {
    about.questions.vain.store(now.millis(), Ordering::Release);
}

/// Whether a moment in milliseconds is less than `within` milliseconds ago.
pub(super) fn is_recent(moment: &AtomicI64, within: i64, now: Time) -> bool {
    let age = now.millis().saturating_sub(moment.load(Ordering::Acquire));
    (0..within).contains(&age)
}
