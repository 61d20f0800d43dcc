//! `commits`

use super::record_macro::record;

record! {
    /// Left by a batch that inserts nothing that could decide a lost answer.
    pub struct CommitMark in "commits" (20, OwnKey) {
        parent {
            /// A placement that the batch touched.
            part: String,
        }
        key {
            /// The batch; 0 in the one that a seed's last commit left.
            batch_id: i64,
        }
        values {
            /// Milliseconds; 0 where the batch was not told the time.
            expires: i64,
        }
    }
}
