//! The mark up to which expired rows are removed.

use domain::Time;
use domain::expiry::Mark;
use store::{ClockMark, Store};

use super::Unreadable;

/// The name of the mark of expiry.
pub(crate) const EXPIRY: &str = "expiry";

/// The mark; `None` before a server has run.
///
/// # Errors
/// [`Unreadable`]
pub async fn expiry_mark(store: &Store) -> Result<Option<Mark>, Unreadable> {
    let row = store.read(ClockMark::get(EXPIRY)).await;
    row.map(|row| row.as_ref().map(mark_of)).map_err(|error| Unreadable(error.to_string()))
}

/// The mark in a row.
pub(crate) fn mark_of(row: &ClockMark) -> Mark {
    Mark {
        at: Time(row.at),
        claimed: Time(row.claimed),
        ran_millis: row.ran_millis,
        jumped: Time(row.jumped),
        jump_millis: row.jump_millis,
    }
}
