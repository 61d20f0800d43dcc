//! The random id of the batch that last wrote a row.

/// The random positive 63-bit id of a batch, written to every row that the batch touches.
///
/// The caller makes one for each request and keeps it across re-runs: a row found with this id
/// means that this request has already committed. Expectations compare it for equality only. A
/// request that commits a second batch, rather than the same one again, makes a second id for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rev(pub i64);

impl Rev {
    /// Stands in a record that was not read from the store; committing replaces it with the batch's
    /// id.
    pub const UNWRITTEN: Rev = Rev(0);
}
