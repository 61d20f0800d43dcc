//! `sessions`

use super::record_macro::record;

record! {
    /// A user's live token sessions. One row holds all of them, so that it can enforce their
    /// maximum number.
    pub struct UserSessions in "sessions" (22, Contended) {
        parent {
            /// The user's part.
            part: String,
        }
        key {
            /// The user.
            user_id: String,
        }
        values {
            /// The sessions: JSON with a version member `v`.
            doc: String,
            /// When the last session ends, in milliseconds.
            expires: i64,
        }
    }
}
