//! Liveness, readiness and metrics endpoints.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::State;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use pools::Refusals;
use serde_json::json;

use super::App;
use super::own_json;
use super::readiness::Readiness;
use crate::logging;

/// `GET /_poolkeeper/live`: 200 as soon as the listener is open.
pub(crate) async fn live() -> Response {
    own_json(StatusCode::OK, &json!({ "status": "live" }))
}

/// `GET /_poolkeeper/ready`: 200 while the store answers and no shutdown has begun, otherwise 503.
pub(crate) async fn ready(State(app): State<Arc<App>>) -> Response {
    let unready =
        |status: &str| own_json(StatusCode::SERVICE_UNAVAILABLE, &json!({ "status": status }));
    if app.is_stopping() {
        return unready("stopping");
    }
    // Verification and key sets still work from memory; sign-ins do not.
    if !app.server.store.is_writable() {
        return unready("store");
    }
    if !Readiness::store_answers(&app).await {
        return unready("store");
    }
    own_json(StatusCode::OK, &json!({ "status": "ready" }))
}

/// `GET /_poolkeeper/metrics`: the Prometheus text format.
pub(crate) async fn metrics(State(app): State<Arc<App>>) -> Response {
    let store = app.server.store.counts();
    let crypto = app.server.meter.snapshot();
    let mut text = app.metrics.render(&[
        ("poolkeeper_store_reads_total", "Reads of the database.", store.reads),
        ("poolkeeper_store_statements_total", "Statements in those reads.", store.statements),
        ("poolkeeper_store_commits_total", "Commits to the database.", store.commits),
        ("poolkeeper_crypto_signatures_total", "Tokens signed with RSA.", crypto.signatures),
        ("poolkeeper_crypto_powers_total", "SRP modular exponentiations.", crypto.powers),
        ("poolkeeper_crypto_argon2_total", "Password hashes computed.", crypto.argon2),
        ("poolkeeper_crypto_seals_total", "Values sealed.", crypto.seals),
        ("poolkeeper_crypto_unseals_total", "Values unsealed.", crypto.unseals),
        ("poolkeeper_crypto_macs_total", "Message authentication codes computed.", crypto.macs),
        (
            "poolkeeper_orphaned_rows_removed_total",
            "Rows removed because their pool does not exist.",
            app.server.orphaned_rows.load(Ordering::Relaxed),
        ),
        (
            "poolkeeper_unknown_ids_refused_total",
            "Pools and app clients answered as unknown without being looked up.",
            app.server.limits.ids_not_looked_up(),
        ),
        (
            "poolkeeper_log_lines_lost_total",
            "Log lines lost because standard error was too slow.",
            logging::lost_lines(),
        ),
    ]);
    // Writing to a String does not fail.
    let _ = refusals(&app.server.limits.refusals(), &mut text);
    let _ = app.wrong_signatures.render(&mut text);
    let mut response = Response::new(text.into());
    let content_type = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    response
}

fn refusals(refusals: &[Refusals], out: &mut String) -> std::fmt::Result {
    writeln!(out, "# HELP poolkeeper_rate_limited_total Requests refused by a rate limit.")?;
    writeln!(out, "# TYPE poolkeeper_rate_limited_total counter")?;
    for Refusals { scope, class, count } in refusals {
        writeln!(
            out,
            "poolkeeper_rate_limited_total{{scope=\"{scope}\",class=\"{}\"}} {count}",
            class.name()
        )?;
    }
    Ok(())
}
