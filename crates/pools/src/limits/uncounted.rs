//! Subjects with a guess that was judged, but whose count could not be committed, because the disk
//! was full or the database gone. Without a count nothing would limit guessing, so this server
//! judges no further guess at the subject for as long as the longest lock.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How long a subject stays locked, in seconds.
const LOCK_SECONDS: u64 = 15 * 60;
/// Locks: 1 MiB.
const LOCKS: usize = 1 << 18;

/// Locks of a fixed number, in memory. A hash with a secret of this process chooses a subject's
/// lock, and nothing frees one early: the table cannot overflow or forget. Subjects that share a
/// lock are locked together, which errs on the safe side; which ones do, nobody can tell or choose,
/// but who fails at many names while nothing can be counted locks as many places.
pub(crate) struct Uncounted {
    /// When each lock ends, in seconds of monotonic time; 0 if it was never taken.
    locks: Box<[AtomicU32]>,
    hasher: RandomState,
}

/// The lock of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LockAt(pub(crate) usize);

impl Uncounted {
    pub(crate) fn new() -> Self {
        let locks = (0..LOCKS).map(|_| AtomicU32::new(0)).collect();
        Self { locks, hasher: RandomState::new() }
    }

    /// Where a subject's lock is.
    pub(crate) fn at(&self, subject: &str) -> LockAt {
        let place = self.hasher.hash_one(subject) % self.locks.len() as u64;
        LockAt(usize::try_from(place).unwrap_or_default())
    }

    /// Locks.
    pub(crate) fn lock(&self, LockAt(at): LockAt, monotonic: Duration) {
        // Rounded up. A century of seconds fits.
        let until = monotonic.as_secs().saturating_add(LOCK_SECONDS + 1);
        let until = u32::try_from(until).unwrap_or(u32::MAX);
        if let Some(lock) = self.locks.get(at) {
            lock.fetch_max(until, Ordering::SeqCst);
        }
    }

    /// Whether a subject is locked.
    pub(crate) fn is_locked(&self, LockAt(at): LockAt, monotonic: Duration) -> bool {
        let until = self.locks.get(at).map_or(u32::MAX, |lock| lock.load(Ordering::SeqCst));
        monotonic.as_secs() < u64::from(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Duration = Duration::from_millis(5_999);

    #[test]
    fn a_lock_holds_for_a_quarter_of_an_hour() {
        let table = Uncounted::new();
        let (locked, other) = (table.at("a"), (0..).map(|n| table.at(&n.to_string())));
        let other = other.into_iter().find(|at| *at != locked).unwrap();
        assert!(!table.is_locked(locked, START));
        table.lock(locked, START);
        for seconds in [0, 1, 899] {
            assert!(table.is_locked(locked, START + Duration::from_secs(seconds)), "{seconds}");
        }
        assert!(!table.is_locked(locked, START + Duration::from_secs(901)));
        assert!(!table.is_locked(other, START));
    }

    #[test]
    fn many_subjects_take_no_more_room_and_free_no_lock() {
        let table = Uncounted::new();
        let first = table.at("first");
        table.lock(first, START);
        for subject in 0..200_000 {
            table.lock(table.at(&subject.to_string()), START);
        }
        assert!(table.is_locked(first, START + Duration::from_secs(899)));
        assert_eq!(table.locks.len(), LOCKS);
    }
}
