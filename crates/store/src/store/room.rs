//! Whether there is room for what can wait, such as new users.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Store;
use crate::engine::EngineHandle;

/// How long an answer of the system is used.
const FRESH: Duration = Duration::from_secs(1);

/// The limit, and whether there was room when it was last looked at.
pub(super) struct Room {
    min_free: u64,
    seen: Mutex<Option<(Duration, bool)>>,
}

impl Room {
    pub(super) fn new(min_free: u64) -> Self {
        Self { min_free, seen: Mutex::new(None) }
    }
}

impl Store {
    /// Whether there is room for what can wait: not after a commit that failed for lack of space,
    /// until [`Store::probe`] finds that there is room, and not while less is free than
    /// [`Options::min_free`]. `monotonic` is time from an arbitrary start; the system is asked once
    /// a second.
    ///
    /// [`Options::min_free`]: crate::Options::min_free
    pub fn has_room(&self, monotonic: Duration) -> bool {
        let room = &self.inner.room;
        if self.inner.health.is_full() {
            return false;
        }
        if room.min_free == 0 {
            return true;
        }
        let mut seen = room.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, is_left)) = *seen
            && monotonic.saturating_sub(at) < FRESH
        {
            return is_left;
        }
        let free = self.free_bytes();
        // A system that does not say must not keep everyone out; a full disk still fails commits.
        let is_left = free.is_none_or(|free| free >= room.min_free);
        let was_left = seen.is_none_or(|(_, was_left)| was_left);
        *seen = Some((monotonic, is_left));
        drop(seen);
        match (was_left, is_left) {
            (true, false) => tracing::error!(
                free,
                min_free = room.min_free,
                "the disk is almost full: no new users until space is freed"
            ),
            (false, true) => tracing::info!(free, "there is room for new users again"),
            _ => {}
        }
        is_left
    }

    /// Bytes that the file system of an embedded store has left for it; `None` for a database
    /// server, or if the system does not say.
    fn free_bytes(&self) -> Option<u64> {
        let injected = self.inner.faults.as_ref().and_then(|faults| faults.free_bytes());
        match &self.inner.engine {
            EngineHandle::Sqlite(sqlite) => injected.or_else(|| sqlite.free_bytes()),
            EngineHandle::Postgres(_) => None,
        }
    }
}
