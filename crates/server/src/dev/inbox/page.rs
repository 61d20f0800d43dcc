//! The inbox as an HTML page.

use std::sync::LazyLock;

use askama::Template;
use axum::response::Response;
use domain::message::MessageKind;
use http::{HeaderValue, StatusCode};
use pools::codes::inbox::InboxMessage;
use serde_json::json;

use super::filter::Filter;
use crate::dev::pages::{self, Forms, Frame};
use crate::edge::App;
use crate::edge::own_json;
use crate::text::date;

const SCRIPT: &str = include_str!("../../../templates/inbox.js");

#[derive(Template)]
#[template(path = "inbox.html")]
struct Page<'a> {
    frame: Frame,
    script: &'static str,
    /// URL at which clients reach the server.
    url: &'a str,
    filter: &'a Filter,
    /// The pools that have messages.
    pools: Vec<&'a str>,
    messages: Vec<Row<'a>>,
}

struct Row<'a> {
    sent: &'a InboxMessage,
    kind: &'static str,
    /// For programs and for people.
    created: (String, String),
}

/// Renders the messages that match the filter.
pub(super) fn page(app: &App, messages: &[InboxMessage], filter: &Filter) -> Response {
    static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| pages::policy(&[SCRIPT], Forms::Own));
    let mut pools: Vec<&str> = messages.iter().map(|sent| sent.pool_id.as_str()).collect();
    if !filter.pool.is_empty() {
        pools.push(&filter.pool);
    }
    pools.sort_unstable();
    pools.dedup();
    let messages = messages.iter().filter(|sent| filter.lets_through(sent)).map(row).collect();
    let page = Page {
        frame: Frame::of("Inbox"),
        script: SCRIPT,
        url: &app.server.settings.public_url,
        filter,
        pools,
        messages,
    };
    match page.render() {
        Ok(body) => pages::answer(body, &POLICY),
        Err(error) => {
            tracing::error!(%error, "cannot render the inbox page");
            own_json(
                StatusCode::INTERNAL_SERVER_ERROR,
                &json!({ "message": "Something went wrong" }),
            )
        }
    }
}

fn row(sent: &InboxMessage) -> Row<'_> {
    let machine = date::extended(sent.created.millis());
    let people = machine.replace('T', " ").replace('Z', " UTC");
    Row { sent, kind: in_words(sent.message.kind), created: (machine, people) }
}

fn in_words(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::SignUp => "Sign-up",
        MessageKind::ResendCode => "Sign-up, sent again",
        MessageKind::ForgotPassword => "Forgotten password",
        MessageKind::Authentication => "Sign-in",
        MessageKind::UpdateUserAttribute => "Changed attribute",
        MessageKind::VerifyUserAttribute => "Attribute to verify",
        MessageKind::AdminCreateUser => "Invitation",
    }
}
