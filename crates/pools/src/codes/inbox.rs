//! The messages that were sent, for developers: read from the table that delivery reads.

use std::sync::Arc;

use domain::Time;
use domain::message::Message;
use domain::seal::Purpose;

use crate::config::PoolConfig;
use crate::endpoint::Asker;
use crate::error::{Error, Fault};
use crate::request::Server;

/// A message with its code in clear. For local development only.
pub struct InboxMessage {
    /// Message id.
    pub id: String,
    /// The pool it was sent for.
    pub pool_id: String,
    /// When it was sent.
    pub created: Time,
    /// Its text.
    pub message: Message,
}

/// The messages could not be read; the reason is logged.
#[derive(Debug)]
pub struct InboxUnreadable;

/// Most messages read per part.
const MOST_PER_PART: u32 = 1_000;
/// Pools read at a time.
const PAGE: u32 = 100;

/// The messages of all pools, newest first.
///
/// # Errors
/// [`InboxUnreadable`]
pub async fn list(server: &Arc<Server>) -> Result<Vec<InboxMessage>, InboxUnreadable> {
    let mut messages = all(server).await.map_err(|error| {
        tracing::error!(%error, "the messages cannot be read");
        InboxUnreadable
    })?;
    messages.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.id.cmp(&b.id)));
    Ok(messages)
}

async fn all(server: &Arc<Server>) -> Result<Vec<InboxMessage>, Error> {
    let mut messages = Vec::new();
    let mut page = store::Pool::page(None::<&str>, PAGE);
    loop {
        let rows = server.store.read(page).await?;
        for row in &rows {
            if let Some(pool) = server.config.find_pool(&row.pool_id, Asker::Operator).await? {
                of_pool(server, &pool, &mut messages).await?;
            }
        }
        let Some(last) = rows.last() else { return Ok(messages) };
        page = store::Pool::page(Some(last.pool_id.as_str()), PAGE);
    }
}

async fn of_pool(
    server: &Arc<Server>,
    pool: &PoolConfig,
    messages: &mut Vec<InboxMessage>,
) -> Result<(), Error> {
    for part in store::placement::parts(pool.id(), pool.row.n_parts) {
        for row in server.store.read(store::Message::of(&part).limit(MOST_PER_PART)).await? {
            let fault = || Fault::new(format!("message {} cannot be opened", row.message_id));
            let opened = pool
                .keys
                .data
                .unseal(Purpose::Message, &[&row.message_id], &row.sealed)
                .map_err(|_| fault())?;
            let message = Message::from_bytes(&opened).map_err(|_| fault())?;
            messages.push(InboxMessage {
                id: row.message_id,
                pool_id: row.pool_id,
                created: Time(row.created),
                message,
            });
        }
    }
    Ok(())
}
