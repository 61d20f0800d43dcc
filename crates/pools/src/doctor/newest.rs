//! The latest time recorded in the data: if the clock is behind it, this clock is wrong, or another
//! node's was.

use domain::Time;
use domain::pool::UserPool;
use store::{Message, Pool, Store};

use crate::config::opened;
use crate::error::Error;

/// Pools read at a time.
const PAGE: u32 = 500;
/// Messages examined in each part of a pool.
const MESSAGES: u32 = 100;

/// The latest write of a pool, its settings or a waiting message; `None` if there are none.
///
/// # Errors
/// [`Unreadable`]
pub async fn newest(store: &Store) -> Result<Option<Time>, Unreadable> {
    find(store, |pool| opened(pool).map(Some)).await.map_err(|e| Unreadable(format!("{e}")))
}

/// Like [`newest`], without the settings of pools that cannot be read: something earlier is better
/// than nothing for what must not be too late. Only `doctor` reports such pools.
///
/// # Errors
/// A fault of the store.
pub(crate) async fn newest_readable(store: &Store) -> Result<Option<Time>, Error> {
    find(store, |pool| Ok(opened(pool).ok())).await
}

/// The data could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

async fn find(
    store: &Store,
    open: impl Fn(&Pool) -> Result<Option<UserPool>, Error>,
) -> Result<Option<Time>, Error> {
    let mut newest = None;
    let mut page = Pool::page(None, PAGE);
    loop {
        let rows = store.read(page).await?;
        for row in &rows {
            let pool = open(row)?;
            newest = newest.max(pool.map(|pool| pool.created.max(pool.modified)));
            for part in store::placement::parts(&row.pool_id, row.n_parts) {
                let messages = store.read(Message::of(&part).limit(MESSAGES)).await?;
                newest = newest.max(messages.iter().map(|message| Time(message.created)).max());
            }
        }
        let Some(last) = rows.last() else { return Ok(newest) };
        page = Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}
