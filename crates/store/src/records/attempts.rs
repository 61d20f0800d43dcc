//! `attempts`

use super::record_macro::record;

record! {
    /// Failed attempts and hourly limits of a subject.
    pub struct Attempts in "attempts" (14, Contended) {
        parent {
            /// Placed by the subject.
            part: String,
            /// A MAC of the user id, or of the name as sent.
            subject: String,
        }
        key {
            /// What is counted.
            kind: String,
        }
        values {
            /// How many.
            count: i64,
            /// Until when the subject is locked; milliseconds.
            until: i64,
            /// Milliseconds.
            expires: i64,
        }
    }
}
