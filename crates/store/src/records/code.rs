//! `codes`

use super::record_macro::record;

record! {
    /// A code that was sent.
    pub struct Code in "codes" (13, Contended) {
        parent {
            /// The user's part.
            part: String,
            /// The user.
            user_id: String,
        }
        key {
            /// What the code is for.
            kind: String,
        }
        values {
            /// MAC of the code.
            mac: Vec<u8>,
            /// MAC of the destination that the code verifies.
            destination_mac: Vec<u8>,
            /// The value that becomes the attribute once verified, sealed.
            pending_value: Option<Vec<u8>>,
            /// 1 once the code was used, before that 0.
            attempts: i64,
            /// When the row expires, in milliseconds.
            expires: i64,
        }
    }
}
