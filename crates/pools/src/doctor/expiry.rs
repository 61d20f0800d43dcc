//! The mark up to which expired rows are removed.

use domain::expiry::Mark;
use store::{ClockMark, Store};

use super::Unreadable;
use crate::jobs::{EXPIRY, mark_of};

/// The mark; `None` before a server has run.
///
/// # Errors
/// [`Unreadable`]
pub async fn expiry_mark(store: &Store) -> Result<Option<Mark>, Unreadable> {
    let row = store.read(ClockMark::get(EXPIRY)).await;
    row.map(|row| row.as_ref().map(mark_of)).map_err(|error| Unreadable(error.to_string()))
}
