//! `memberships`

use super::record_macro::record;

record! {
    /// A group as seen from its member.
    pub struct Membership in "memberships" (10, Contended) {
        parent {
            /// The user's placement.
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
            /// Milliseconds.
            created: i64,
        }
    }
}
