//! `lookups`

use super::record_macro::record;

record! {
    /// Finds a user by username or alias; its key makes names unique.
    pub struct Lookup in "lookups" (8, Contended) {
        parent {
            /// Placed by kind and value.
            part: String,
        }
        key {
            /// `username`, `email`, `phone_number`, `preferred_username`, or a federated subject.
            kind: String,
            /// The normalised name.
            value: String,
        }
        values {
            /// The user.
            user_id: String,
            /// The user's part.
            user_part: String,
            /// Whether the name may be used to sign in.
            state: String,
        }
    }
}
