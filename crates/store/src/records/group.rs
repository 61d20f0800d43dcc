//! `groups`

use super::record_macro::record;

record! {
    /// A group of a user pool.
    pub struct Group in "groups" (3, Contended) {
        parent {
            /// The pool.
            pool_id: String,
        }
        key {
            /// The name; it never changes.
            group_name: String,
        }
        values {
            /// A random id: a later group of the same name gets a different one.
            group_id: String,
            /// The precedence; lower wins.
            precedence: Option<i64>,
            /// The settings: JSON with a version member `v`.
            doc: String,
        }
    }
}
