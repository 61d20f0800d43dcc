//! `networks`

use super::record_macro::record;

record! {
    /// The networks that a user has signed in from. One row holds all of them, so that it can
    /// enforce their maximum number.
    pub struct UserNetworks in "networks" (24, Contended) {
        parent {
            /// The user's part.
            part: String,
        }
        key {
            /// The user.
            user_id: String,
        }
        values {
            /// The networks, each as a MAC: JSON with a version member `v`.
            doc: String,
            /// When the last network is forgotten, in milliseconds.
            expires: i64,
        }
    }
}
