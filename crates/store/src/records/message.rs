//! `messages`

use super::record_macro::record;

record! {
    /// A message to send or sent.
    pub struct Message in "messages" (17, Contended) {
        parent {
            /// A part of the pool: the user's when the message is made, another one once it was
            /// copied to another store. Messages are found part by part.
            part: String,
        }
        key {
            /// A random id.
            message_id: String,
        }
        values {
            /// The pool.
            pool_id: String,
            /// How far the delivery is.
            state: String,
            /// How often it was tried.
            attempts: i64,
            /// When to try next; milliseconds.
            next_try: i64,
            /// Milliseconds.
            created: i64,
            /// Milliseconds.
            expires: i64,
            /// Destination and text, sealed.
            sealed: Vec<u8>,
        }
    }
}
