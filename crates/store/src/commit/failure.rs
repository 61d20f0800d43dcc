//! Why an engine did not report a commit.

use crate::error::StoreError;

/// Why an engine did not report a commit.
#[derive(Debug)]
pub(crate) enum CommitFailure {
    /// An expectation did not hold; nothing was written.
    Conflict,
    /// The batch may or may not have been committed, or may yet be.
    Unknown(StoreError),
    /// Nothing was written, and will not be.
    Failed(StoreError),
}
