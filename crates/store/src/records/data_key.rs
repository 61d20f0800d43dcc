//! `data_keys`

use super::record_macro::record;

record! {
    /// A version of a pool's data key.
    pub struct DataKey in "data_keys" (5, Contended) {
        parent {
            /// The pool.
            pool_id: String,
        }
        key {
            /// The version; the highest seals, all unseal.
            version: i64,
        }
        values {
            /// The master key that wraps it.
            master_key_id: String,
            /// The key, wrapped.
            wrapped: Vec<u8>,
        }
    }
}
