//! A pool's public documents: its signing keys (RFC 7517) and its OpenID Connect discovery.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use operations::well_known::NoDocument;
use serde_json::json;

use crate::app::App;
use crate::edge::Handled;

/// Verifiers may keep keys for an hour; a new key is published longer than that before it signs.
const CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=3600");
/// The longest pool id the API accepts.
const MAX_POOL_ID: usize = 55;

/// `GET /{pool_id}/.well-known/jwks.json`.
pub(crate) async fn jwks(State(app): State<Arc<App>>, pool_id: Result<Path<String>, PathRejection>) -> Response {
    let document = match require_pool_id(pool_id) {
        Ok(pool_id) => operations::well_known::jwks(&app.server, &pool_id).await.map_err(|no| (no, pool_id)),
        Err(refused) => Err(refused),
    };
    answer("jwks", document)
}

/// `GET /{pool_id}/.well-known/openid-configuration`.
pub(crate) async fn discovery(State(app): State<Arc<App>>, pool_id: Result<Path<String>, PathRejection>) -> Response {
    let document = match require_pool_id(pool_id) {
        Ok(pool_id) => operations::well_known::discovery(&app.server, &pool_id).await.map_err(|no| (no, pool_id)),
        Err(refused) => Err(refused),
    };
    answer("openid-configuration", document)
}

/// A path's pool id that could be one; nothing else reaches the store.
fn require_pool_id(pool_id: Result<Path<String>, PathRejection>) -> Result<String, (NoDocument, String)> {
    let Path(pool_id) = pool_id.map_err(|_| (NoDocument::UnknownPool, String::new()))?;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let is_pool_id = pool_id.len() <= MAX_POOL_ID && pool_id.contains('_') && pool_id.bytes().all(is_word);
    if is_pool_id { Ok(pool_id) } else { Err((NoDocument::UnknownPool, String::new())) }
}

fn answer(endpoint: &'static str, document: Result<Arc<str>, (NoDocument, String)>) -> Response {
    let mut handled = Handled::new(endpoint);
    let (status, body) = match document {
        Ok(document) => (StatusCode::OK, Bytes::from_owner(Arc::<[u8]>::from(document))),
        Err((NoDocument::UnknownPool, pool_id)) => {
            handled.outcome = "not_found";
            let message = json!({ "message": format!("User pool {pool_id} does not exist.") });
            (StatusCode::NOT_FOUND, message.to_string().into())
        }
        Err((NoDocument::Internal, _)) => {
            handled.outcome = "InternalErrorException";
            (StatusCode::INTERNAL_SERVER_ERROR, json!({ "message": "Something went wrong" }).to_string().into())
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
    response.extensions_mut().insert(handled);
    response
}
