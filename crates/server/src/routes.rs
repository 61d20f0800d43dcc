//! Which path is answered where, and the listeners that answer.

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::response::Response;
use axum::routing::{any, get};
use http::StatusCode;
use tokio::net::TcpListener;

use crate::dev::{inbox, pages, token};
use crate::edge::{App, Edge, health, own_json, well_known};
use crate::{aws_json, net};

/// Connections to the listener for metrics, which has slots of its own: they are read when the
/// other has none left.
const METRICS_CONNECTIONS: usize = 128;

/// The whole edge, for use in process; [`serve_on`] answers the same.
pub fn router(app: Arc<App>) -> Router {
    Router::new().fallback_service(edge(app))
}

/// Serves `app` on `listener`, with at most `most` connections, until `shutdown` is ready and the
/// requests under way are answered. The caller closes the store afterwards
/// (`app.server.shutdown()`).
pub async fn serve_on(
    listener: TcpListener,
    app: Arc<App>,
    most: usize,
    shutdown: impl Future<Output = ()>,
) {
    app.limit_waits(most);
    let stopping = {
        let app = Arc::clone(&app);
        async move {
            shutdown.await;
            app.begin_stop();
        }
    };
    net::serve(listener, edge(app), most, stopping).await;
}

/// Serves the metrics and the health of `app`, and nothing of the API, the same way.
pub async fn serve_metrics_on(
    listener: TcpListener,
    app: Arc<App>,
    shutdown: impl Future<Output = ()>,
) {
    let routes = Router::new()
        .route("/_poolkeeper/live", get(health::live))
        .route("/_poolkeeper/ready", get(health::ready))
        .route("/_poolkeeper/metrics", get(health::metrics))
        .with_state(app);
    net::serve(listener, routes, METRICS_CONNECTIONS, shutdown).await;
}

fn edge(app: Arc<App>) -> Edge {
    let routes = routes(&app).with_state(Arc::clone(&app));
    Edge::new(app, routes, aws_json::render)
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
            .route("/_poolkeeper/token", get(token::page))
            .route("/_poolkeeper/metrics", get(health::metrics));
    }
    router.fallback(not_found)
}

async fn not_found() -> Response {
    own_json(StatusCode::NOT_FOUND, &serde_json::json!({ "message": "Not Found" }))
}
