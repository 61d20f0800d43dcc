//! `spent`

use super::record_macro::record;

record! {
    /// A used one-time value.
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
            /// When the row expires, in milliseconds.
            expires: i64,
        }
    }
}
