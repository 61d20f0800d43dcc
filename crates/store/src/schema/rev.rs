//! The random id of the batch that last wrote a row.

/// The random positive 63-bit id of a batch, written to every row that the batch touches.
///
/// The caller creates one per request and keeps it across retries: a row with this id shows that
/// the request has already committed. Expectations compare it for equality only. A request that
/// commits a second batch, rather than retrying the first, needs a second id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rev(pub i64);

impl Rev {
    /// The `rev` of a record that was not read from the store. Committing replaces it with the
    /// batch's id.
    pub const UNWRITTEN: Rev = Rev(0);
}
