//! `GET /_poolkeeper/inbox`: the messages queued by `dev`, newest first, as JSON or as a page. Not
//! available in `serve`.

mod access;
mod filter;
mod page;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use pools::codes::inbox::InboxMessage;
use serde_json::{Value, json};

use self::filter::Filter;
use crate::dev::pages::prefers_html;
use crate::edge::App;
use crate::edge::own_json;
use crate::text::date::extended;

/// Answers with the messages, as a page if HTML is preferred. There are no CORS headers, so pages
/// of other origins cannot read codes.
pub(crate) async fn list(State(app): State<Arc<App>>, request: Request) -> Response {
    let mut response = answer(&app, &request.into_parts().0).await;
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

async fn answer(app: &Arc<App>, request: &Parts) -> Response {
    if !access::may_read(app, request) {
        let message = "Send an access key of this server as the user name and its secret as the \
            password.";
        let mut response = own_json(StatusCode::UNAUTHORIZED, &json!({ "message": message }));
        let challenge = HeaderValue::from_static("Basic realm=\"poolkeeper inbox\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        return response;
    }
    let Ok(messages) = pools::codes::inbox::list(&app.server).await else {
        return own_json(
            StatusCode::INTERNAL_SERVER_ERROR,
            &json!({ "message": "Something went wrong" }),
        );
    };
    let filter = Filter::of(request.uri.query());
    if prefers_html(&request.headers) {
        return page::page(app, &messages, &filter);
    }
    let messages: Vec<Value> =
        messages.iter().filter(|sent| filter.lets_through(sent)).map(as_json).collect();
    own_json(StatusCode::OK, &json!({ "messages": messages }))
}

fn as_json(sent: &InboxMessage) -> Value {
    let message = &sent.message;
    json!({
        "id": sent.id,
        "poolId": sent.pool_id,
        "created": extended(sent.created.millis()),
        "kind": message.kind.as_str(),
        "medium": message.medium.as_str(),
        "destination": message.destination,
        "username": message.username,
        "userId": message.user_id,
        "subject": message.subject,
        "body": message.body.as_str(),
        "code": message.code.as_deref(),
    })
}
