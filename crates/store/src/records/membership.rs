//! `memberships`

use super::record_macro::record;

record! {
    /// A membership, stored with the user.
    pub struct Membership in "memberships" (10, Contended) {
        parent {
            /// The user's part.
            part: String,
            /// The user.
            user_id: String,
        }
        key {
            /// The group's random id.
            group_id: String,
        }
        values {
            /// The group's name.
            group_name: String,
            /// When the user was added, in milliseconds.
            created: i64,
        }
    }
}
