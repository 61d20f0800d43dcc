//! `clients`

use super::record_macro::record;

record! {
    /// An app client.
    pub struct PoolClient in "clients" (2, Contended) {
        parent {
            /// The pool.
            pool_id: String,
        }
        key {
            /// The app client's id.
            client_id: String,
        }
        values {
            /// The settings and sealed secrets: JSON with a version member `v`.
            doc: String,
        }
    }
}
