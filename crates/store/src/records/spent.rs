//! `spent`

use crate::record::record;

record! {
    /// A one-time value that was used.
    pub struct Spent in "spent" (15, Final) {
        parent {
            /// The placement that its first user chose.
            part: String,
        }
        key {
            /// The value's id.
            id: String,
        }
        values {
            /// Milliseconds.
            expires: i64,
        }
    }
}
