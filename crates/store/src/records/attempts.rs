//! `attempts`

use super::record_macro::record;

record! {
    /// A subject's failed attempts and hourly limits.
    pub struct Attempts in "attempts" (14, Contended) {
        parent {
            /// Placed by the subject.
            part: String,
            /// A MAC of the user id, or of the name as the client sent it.
            subject: String,
        }
        key {
            /// What is counted.
            kind: String,
        }
        values {
            /// How many.
            count: i64,
            /// When the lockout ends, in milliseconds.
            until: i64,
            /// When the row expires, in milliseconds.
            expires: i64,
        }
    }
}
