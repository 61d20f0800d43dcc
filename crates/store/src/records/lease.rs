//! `leases`

use super::record_macro::record;

record! {
    /// Which node does work that only one node may do.
    pub struct Lease in "leases" (19, Contended) {
        parent {}
        key {
            /// The work.
            name: String,
        }
        values {
            /// The node.
            holder: String,
            /// When the lease ends, in milliseconds.
            until: i64,
        }
    }
}
