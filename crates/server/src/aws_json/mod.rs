//! The AWS JSON 1.1 edge: `POST /` with `X-Amz-Target` (AWS JSON protocol; Cognito API references).
//!
//! The order of the checks is part of the protocol: target, body, rate of the client's address,
//! authentication, rate of the pool, then the operation, which checks the input's shape first. Only
//! the body of a request whose signature is wrong may come after the signature, if it is large or if
//! its client sends many such requests: it is then not read, or not parsed.

mod authenticate;
mod body;
mod caller;
mod cors;
mod errors;
pub(crate) mod own_call;
pub mod sigv4;
mod subject;
mod target;
mod wrong_signature;

use axum::extract::{Request, State};
use axum::response::Response;
use http::header::ORIGIN;
use http::request::Parts;
use http::{HeaderValue, Method, header};
use serde_json::Value;
use std::net::{IpAddr, Ipv4Addr};
use std::pin::pin;
use std::sync::Arc;

use crate::edge::caught::caught;
use crate::edge::{App, Handled, Refusal, RequestId};
use crate::net::{Peer, Work};
pub(crate) use errors::Refused;
use subject::{Subject, shown_id};

const CONTENT_TYPE: HeaderValue = HeaderValue::from_static("application/x-amz-json-1.1");

/// Renders a refusal of the edge in this protocol, and returns the exception's name with it.
pub(crate) fn render(refusal: Refusal) -> (Response, &'static str) {
    let refused = Refused::from(refusal);
    let exception = refused.exception();
    (refused.into_response(), exception)
}

/// Answers every request for `/`.
pub(crate) async fn handle(State(app): State<Arc<App>>, request: Request) -> Response {
    let cross_origin = request.headers().contains_key(ORIGIN);
    let mut response = match *request.method() {
        Method::POST => call(&app, request).await,
        Method::OPTIONS => cors::preflight(request.headers()),
        _ => Refused::not_an_api_call().into_response(),
    };
    if cross_origin {
        cors::expose(response.headers_mut());
    }
    response
}

async fn call(app: &Arc<App>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut handled = Handled::new("unknown");
    let mut response = match answer(app, &mut parts, body, &mut handled).await {
        Ok(output) => success(output),
        Err(refused) => {
            handled.refuse(refused.exception(), refused.reason());
            handled.is_unlogged = refused.is_unlogged();
            refused.into_response()
        }
    };
    response.extensions_mut().insert(handled);
    response
}

/// The output's JSON text; `None` for an operation without output.
async fn answer(
    app: &Arc<App>,
    parts: &mut Parts,
    body: axum::body::Body,
    handled: &mut Handled,
) -> Result<Option<String>, Refused> {
    let operation = target::operation(&parts.headers)?;
    handled.operation = operation.name;
    let peer = parts.extensions.get::<Peer>().copied();
    let caller = caller::of(app, &parts.headers, peer);
    let client = caller.address.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), pools::client_of);
    // A query is not used here, but would keep the whole head in memory while the body is awaited.
    if parts.uri.query().is_some()
        && let Ok(uri) = parts.uri.to_string().parse()
    {
        parts.uri = uri;
    }
    let bound = bound(app, operation, parts, (peer, caller.address))?;
    let is_counted = bound.is_of_refused();
    let body = body::read(&mut parts.headers, body, client, &app.bodies, bound).await?;
    // A connection that was given up for another client is closed; its operation must not start.
    if parts.extensions.get::<Work>().is_some_and(|work| !work.begin()) {
        return Err(Refused::too_slow());
    }
    require_rate(app, operation, caller.address)?;
    let signed = authenticate::Signed { parts, body: &body.bytes, peer, address: caller.address };
    let authenticate = || authenticate::caller(app, operation, &signed, is_counted);
    let is_large = body.bytes.len() > body::UNCHECKED_BYTES;
    let known = if is_large { Some(authenticate()?) } else { None };
    let input = body::parse(&body.bytes)?;
    let subject = Subject::of(operation, &input);
    handled.pool_id = subject.pool_id().and_then(shown_id);
    handled.client_id = subject.client_id().and_then(shown_id);
    let known = known.map_or_else(authenticate, Ok)?;
    authenticate::require_allowed(app, &known, &subject)?;
    let region = known.region;
    let request_id = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let asker = app.asker(caller.address);
    let call = operations::Call { operation, request_id, region, caller, asker };
    run(app, call, input).await
}

/// How much of the body is read, judging by the head alone. Refuses a request that its head shows to
/// be signed wrongly, if its address has sent too many of them.
fn bound(
    app: &App,
    operation: &'static wire::Operation,
    parts: &Parts,
    (peer, address): (Option<Peer>, Option<IpAddr>),
) -> Result<body::Bound, Refused> {
    let head = authenticate::Signed { parts, body: &[], peer, address };
    let Err(refusal) = authenticate::examine(app, operation, &head) else {
        return Ok(body::Bound::WHOLE);
    };
    match wrong_signature::count(app, operation, address, &refusal) {
        Some(throttled) => Err(throttled.unread()),
        None => Ok(body::Bound::of_refused(refusal.into())),
    }
}

/// Refuses an address that exceeds its rate, before anything else about the request is known.
fn require_rate(
    app: &App,
    operation: &'static wire::Operation,
    address: Option<IpAddr>,
) -> Result<(), Refused> {
    let Some(address) = address.filter(|address| !app.mode.is_unlimited(*address)) else {
        return Ok(());
    };
    let is_admitted = app.server.limits.admits_address(
        &operations::endpoint(operation),
        address,
        app.server.clock.ticks(),
    );
    if is_admitted { Ok(()) } else { Err(Refused::rate_exceeded(operation)) }
}

async fn run(
    app: &Arc<App>,
    call: operations::Call,
    input: Value,
) -> Result<Option<String>, Refused> {
    let operation = call.operation;
    let Some(_permit) = app.waits().operation() else { return Err(Refused::busy(operation)) };
    match caught(pin!(operations::dispatch(&app.server, call, input))).await {
        Ok(Ok(output)) => Ok(operation.has_output.then_some(output)),
        Ok(Err(failure)) => Err(Refused::from_failure(operation, failure)),
        Err(_panicked) => Err(Refused::fault_of(operation)),
    }
}

fn success(output: Option<String>) -> Response {
    let length = output.as_ref().map_or(0, String::len);
    let mut response =
        Response::new(output.map_or_else(axum::body::Body::empty, axum::body::Body::from));
    response.headers_mut().insert(header::CONTENT_TYPE, CONTENT_TYPE);
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}
