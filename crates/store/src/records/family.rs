//! `families`

use super::record_macro::record;

record! {
    /// A token family that was revoked, rotated or is tracked.
    pub struct Family in "families" (12, Contended) {
        parent {
            /// The user's placement.
            part: String,
            /// The user.
            user_id: String,
        }
        key {
            /// The family's id.
            origin_jti: String,
        }
        values {
            /// The app client.
            client_id: String,
            /// The generation that the family was issued with.
            token_gen: i64,
            /// `revoked`, or why the row is kept.
            state: String,
            /// What rotation remembers: JSON.
            rotation: Option<String>,
            /// Milliseconds.
            expires: i64,
        }
    }
}
