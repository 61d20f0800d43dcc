//! `config_revs`

use super::record_macro::record;

record! {
    /// Replaced by every change to a pool's configuration: a cache is valid while this row's `rev`
    /// is the one it was read with.
    ///
    /// A separate table, so that sign-ups, which guard the pool row, do not conflict with changes
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
