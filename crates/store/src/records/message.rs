//! `messages`

use super::record_macro::record;

record! {
    /// A message to send, or already sent.
    pub struct Message in "messages" (17, Contended) {
        parent {
            /// A part of the pool: the user's part when the message is created, possibly another
            /// after a copy to another store. Messages are searched part by part.
            part: String,
        }
        key {
            /// A random id.
            message_id: String,
        }
        values {
            /// The pool.
            pool_id: String,
            /// The state of the delivery.
            state: String,
            /// Number of delivery attempts.
            attempts: i64,
            /// When to try next, in milliseconds.
            next_try: i64,
            /// When the message was created, in milliseconds.
            created: i64,
            /// When the row expires, in milliseconds.
            expires: i64,
            /// Destination and text, sealed.
            sealed: Vec<u8>,
        }
    }
}
