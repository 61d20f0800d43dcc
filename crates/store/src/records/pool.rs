//! `pools`

use super::record_macro::record;

record! {
    /// A user pool.
    pub struct Pool in "pools" (0, Contended) {
        parent {}
        key {
            /// The pool's id, `<region>_<name>`.
            pool_id: String,
        }
        values {
            /// `active`, or `deleting`: reads treat the pool as gone.
            state: String,
            /// Number of parts over which the pool's users are spread; a power of two, fixed at
            /// creation.
            n_parts: i64,
            /// The pool's stable secret, wrapped by a master key.
            stable_secret: Vec<u8>,
            /// The master key that wraps the stable secret.
            master_key_id: String,
            /// The settings: JSON with a version member `v`.
            doc: String,
        }
    }
}
