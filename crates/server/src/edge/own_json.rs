//! The JSON answers of this server's own endpoints.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::Value;

/// An answer that must not be cached.
pub(crate) fn own_json(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(body.to_string().into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
