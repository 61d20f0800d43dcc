//! Why an engine did not report a commit.

use crate::error::StoreError;

/// Why an engine did not report a commit.
#[derive(Debug)]
pub(crate) enum CommitFailure {
    /// An expectation did not hold; nothing was written.
    Conflict,
    /// The batch may have been committed, or may still be.
    Unknown(StoreError),
    /// Nothing was written, and nothing will be.
    Failed(StoreError),
}
