//! State that is mostly private to a thread, so that threads that only count do not contend.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// More than the worker threads of most machines; beyond it, threads share.
const SHARDS: usize = 32;

static THREADS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static NUMBER: usize = THREADS.fetch_add(1, Ordering::Relaxed);
}

/// One `T` for each thread, or for a few.
#[derive(Debug)]
pub(crate) struct PerThread<T>(Box<[Shard<T>]>);

/// Aligned to its own cache lines.
#[derive(Debug, Default)]
#[repr(align(128))]
struct Shard<T>(Mutex<T>);

impl<T: Default> Default for PerThread<T> {
    fn default() -> Self {
        Self((0..SHARDS).map(|_| Shard::default()).collect())
    }
}

impl<T> PerThread<T> {
    /// The current thread's value.
    pub(crate) fn own(&self) -> MutexGuard<'_, T> {
        // A thread that is ending may still log or count after its number is gone.
        let number = NUMBER.try_with(|number| *number).unwrap_or_default();
        // INVARIANT: there are SHARDS of them.
        lock(&self.0[number % SHARDS])
    }

    /// The values of all threads.
    pub(crate) fn all(&self) -> impl Iterator<Item = MutexGuard<'_, T>> {
        self.0.iter().map(lock)
    }
}

fn lock<T>(shard: &Shard<T>) -> MutexGuard<'_, T> {
    shard.0.lock().unwrap_or_else(PoisonError::into_inner)
}
