//! What applies to every request, whatever its path: a request id, the Host rule of `dev`, one log
//! line, one count, and an answer even if a handler panics.

use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::response::Response;
use bytes::Bytes;
use http::header::HOST;
use http::{HeaderName, HeaderValue, StatusCode};
use hyper::body::Incoming;
use tower::Service as _;

use super::app::{App, EdgeMode};
use super::caught::caught;
use super::handled::{Handled, RequestId};
use super::refusal::{Refusal, Render};
use super::stopwatch::Stopwatch;
use super::{host_rules, well_known};
use crate::net::{Handler, Peer};

type Request<B = Body> = http::Request<B>;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The whole edge. Clones share it.
#[derive(Clone)]
pub(crate) struct Edge {
    app: Arc<App>,
    /// All routes except the documents that are answered first.
    routes: Router,
    /// Renders the refusals of the edge itself.
    render: Render,
}

impl Edge {
    pub(crate) fn new(app: Arc<App>, routes: Router, render: Render) -> Self {
        Self { app, routes, render }
    }

    /// Answers one request; `peer` is known if it came over the network.
    pub(crate) async fn answer<B>(&self, request: Request<B>, peer: Option<Peer>) -> Response
    where
        B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
    {
        let stopwatch = Stopwatch::start();
        let request_id = self.app.new_request_id();
        let (mut response, handled) = match admitted(&self.app, &request) {
            Ok(()) => {
                let routed = caught(pin!(self.route(request, peer, &request_id))).await;
                routed.unwrap_or_else(|_panicked| self.refuse(Refusal::FAULT))
            }
            Err(refusal) => self.refuse(refusal),
        };
        if let Some(handled) = handled {
            let took = stopwatch.elapsed();
            self.app.metrics.record(handled.operation, handled.outcome, took);
            if !handled.is_unlogged {
                log(&request_id, &handled, response.status(), took.as_micros());
            }
        }
        // A UUID is always a legal header value.
        if let Ok(value) = HeaderValue::from_str(&request_id) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        response
    }

    /// The edge's own answer to a refused request or a fault.
    fn refuse(&self, refusal: Refusal) -> (Response, Option<Handled>) {
        let mut handled = Handled::new("unknown");
        let (response, outcome) = (self.render)(refusal);
        handled.refuse(outcome, refusal.reason);
        (response, Some(handled))
    }

    async fn route<B>(
        &self,
        request: Request<B>,
        peer: Option<Peer>,
        request_id: &str,
    ) -> (Response, Option<Handled>)
    where
        B: HttpBody<Data = Bytes, Error: Into<axum::BoxError>> + Send + 'static,
    {
        // The most frequent request, answered without the router.
        if let Some(document) = well_known::plain(request.method(), request.uri().path()) {
            let sender = well_known::Sender { headers: request.headers(), peer };
            let (response, handled) = document.answer(&self.app, sender).await;
            return (response, Some(handled));
        }
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(RequestId(request_id.to_owned()));
        if let Some(peer) = peer {
            request.extensions_mut().insert(peer);
        }
        let mut response = match self.routes.clone().call(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let handled = response.extensions_mut().remove::<Handled>();
        (response, handled)
    }
}

impl Handler for Edge {
    async fn handle(self, request: Request<Incoming>, peer: Peer) -> Response {
        Edge::answer(&self, request, Some(peer)).await
    }
}

/// For in-process use: the peer, if there is one, is among the request's extensions.
impl tower::Service<Request> for Edge {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (edge, peer) = (self.clone(), request.extensions().get::<Peer>().copied());
        Box::pin(async move { Ok(edge.answer(request, peer).await) })
    }
}

/// Refuses a request whose host is ambiguous (RFC 9112 section 3.2), and what `dev` forbids.
fn admitted<B>(app: &App, request: &Request<B>) -> Result<(), Refusal> {
    if request.headers().get_all(HOST).iter().nth(1).is_some() {
        return Err(Refusal::SEVERAL_HOSTS);
    }
    let EdgeMode::Dev { hosts } = &app.mode else { return Ok(()) };
    if !host_rules::is_served_host(request.uri(), request.headers(), hosts) {
        return Err(Refusal::HOST_NOT_SERVED);
    }
    if request.uri().path().starts_with("/_poolkeeper/")
        && host_rules::is_foreign_origin(request.headers())
    {
        return Err(Refusal::FOREIGN_ORIGIN);
    }
    Ok(())
}

fn log(request_id: &str, handled: &Handled, status: StatusCode, took_us: u128) {
    let Handled { operation, outcome, reason, pool_id, client_id, .. } = handled;
    let status = status.as_u16();
    let (pool, client) = (pool_id.as_deref(), client_id.as_deref());
    if status >= 500 {
        tracing::error!(
            request_id,
            operation,
            pool,
            client,
            outcome,
            reason,
            status,
            took_us,
            "request failed"
        );
    } else {
        tracing::info!(
            request_id, operation, pool, client, outcome, reason, status, took_us, "request"
        );
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use http_body_util::BodyExt;

    use super::*;
    use crate::edge::access_keys::AccessKeys;

    #[tokio::test]
    async fn a_panicking_handler_is_answered_and_counted() {
        let data = testkit::TempDir::new();
        let rng = domain::Rng::seeded(1);
        let parts = pools::Parts {
            clock: domain::Clock::system(),
            store: store::Store::open(store::Options::sqlite(data.path())).unwrap(),
            master: domain::seal::MasterKeys::from_texts(&[
                domain::seal::MasterKeys::generate_one(&rng).as_str(),
            ])
            .unwrap(),
            rng,
            settings: pools::Settings {
                account_id: "000000000000".into(),
                public_url: "http://localhost".into(),
                issuer: pools::IssuerForm::Own,
                at_rest: domain::credential::AtRest::Srp,
                revoke_on_reuse: true,
                unset_attributes: domain::client::UnsetAttributes::Standard,
                may_be_mixed: false,
                fixed_code: None,
                regions: None,
                limits: pools::RateLimits::default(),
                n_parts: 1,
            },
            key_pairs: Some(vec![]),
            hashing_threads: 2,
        };
        let server = pools::Server::start(parts).unwrap();
        let app = App::new(
            server,
            EdgeMode::Serve { trusted_proxies: vec![], unlimited: vec![] },
            AccessKeys::default(),
        );
        async fn panics() -> Response {
            panic!("on purpose")
        }
        let render: Render = |refusal| {
            let mut response = Response::new(refusal.text.into());
            *response.status_mut() = refusal.status;
            (response, "Fault")
        };
        let edge = Edge::new(Arc::clone(&app), Router::new().route("/", get(panics)), render);
        let response = edge.answer(Request::get("/").body(Body::empty()).unwrap(), None).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[REQUEST_ID].len(), 36);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "Something went wrong");
        let counted = r#"poolkeeper_requests_total{operation="unknown",outcome="Fault"} 1"#;
        assert!(app.metrics.render(&[]).contains(counted));
    }
}
