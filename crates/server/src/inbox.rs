//! `GET /_poolkeeper/inbox`: the messages that `dev` sent, newest first. Not in `serve`.

use std::sync::Arc;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::extract::{Request, State};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use operations::inbox::InboxMessage;
use serde_json::{Value, json};

use crate::app::App;
use crate::dev_guard::is_loopback;
use crate::edge::Peer;
use crate::router::own_json;

/// The messages as JSON. No CORS headers: no page of another origin may read codes.
pub(crate) async fn list(State(app): State<Arc<App>>, request: Request) -> Response {
    if !may_read(&app, &request) {
        let message = "Send an access key of this server as user name and its secret as password.";
        let mut response = own_json(StatusCode::UNAUTHORIZED, &json!({ "message": message }));
        let challenge = HeaderValue::from_static("Basic realm=\"poolkeeper inbox\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        return response;
    }
    match operations::inbox::list(&app.server).await {
        Ok(messages) => {
            let messages: Vec<Value> = messages.iter().map(as_json).collect();
            own_json(StatusCode::OK, &json!({ "messages": messages }))
        }
        Err(_logged) => own_json(StatusCode::INTERNAL_SERVER_ERROR, &json!({ "message": "Something went wrong" })),
    }
}

/// This machine may; another one only with an access key, since codes take over accounts.
fn may_read(app: &App, request: &Request) -> bool {
    let is_near = request.extensions().get::<Peer>().is_none_or(|Peer(address)| is_loopback(*address));
    is_near || has_access_key(app, request.headers())
}

fn has_access_key(app: &App, headers: &HeaderMap) -> bool {
    basic_credentials(headers).is_some_and(|(id, secret)| {
        app.access_keys.find(&id).is_some_and(|key| verify_slices_are_equal(key.secret().as_bytes(), secret.as_bytes()).is_ok())
    })
}

/// User name and password of HTTP Basic (RFC 7617).
fn basic_credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

fn as_json(sent: &InboxMessage) -> Value {
    let message = &sent.message;
    json!({
        "id": sent.id,
        "poolId": sent.pool_id,
        "created": sent.created.millis(),
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
