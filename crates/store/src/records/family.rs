//! `families`

use super::record_macro::record;

record! {
    /// A token family that is revoked, rotated or tracked.
    pub struct Family in "families" (12, Contended) {
        parent {
            /// The user's part.
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
            /// `revoked`, or the reason why the row is kept.
            state: String,
            /// Rotation state: JSON.
            rotation: Option<String>,
            /// When the row expires, in milliseconds.
            expires: i64,
        }
    }
}
