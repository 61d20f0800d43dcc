//! `users`

use crate::record::record;

record! {
    /// A user.
    pub struct User in "users" (7, OwnKey) {
        parent {
            /// The user's placement.
            part: String,
        }
        key {
            /// The `sub`.
            user_id: String,
        }
        values {
            /// The pool.
            pool_id: String,
            /// The real username.
            username: String,
            /// The user status, e.g. `CONFIRMED`.
            status: String,
            /// Whether the user may sign in.
            enabled: bool,
            /// Tokens of another generation are revoked.
            token_gen: i64,
            /// Milliseconds.
            created: i64,
            /// Milliseconds.
            modified: i64,
            /// The attributes: JSON with a version member `v`.
            attributes: String,
        }
    }
}
