//! Commits: what a batch contains, and how it takes effect exactly once.

mod batch;
mod change;
mod delivery;
mod failure;
mod faults;
mod mark;
mod prepared;

pub use batch::Batch;
pub(crate) use change::Form;
pub(crate) use delivery::{Database, commit};
pub(crate) use failure::CommitFailure;
pub use faults::{Fault, Faults};
pub(crate) use mark::MARK_LIFETIME;
pub(crate) use prepared::{Prepared, PreparedChange};
