//! `config_revs`

use super::record_macro::record;

record! {
    /// Replaced by every change to a pool's configuration: a cache is good while this row's `rev`
    /// is the one that it was read with.
    ///
    /// A table of its own, so that sign-ups, which guard the pool row, do not conflict with changes
    /// of settings.
    pub struct ConfigRev in "config_revs" (1, Contended) {
        parent {}
        key {
            /// The pool.
            pool_id: String,
        }
        values {}
    }
}
