//! `signing_keys`

use super::record_macro::record;

record! {
    /// A key pair that signs tokens.
    pub struct SigningKey in "signing_keys" (4, Contended) {
        parent {
            /// The pool.
            pool_id: String,
        }
        key {
            /// The key id in token headers and the key set.
            kid: String,
        }
        values {
            /// `id` or `access`.
            purpose: String,
            /// When it starts to sign, in milliseconds.
            not_before: i64,
            /// When it stops being published, once retired; milliseconds.
            not_after: Option<i64>,
            /// The public key.
            public: Vec<u8>,
            /// The private key, sealed.
            sealed: Vec<u8>,
        }
    }
}
