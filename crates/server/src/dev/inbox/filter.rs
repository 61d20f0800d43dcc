//! `?pool=ID&to=TEXT`: filters messages by pool and recipient.

use pools::codes::inbox::InboxMessage;

/// Which messages to show. An empty text matches all.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// The pool's id.
    pub(super) pool: String,
    /// Part of the destination, or of the user's name or id.
    pub(super) to: String,
}

impl Filter {
    /// Parses a query string. Unknown parameters are ignored.
    pub(super) fn of(query: Option<&str>) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            match &*name {
                "pool" => filter.pool = value.trim().to_owned(),
                "to" => filter.to = value.trim().to_owned(),
                _ => {}
            }
        }
        filter
    }

    /// Whether the filter matches all messages.
    pub(super) fn is_empty(&self) -> bool {
        self.pool.is_empty() && self.to.is_empty()
    }

    /// Whether the filter matches this message.
    pub(super) fn lets_through(&self, sent: &InboxMessage) -> bool {
        let message = &sent.message;
        let wanted = self.to.to_lowercase();
        let is_to = |text: &String| text.to_lowercase().contains(&wanted);
        (self.pool.is_empty() || self.pool == sent.pool_id)
            && [&message.destination, &message.username, &message.user_id].into_iter().any(is_to)
    }
}
