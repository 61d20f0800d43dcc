//! What every request meets, whatever its path: a request id, the Host rule of `dev`, one log line, one count; and
//! an answer even when a handler panics.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::HOST;
use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::Value;

use crate::app::{App, EdgeMode};
use crate::aws_json::Refused;
use crate::caught::caught;
use crate::dev_guard;
use crate::stopwatch::Stopwatch;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The id of a request: in its answer's `x-amzn-RequestId` and in every log line about it.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// The address that a request came from. Absent in process.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// What a handler says about the request it handled, for the log and the counters.
#[derive(Debug, Clone)]
pub(crate) struct Handled {
    /// An operation of the model, or the name of another endpoint.
    pub(crate) operation: &'static str,
    /// `ok` or the exception.
    pub(crate) outcome: &'static str,
    /// Which check refused, where that is known.
    reason: Option<&'static str>,
    pool_id: Option<String>,
    client_id: Option<String>,
}

impl Handled {
    /// A request that is going well so far.
    pub(crate) fn new(operation: &'static str) -> Self {
        Self { operation, outcome: "ok", reason: None, pool_id: None, client_id: None }
    }

    /// Notes that it was refused.
    pub(crate) fn refuse(&mut self, refused: &Refused) {
        self.outcome = refused.exception();
        self.reason = refused.reason();
    }

    /// Remembers the pool and the app client that the request names, when they look like ids: nothing else of a body
    /// belongs in a log.
    pub(crate) fn note(&mut self, input: &Value) {
        let id = |member: &str| {
            let id = input.get(member)?.as_str()?;
            let is_id = id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-:".contains(&byte));
            is_id.then(|| id.to_owned())
        };
        self.pool_id = id("UserPoolId").or_else(|| id("IdentityPoolId"));
        self.client_id = id("ClientId");
    }
}

/// Wraps every route.
pub(crate) async fn around(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let stopwatch = Stopwatch::start();
    let request_id = app.server.rng.uuid();
    request.extensions_mut().insert(RequestId(request_id.clone()));
    let mut response = match admitted(&app, request) {
        Ok(request) => caught(next.run(request)).await.unwrap_or_else(|_panicked| unhandled(Refused::internal())),
        Err(refused) => unhandled(refused),
    };
    if let Some(handled) = response.extensions_mut().remove::<Handled>() {
        let took = stopwatch.elapsed();
        app.metrics.record(handled.operation, handled.outcome, took);
        log(&request_id, &handled, response.status(), took.as_micros());
    }
    // A UUID is always a legal header value.
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The request, unless its host is ambiguous (RFC 9112 section 3.2), or the rules of `dev` forbid it.
fn admitted(app: &App, request: Request) -> Result<Request, Refused> {
    if request.headers().get_all(HOST).iter().nth(1).is_some() {
        let message = "The request has more than one Host header.";
        let refused = Refused::new(StatusCode::BAD_REQUEST, "BadRequestException", message);
        return Err(refused.because("there are several Host headers"));
    }
    let EdgeMode::Dev { hosts } = &app.mode else { return Ok(request) };
    let (parts, body) = request.into_parts();
    if !dev_guard::is_served_host(&parts, hosts) {
        let message = "poolkeeper dev does not serve this host name. Start it with --host NAME to allow it.";
        return Err(Refused::new(StatusCode::FORBIDDEN, "ForbiddenException", message).because("the host name is not served"));
    }
    if parts.uri.path().starts_with("/_poolkeeper/") && dev_guard::is_foreign_origin(&parts.headers) {
        let message = "poolkeeper dev shows this only to pages of this machine.";
        let refused = Refused::new(StatusCode::FORBIDDEN, "ForbiddenException", message);
        return Err(refused.because("a page of another machine asks"));
    }
    Ok(Request::from_parts(parts, body))
}

/// The answer to a request that no handler answered.
fn unhandled(refused: Refused) -> Response {
    let mut handled = Handled::new("unknown");
    handled.refuse(&refused);
    let mut response = refused.into_response();
    response.extensions_mut().insert(handled);
    response
}

fn log(request_id: &str, handled: &Handled, status: StatusCode, took_us: u128) {
    let Handled { operation, outcome, reason, pool_id, client_id } = handled;
    let status = status.as_u16();
    let (pool, client) = (pool_id.as_deref(), client_id.as_deref());
    if status >= 500 {
        tracing::error!(request_id, operation, pool, client, outcome, reason, status, took_us, "request failed");
    } else {
        tracing::info!(request_id, operation, pool, client, outcome, reason, status, took_us, "request");
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use http_body_util::BodyExt;
    use tower::Service;

    use super::*;
    use crate::sigv4::AccessKeys;

    #[tokio::test]
    async fn a_panicking_handler_is_answered_and_counted() {
        let data = testkit::TempDir::new();
        let rng = domain::Rng::seeded(1);
        let parts = operations::Parts {
            clock: domain::Clock::system(),
            store: store::Store::open(store::Options::sqlite(data.path())).unwrap(),
            master: domain::seal::MasterKeys::from_texts(&[domain::seal::MasterKeys::generate_one(&rng).as_str()]).unwrap(),
            rng,
            settings: operations::Settings {
                account_id: "000000000000".into(),
                public_url: "http://localhost".into(),
                issuer: operations::IssuerForm::Own,
                at_rest: domain::credential::AtRest::Srp,
                fixed_code: None,
                regions: None,
                n_parts: 1,
            },
            key_pairs: Some(vec![]),
        };
        let server = operations::Server::start(parts).unwrap();
        let app = App::new(server, EdgeMode::Serve { trusted_proxies: vec![] }, AccessKeys::default());
        async fn panics() -> Response {
            panic!("on purpose")
        }
        let mut router: Router = Router::new()
            .route("/", get(panics))
            .layer(from_fn_with_state(Arc::clone(&app), around))
            .with_state(Arc::clone(&app));
        let response = router.call(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[REQUEST_ID].len(), 36);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, r#"{"__type":"InternalErrorException","message":"Something went wrong"}"#);
        let counted = r#"poolkeeper_requests_total{operation="unknown",outcome="InternalErrorException"} 1"#;
        assert!(app.metrics.render(&[]).contains(counted));
    }
}
