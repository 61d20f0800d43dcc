//! `commits`

use super::record_macro::record;

record! {
    /// Left by a batch none of whose inserts can decide a lost answer.
    pub struct CommitMark in "commits" (20, OwnKey) {
        parent {
            /// A part that the batch touched.
            part: String,
        }
        key {
            /// The batch; 0 for the mark of a seed's last commit.
            batch_id: i64,
        }
        values {
            /// When the row expires, in milliseconds; 0 if the batch did not know the time.
            expires: i64,
        }
    }
}
