//! `directory`

use super::record_macro::record;

record! {
    /// Finds the pool of an app client or a domain.
    pub struct Directory in "directory" (6, Contended) {
        parent {
            /// `client`, `domain`.
            kind: String,
        }
        key {
            /// The client id or domain.
            name: String,
        }
        values {
            /// The pool.
            pool_id: String,
        }
    }
}

impl Directory {
    /// The kind of the entries for app clients.
    pub const CLIENT: &'static str = "client";
}
