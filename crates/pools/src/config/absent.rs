//! Ids that do not exist, remembered for a moment, so that asking for the same one again and again
//! does not cost a statement each time.

use std::sync::atomic::{AtomicU64, Ordering};

use domain::Time;
use quick_cache::sync::Cache;

use super::CHECK_EVERY_MILLIS;

/// Unknown ids, each with the time in milliseconds at which the store was asked. They hold for as
/// long as a configuration is used without asking: what another node makes is found within a
/// second. What this node makes must be removed.
pub(super) struct Absent(Cache<String, i64>);

impl Absent {
    pub(super) fn new(most: usize) -> Self {
        Self(Cache::new(most))
    }

    pub(super) fn contains(&self, id: &str, now: Time) -> bool {
        self.0.get(id).is_some_and(|asked| {
            (0..CHECK_EVERY_MILLIS).contains(&now.millis().saturating_sub(asked))
        })
    }

    /// Remembers an id that the store did not have, unless `drops` has changed since it was asked:
    /// this node may have made the id in the meantime. `now` and `before` are from before the read.
    pub(super) fn note(&self, id: &str, now: Time, drops: &AtomicU64, before: u64) {
        if drops.load(Ordering::Acquire) == before {
            self.0.insert(id.to_owned(), now.millis());
            // An invalidation between the check and the insertion came too early to remove this
            // entry. Adding zero reads the latest count.
            if drops.fetch_add(0, Ordering::AcqRel) != before {
                self.0.remove(id);
            }
        }
    }

    pub(super) fn remove(&self, id: &str) {
        self.0.remove(id);
    }
}
