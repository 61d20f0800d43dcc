//! A server in the test process.

mod builder;

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use domain::Time;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use pools::codes::inbox::InboxMessage;
use serde_json::Value;
use server::Peer;
use tower::Service as _;
use wire::{Auth, Operation, Service};

use crate::answer::{Answer, Refusal};
use crate::signer::{Credentials, authorization};

pub use self::builder::Builder;
use self::builder::Plan;

/// The region of calls that do not name one.
pub const REGION: &str = "eu-west-1";
/// The server's only access key, with the region and service of most calls.
pub const ACCESS_KEY: Credentials<'static> = Credentials {
    id: "AKIATESTKIT",
    secret: "testkit-secret",
    region: REGION,
    service: "cognito-idp",
};

const HOST: &str = "localhost:7665";
const MOST_BYTES: usize = 1 << 20;

/// A server in the test process, with a data location of its own and a fixed clock. Clones refer to
/// the same server.
#[derive(Clone)]
pub struct TestServer(Arc<Inner>, Option<Device>);

/// The client that calls come from.
#[derive(Clone)]
struct Device {
    user_agent: String,
    address: IpAddr,
}

pub(crate) struct Inner {
    pub(crate) router: Router,
    pub(crate) server: Arc<pools::Server>,
    /// Last, because it owns the folder, which is removed when nothing uses it any more.
    pub(crate) plan: Plan,
}

impl TestServer {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner), None)
    }

    /// Starts a server with the settings most tests want.
    pub fn start() -> Self {
        Self::builder().start()
    }

    /// Builds a server with other settings.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Shuts this server down cleanly and starts another one on the same data. The clock continues.
    pub async fn restarted(&self) -> Self {
        self.restarted_as(|choices| choices).await
    }

    /// Like [`TestServer::restarted`], with other settings.
    pub async fn restarted_as(&self, change: impl FnOnce(Builder) -> Builder) -> Self {
        self.0.server.shutdown().await;
        self.0.plan.again(change).start()
    }

    /// Like [`TestServer::restarted`], on another store with the same data.
    pub async fn moved_to(&self, store: store::Store) -> Self {
        self.0.server.shutdown().await;
        self.0.plan.clone().start_on(store)
    }

    /// Another node: a second server on the same store, with the same clock.
    pub fn sibling(&self) -> Self {
        self.0.plan.clone().start_on(self.0.server.store.clone())
    }

    /// Like [`TestServer::sibling`], with a clock of its own that is this many seconds ahead, or
    /// behind if negative.
    pub fn sibling_off_by(&self, seconds: i64) -> Self {
        let plan = self.0.plan.with_clock_at(self.now().plus_seconds(seconds));
        plan.start_on(self.0.server.store.clone())
    }

    /// The same server, called by a client with this user agent and network address.
    ///
    /// # Panics
    /// If the address is invalid.
    pub fn called_by(&self, user_agent: &str, address: &str) -> Self {
        let address = address.parse().expect("an address");
        Self(Arc::clone(&self.0), Some(Device { user_agent: user_agent.to_owned(), address }))
    }

    /// Like [`TestServer::sibling`], with other settings.
    pub fn sibling_as(&self, change: impl FnOnce(Builder) -> Builder) -> Self {
        self.0.plan.again(change).start_on(self.0.server.store.clone())
    }

    /// The server inside the router.
    pub fn inner(&self) -> &Arc<pools::Server> {
        &self.0.server
    }

    /// The data folder.
    ///
    /// # Panics
    /// If the server was not built `on_sqlite` and the tests run on another engine.
    pub fn folder(&self) -> &std::path::Path {
        self.0.plan.place.folder()
    }

    /// All stored data, as a thief would have it.
    pub async fn stolen(&self) -> Vec<u8> {
        self.0.plan.place.stolen().await
    }

    /// The current time.
    pub fn now(&self) -> Time {
        self.0.server.clock.now()
    }

    /// Lets time pass.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.plan.manual.advance_seconds(seconds);
    }

    /// Sets the clock, forwards or backwards, without any time passing.
    pub fn set_clock(&self, time: Time) {
        self.0.plan.manual.set(time);
    }

    /// Sets what a database server's clock shows; at first it is ahead of any time.
    pub fn set_database_clock(&self, time: Time) {
        self.0.plan.manual.set_database(time);
    }

    /// Calls a user pool operation through the router, signed if the operation requires it.
    pub async fn call(&self, operation: &str, body: Value) -> Answer {
        self.call_in(REGION, operation, body).await
    }

    /// Calls a user pool operation in a region.
    ///
    /// # Panics
    /// If the operation does not exist, or the answer violates the protocol.
    pub async fn call_in(&self, region: &str, operation: &str, body: Value) -> Answer {
        let known = wire::operation(Service::Idp, operation)
            .unwrap_or_else(|| panic!("no such operation: {operation}"));
        let target = format!("{}.{operation}", known.service.target_prefix());
        let body = body.to_string();
        let mut request = Request::post("/")
            .header("host", HOST)
            .header("content-type", "application/x-amz-json-1.1")
            .header("x-amz-target", &target);
        if let Some(Device { user_agent, address }) = &self.1 {
            request = request.header("user-agent", user_agent).extension(Peer(*address));
        }
        if known.auth == Auth::SigV4 {
            let credentials = Credentials { region, ..ACCESS_KEY };
            let (authorization, date) =
                authorization(&credentials, self.now(), HOST, &target, body.as_bytes());
            request = request.header("authorization", authorization).header("x-amz-date", date);
        }
        let answered = self.send(request.body(Body::from(body)).expect("a request")).await;
        answer(known, answered).await
    }

    /// Fetches one of the pool's public documents.
    ///
    /// # Panics
    /// If it does not exist or is not JSON.
    pub async fn document(&self, path: &str) -> Value {
        let request =
            Request::get(path).header("host", HOST).body(Body::empty()).expect("a request");
        let response = self.send(request).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        parsed(response).await.1
    }

    /// Whether the server wants requests, by its own answer.
    ///
    /// # Panics
    /// If the request cannot be made.
    pub async fn is_ready(&self) -> bool {
        let request = Request::get("/_poolkeeper/ready").header("host", HOST);
        let answer = self.send(request.body(Body::empty()).expect("a request")).await;
        match answer.status() {
            StatusCode::OK => true,
            StatusCode::SERVICE_UNAVAILABLE => false,
            other => panic!("ready answers {other}"),
        }
    }

    /// Sends a request unchanged.
    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        let mut router = self.0.router.clone();
        router.call(request).await.unwrap_or_else(|never| match never {})
    }

    /// The messages sent so far, newest first.
    ///
    /// # Panics
    /// If they cannot be read.
    pub async fn messages(&self) -> Vec<InboxMessage> {
        pools::codes::inbox::list(self.inner()).await.expect("readable messages")
    }

    /// The newest code sent to a destination.
    ///
    /// # Panics
    /// If there is none.
    pub async fn code_for(&self, destination: &str) -> String {
        let sent =
            self.messages().await.into_iter().find(|sent| sent.message.destination == destination);
        sent.and_then(|sent| sent.message.code.clone())
            .unwrap_or_else(|| panic!("no code was sent to {destination}"))
    }

    /// The stored passwords of the server's only pool, by form.
    ///
    /// # Panics
    /// If they cannot be read, or the server does not have one pool.
    pub async fn password_forms(&self) -> pools::doctor::PasswordForms {
        let server = &self.0.server;
        let forms = pools::doctor::password_forms(&server.store, &server.master).await;
        let [forms] = forms.expect("readable passwords").try_into().expect("one pool");
        forms
    }

    /// Requires all rows to be consistent with each other.
    ///
    /// # Panics
    /// If they are not.
    pub async fn deep_doctor(&self) {
        let findings = pools::doctor::deep(&self.0.server.store).await;
        assert!(findings.is_empty(), "{findings:#?}");
    }
}

async fn answer(operation: &Operation, response: Response<Body>) -> Answer {
    let status = response.status();
    let headers = response.headers().clone();
    let (length, body) = parsed(response).await;
    assert!(is_uuid(header(&headers, "x-amzn-requestid")), "{}: no request id", operation.name);
    assert_eq!(
        header(&headers, "content-type"),
        "application/x-amz-json-1.1",
        "{}",
        operation.name
    );
    if status == StatusCode::OK {
        assert_eq!(operation.has_output, length > 0, "{}: {length} bytes", operation.name);
        return Answer { operation: operation.name.to_owned(), result: Ok(body) };
    }
    let text =
        |member: &str| body.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let refusal =
        Refusal { status: status.as_u16(), kind: text("__type"), message: text("message") };
    assert_eq!(
        header(&headers, "x-amzn-errortype"),
        format!("{}:", refusal.kind),
        "{}",
        operation.name
    );
    Answer { operation: operation.name.to_owned(), result: Err(refusal) }
}

async fn parsed(response: Response<Body>) -> (usize, Value) {
    let bytes = axum::body::to_bytes(response.into_body(), MOST_BYTES).await.expect("a whole body");
    let body = if bytes.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&bytes).expect("a JSON body")
    };
    (bytes.len(), body)
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).map(HeaderValue::to_str).and_then(Result::ok).unwrap_or_default()
}

pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
