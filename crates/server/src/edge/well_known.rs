//! A pool's public documents: its signing keys (RFC 7517) and its OpenID Connect discovery.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, Path, State};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use pools::user_pools::well_known::{self as published, NoDocument};
use serde_json::json;

use super::App;
use super::Handled;
use super::client_address;
use crate::net::Peer;

/// Verifiers may keep keys for an hour; a new key is published longer than that before it signs.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=3600");
/// The longest pool id that the API accepts.
const MAX_POOL_ID: usize = 55;

/// One of a pool's documents, as named by a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document<'p> {
    kind: Kind,
    pool_id: Cow<'p, str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Jwks,
    Discovery,
}

/// What shows who sent a request.
#[derive(Clone, Copy)]
pub(crate) struct Sender<'r> {
    /// The request's headers, in which trusted proxies report their client.
    pub(crate) headers: &'r HeaderMap,
    /// The other end of the connection, if it came over the network.
    pub(crate) peer: Option<Peer>,
}

impl<'r> Sender<'r> {
    fn of(headers: &'r HeaderMap, peer: Option<Extension<Peer>>) -> Self {
        Self { headers, peer: peer.map(|Extension(peer)| peer) }
    }
}

/// `GET /{pool_id}/.well-known/jwks.json`, for paths that [`plain`] does not match.
pub(crate) async fn jwks(
    State(app): State<Arc<App>>,
    pool_id: Result<Path<String>, PathRejection>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
) -> Response {
    by_router(&app, Kind::Jwks, pool_id, Sender::of(&headers, peer)).await
}

/// `GET /{pool_id}/.well-known/openid-configuration`, for paths that [`plain`] does not match.
pub(crate) async fn discovery(
    State(app): State<Arc<App>>,
    pool_id: Result<Path<String>, PathRejection>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
) -> Response {
    by_router(&app, Kind::Discovery, pool_id, Sender::of(&headers, peer)).await
}

/// The document requested in the plainest way: no escapes in the path, no other method.
pub(crate) fn plain<'p>(method: &Method, path: &'p str) -> Option<Document<'p>> {
    let (pool_id, name) = path.strip_prefix('/')?.split_once("/.well-known/")?;
    let kind = match name {
        "jwks.json" => Kind::Jwks,
        "openid-configuration" => Kind::Discovery,
        _ => return None,
    };
    (*method == Method::GET && is_pool_id(pool_id))
        .then_some(Document { kind, pool_id: Cow::Borrowed(pool_id) })
}

async fn by_router(
    app: &Arc<App>,
    kind: Kind,
    pool_id: Result<Path<String>, PathRejection>,
    sender: Sender<'_>,
) -> Response {
    // Text that cannot be an id is not repeated in the answer.
    let pool_id = pool_id
        .ok()
        .map(|Path(pool_id)| pool_id)
        .filter(|pool_id| is_pool_id(pool_id))
        .unwrap_or_default();
    let document = Document { kind, pool_id: Cow::Owned(pool_id) };
    let (mut response, handled) = document.answer(app, sender).await;
    response.extensions_mut().insert(handled);
    response
}

/// Whether the text could be an id; nothing else reaches the store.
fn is_pool_id(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    text.len() <= MAX_POOL_ID && text.contains('_') && text.bytes().all(is_word)
}

impl Document<'_> {
    /// The document, and what to count and log.
    pub(crate) async fn answer(&self, app: &Arc<App>, sender: Sender<'_>) -> (Response, Handled) {
        let (asker, admit) = (
            || app.asker(client_address::of(app, sender.headers, sender.peer)),
            || app.waits().document(),
        );
        let found = match (self.pool_id.as_ref(), self.kind) {
            ("", _) => Err(NoDocument::UnknownPool),
            (pool_id, Kind::Jwks) => published::jwks(&app.server, pool_id, asker, admit).await,
            (pool_id, Kind::Discovery) => {
                published::discovery(&app.server, pool_id, asker, admit).await
            }
        };
        let endpoint = match self.kind {
            Kind::Jwks => "jwks",
            Kind::Discovery => "openid-configuration",
        };
        answer(endpoint, &self.pool_id, found)
    }
}

fn answer(
    endpoint: &'static str,
    pool_id: &str,
    document: Result<Bytes, NoDocument>,
) -> (Response, Handled) {
    let mut handled = Handled::new(endpoint);
    let is_busy = document == Err(NoDocument::Busy);
    let (status, body) = match document {
        Ok(document) => (StatusCode::OK, document),
        Err(NoDocument::UnknownPool) => {
            handled.outcome = "not_found";
            let message = json!({ "message": format!("User pool {pool_id} does not exist.") });
            (StatusCode::NOT_FOUND, message.to_string().into())
        }
        Err(NoDocument::Internal | NoDocument::Busy) => {
            handled.outcome = "InternalErrorException";
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                json!({ "message": "Something went wrong" }).to_string().into(),
            )
        }
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    // Public documents: a page that verifies tokens itself may read them.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if status == StatusCode::OK {
        headers.insert(header::CACHE_CONTROL, CACHE_CONTROL);
    }
    if is_busy {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    (response, handled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths() {
        let document = |kind, pool_id| Some(Document { kind, pool_id: Cow::Borrowed(pool_id) });
        for (path, expected) in [
            ("/eu-west-1_Ab/.well-known/jwks.json", document(Kind::Jwks, "eu-west-1_Ab")),
            (
                "/eu-west-1_Ab/.well-known/openid-configuration",
                document(Kind::Discovery, "eu-west-1_Ab"),
            ),
            ("/eu-west-1%5FAb/.well-known/jwks.json", None),
            ("//eu-west-1_Ab/.well-known/jwks.json", None),
            ("/a/eu-west-1_Ab/.well-known/jwks.json", None),
            ("/eu-west-1_Ab/.well-known/jwks.json/", None),
            ("/eu-west-1_Ab/.well-known/", None),
            ("/_poolkeeper/live", None),
            ("/", None),
        ] {
            assert_eq!(plain(&Method::GET, path), expected, "{path}");
            assert_eq!(plain(&Method::HEAD, path), None, "{path}");
        }
    }
}
