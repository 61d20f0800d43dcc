//! The pools in which both forms of stored passwords were found.

use std::collections::HashSet;
use std::sync::{PoisonError, RwLock};

/// The pools in which this node, which stores SRP verifiers, came across an argon2id hash. It knows
/// of none when it starts: the first such check in a pool takes longer than those before it, unless
/// the operator said that both forms are stored.
#[derive(Default)]
pub(crate) struct MixedPools(RwLock<HashSet<String>>);

impl MixedPools {
    /// Whether an argon2id hash was found in the pool.
    pub(crate) fn contains(&self, pool_id: &str) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).contains(pool_id)
    }

    /// Notes that one was found.
    pub(crate) fn insert(&self, pool_id: &str) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(pool_id.to_owned());
    }
}
