//! Lists queued messages, newest first.

use std::sync::Arc;

use pools::Server;
use pools::codes::inbox::{self, InboxMessage};
use pools::keys::KeyError;

use super::outcome::{Message, MessageText, Messages};
use super::{Audience, Outcome};
use crate::text::date::extended;

/// Limit of a reply, in bytes of text. Older messages beyond it are left out.
const MOST_BYTES: usize = 2 << 20;

pub(super) async fn list(
    server: &Arc<Server>,
    audience: Audience,
    limit: usize,
) -> Result<Outcome, KeyError> {
    let all = inbox::list(server).await;
    let all = all.map_err(|_logged| {
        KeyError::Failed("the messages cannot be read; see the log for the reason".to_owned())
    })?;
    let count = all.len();
    let mut bytes = 0;
    let fits = |message: &Message| {
        bytes += message.destination.len()
            + message.username.len()
            + message.text.as_ref().map_or(0, |text| text.body.len());
        bytes <= MOST_BYTES
    };
    let messages: Vec<Message> =
        all.iter().take(limit).map(|sent| shown(sent, audience)).take_while(fits).collect();
    Ok(Outcome::Messages(Messages { left_out: count - messages.len(), messages }))
}

fn shown(sent: &InboxMessage, audience: Audience) -> Message {
    let message = &sent.message;
    let text = || MessageText {
        subject: message.subject.clone(),
        body: message.body.clone(),
        code: message.code.clone(),
    };
    Message {
        id: sent.id.clone(),
        pool_id: sent.pool_id.clone(),
        created: extended(sent.created.millis()),
        kind: message.kind.as_str().to_owned(),
        medium: message.medium.as_str().to_owned(),
        destination: message.destination.clone(),
        username: message.username.clone(),
        user_id: message.user_id.clone(),
        text: (audience == Audience::Developer).then(text),
    }
}
