//! `spent`

use super::record_macro::record;

record! {
    /// A one-time value that was used.
    pub struct Spent in "spent" (15, Final) {
        parent {
            /// Placed by the value's id.
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
