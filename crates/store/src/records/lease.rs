//! `leases`

use super::record_macro::record;

record! {
    /// Who does something that only one node may do.
    pub struct Lease in "leases" (19, Contended) {
        parent {}
        key {
            /// What is done.
            name: String,
        }
        values {
            /// The node.
            holder: String,
            /// Until when; milliseconds.
            until: i64,
        }
    }
}
