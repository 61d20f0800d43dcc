//! `jobs`

use super::record_macro::record;

record! {
    /// Work that goes on behind a commit, e.g. deleting what was below a group.
    pub struct Job in "jobs" (18, Contended) {
        parent {
            /// `delete-pool`, `delete-group`, `index-users`.
            kind: String,
        }
        key {
            /// What it works on.
            id: String,
        }
        values {
            /// How far it is: JSON with a version member `v`.
            doc: String,
        }
    }
}
