//! `jobs`

use super::record_macro::record;

record! {
    /// Work that continues after a commit, e.g. deleting the rows below a group.
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
            /// Progress: JSON with a version member `v`.
            doc: String,
        }
    }
}

impl Job {
    /// The kind of the job that removes a deleted pool's rows; its id is the pool's.
    pub const DELETE_POOL: &'static str = "delete-pool";
}
