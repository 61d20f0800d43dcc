//! `credentials`

use super::record_macro::record;

record! {
    /// A password or another factor of a user.
    pub struct Credential in "credentials" (9, Contended) {
        parent {
            /// The user's part.
            part: String,
            /// The user.
            user_id: String,
        }
        key {
            /// The kind of factor.
            kind: String,
            /// Identifies the credential; a password's is `password`.
            credential_id: String,
        }
        values {
            /// The verifier or seed, sealed.
            sealed: Vec<u8>,
        }
    }
}
