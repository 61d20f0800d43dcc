//! `group_members`

use super::record_macro::record;

record! {
    /// A membership, stored with the group.
    pub struct GroupMember in "group_members" (11, Contended) {
        parent {
            /// The group's part.
            group_part: String,
            /// The group's random id.
            group_id: String,
        }
        key {
            /// The user.
            user_id: String,
        }
        values {
            /// The user's part.
            user_part: String,
        }
    }
}
