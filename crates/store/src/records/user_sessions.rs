//! `sessions`

use super::record_macro::record;

record! {
    /// A user's live token sessions. One row holds all of them, so that how many there may be is
    /// this row's to keep.
    pub struct UserSessions in "sessions" (22, Contended) {
        parent {
            /// The user's placement.
            part: String,
        }
        key {
            /// The user.
            user_id: String,
        }
        values {
            /// The sessions: JSON with a version member `v`.
            doc: String,
            /// When the last of them ends, in milliseconds.
            expires: i64,
        }
    }
}
