//! Which path is answered where.

use std::sync::Arc;

use axum::Router;
use axum::response::Response;
use axum::routing::{any, get};
use http::{HeaderValue, StatusCode, header};
use serde_json::Value;

use crate::app::App;
use crate::edge::Edge;
use crate::{aws_json, health, inbox, pages, token, well_known};

/// The whole edge, for use in process; [`crate::serve_on`] answers the same.
pub fn router(app: Arc<App>) -> Router {
    Router::new().fallback_service(edge(app))
}

/// The whole edge.
pub(crate) fn edge(app: Arc<App>) -> Edge {
    let routes = routes(&app).with_state(Arc::clone(&app));
    Edge::new(app, routes)
}

fn routes(app: &App) -> Router<Arc<App>> {
    let api = if app.is_dev() {
        get(pages::home).fallback(aws_json::handle)
    } else {
        any(aws_json::handle)
    };
    let mut router = Router::new()
        .route("/", api)
        .route("/{pool_id}/.well-known/jwks.json", get(well_known::jwks))
        .route("/{pool_id}/.well-known/openid-configuration", get(well_known::discovery))
        .route("/_poolkeeper/live", get(health::live))
        .route("/_poolkeeper/ready", get(health::ready));
    if app.is_dev() {
        router = router
            .route("/_poolkeeper/inbox", get(inbox::list))
            .route("/_poolkeeper/token", get(token::page::page))
            .route("/_poolkeeper/metrics", get(health::metrics));
    }
    router.fallback(not_found)
}

/// What `serve` shows on its listener for metrics: nothing of the API.
pub(crate) fn metrics_router(app: Arc<App>) -> Router {
    Router::new()
        .route("/_poolkeeper/live", get(health::live))
        .route("/_poolkeeper/ready", get(health::ready))
        .route("/_poolkeeper/metrics", get(health::metrics))
        .with_state(app)
}

/// A JSON answer of our own endpoints, for this moment only.
pub(crate) fn own_json(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(body.to_string().into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

async fn not_found() -> Response {
    own_json(StatusCode::NOT_FOUND, &serde_json::json!({ "message": "Not Found" }))
}
