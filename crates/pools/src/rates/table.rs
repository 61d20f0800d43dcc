//! Token buckets by key, in memory of fixed size.

use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::{Rate, Spent, Time};

/// Buckets per set.
const WAYS: usize = 8;

/// Sets of a few buckets each; a key's hash selects its set.
///
/// If a set has no room for a new key, the bucket that will be full again soonest is evicted: it
/// loses least. New keys therefore evict each other, never an exhausted bucket. To free an
/// exhausted bucket, a client needs eight others in the same set that are even more exhausted, and
/// those would already have given it everything that the freed one gives. Which keys share a set is
/// random in each process.
#[derive(Debug)]
pub(super) struct Table {
    sets: Box<[Mutex<[Bucket; WAYS]>]>,
    hasher: RandomState,
}

#[derive(Debug, Clone, Copy, Default)]
struct Bucket {
    /// Hash of the key. Two keys with the same hash share a bucket; nobody can provoke that without
    /// knowing the hasher's secret.
    key: u64,
    spent: Spent,
}

impl Table {
    pub(super) fn new(sets: usize) -> Self {
        Self {
            sets: (0..sets.max(1)).map(|_| Mutex::default()).collect(),
            hasher: RandomState::new(),
        }
    }

    /// Takes one request from the key's bucket; `false` if it is empty.
    pub(super) fn take(&self, key: &impl Hash, rate: Rate, now: Time) -> bool {
        self.change(key, |spent| rate.take(spent, now))
    }

    /// Whether the key's bucket has a request left. Takes none.
    pub(super) fn has_left(&self, key: &impl Hash, rate: Rate, now: Time) -> bool {
        let key = self.hasher.hash_one(key);
        let kept = self.set(key).iter().find(|bucket| bucket.key == key).copied();
        rate.has_left(kept.unwrap_or_default().spent, now)
    }

    /// Takes one request from the key's bucket, even if it is empty.
    pub(super) fn charge(&self, key: &impl Hash, rate: Rate, now: Time) {
        self.change(key, |spent| rate.charge(spent, now));
    }

    fn change<T>(&self, key: &impl Hash, change: impl FnOnce(&mut Spent) -> T) -> T {
        let key = self.hasher.hash_one(key);
        let mut set = self.set(key);
        if let Some(bucket) = set.iter_mut().find(|bucket| bucket.key == key) {
            return change(&mut bucket.spent);
        }
        let mut bucket = Bucket { key, spent: Spent::default() };
        let changed = change(&mut bucket.spent);
        if let Some(soonest) = set.iter_mut().min_by_key(|bucket| bucket.spent) {
            *soonest = bucket;
        }
        changed
    }

    /// The set of a key's hash.
    fn set(&self, key: u64) -> MutexGuard<'_, [Bucket; WAYS]> {
        let at = usize::try_from(key % self.sets.len() as u64).unwrap_or_default();
        // INVARIANT: a remainder is less than the number of sets.
        self.sets[at].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Rate = Rate::new(1, 10);

    fn taken(table: &Table, key: u64, now: Time) -> usize {
        (0..1_000).take_while(|_| table.take(&key, TEN, now)).count()
    }

    #[test]
    fn a_million_new_keys_take_no_more_room_and_reset_no_used_up_bucket() {
        let (table, now) = (Table::new(256), Time(1_772_600_767_000));
        // One in four sets, so that none is full of them.
        let attackers = 0..64;
        for key in attackers.clone() {
            assert_eq!(taken(&table, key, now), 10);
        }
        for key in 1_000..1_001_000 {
            assert!(table.take(&key, TEN, now), "a newcomer is served");
        }
        let again: usize = attackers.map(|key| taken(&table, key, now)).sum();
        assert_eq!(again, 0);
        assert_eq!((table.sets.len(), size_of_val(&*table.sets)), (256, 256 * (WAYS * 16 + 8)));
    }

    #[test]
    fn what_is_full_again_makes_way_first() {
        let (table, now) = (Table::new(1), Time(1_772_600_767_000));
        (0..8).for_each(|key| assert_eq!(taken(&table, key, now), 10));
        let later = now.plus_seconds(1);
        assert_eq!(taken(&table, 0, later), 1);
        // Seven will be full soonest; one of these is evicted, and the one used again stays.
        assert_eq!(taken(&table, 8, later), 10);
        assert_eq!(taken(&table, 0, later), 0);
    }
}
