//! In-process servers, requests and answers.

use std::sync::Arc;

use axum::body::Body;
use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::{Clock, ManualClock, Rng, Time};
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use pools::{IssuerForm, Parts, RateLimits, Server, Settings};
use serde_json::Value;
use server::sigv4::{AccessKey, AccessKeys};
use server::{App, EdgeMode};
use store::{Options, Store};
use testkit::TempDir;
use tower::Service;

/// 2026-01-31T23:59:30Z, the time in the signed requests of these tests.
pub(crate) const NOW: Time = Time(1_769_903_970_000);

/// A server with its data folder.
pub(crate) struct Edge {
    pub(crate) app: Arc<App>,
    pub(crate) clock: ManualClock,
    _data: TempDir,
}

/// The key that [`crate::signer::Signing::idp`] signs with.
pub(crate) fn example_key() -> AccessKey {
    AccessKey::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
}

impl Edge {
    /// `dev` on a loopback address: any credentials are accepted.
    pub(crate) fn dev() -> Self {
        Self::dev_with(&[], vec![])
    }

    pub(crate) fn dev_with(hosts: &[&str], keys: Vec<AccessKey>) -> Self {
        let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
        Self::new(EdgeMode::Dev { hosts }, keys, None)
    }

    /// `serve` for one region with [`example_key`].
    pub(crate) fn serve() -> Self {
        Self::serve_with(vec![example_key()], &[])
    }

    pub(crate) fn serve_with(keys: Vec<AccessKey>, proxies: &[&str]) -> Self {
        Self::limited(keys, proxies, &[], RateLimits::default())
    }

    /// Like [`Edge::serve_with`], with rate limits and addresses exempt from them.
    pub(crate) fn limited(
        keys: Vec<AccessKey>,
        proxies: &[&str],
        unlimited: &[&str],
        limits: RateLimits,
    ) -> Self {
        let networks = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
        let mode =
            EdgeMode::Serve { trusted_proxies: networks(proxies), unlimited: networks(unlimited) };
        Self::with_limits(mode, keys, Some(vec!["eu-west-1".into()]), limits)
    }

    fn new(mode: EdgeMode, keys: Vec<AccessKey>, regions: Option<Vec<String>>) -> Self {
        Self::with_limits(mode, keys, regions, RateLimits::default())
    }

    fn with_limits(
        mode: EdgeMode,
        keys: Vec<AccessKey>,
        regions: Option<Vec<String>>,
        limits: RateLimits,
    ) -> Self {
        let data = TempDir::new();
        let store = Store::open(Options::sqlite(data.path())).unwrap();
        Self::on_store(store, data, mode, keys, regions, limits)
    }

    /// `serve` for one region with [`example_key`], on this store.
    pub(crate) fn serve_on_store(store: Store, data: TempDir) -> Self {
        let mode = EdgeMode::Serve { trusted_proxies: vec![], unlimited: vec![] };
        let regions = Some(vec!["eu-west-1".into()]);
        Self::on_store(store, data, mode, vec![example_key()], regions, RateLimits::default())
    }

    fn on_store(
        store: Store,
        data: TempDir,
        mode: EdgeMode,
        keys: Vec<AccessKey>,
        regions: Option<Vec<String>>,
        limits: RateLimits,
    ) -> Self {
        let rng = Rng::seeded(1);
        let settings = Settings {
            account_id: "111122223333".into(),
            public_url: "http://localhost:7665".into(),
            issuer: IssuerForm::Own,
            at_rest: AtRest::Srp,
            revoke_on_reuse: true,
            unset_attributes: UnsetAttributes::Standard,
            may_be_mixed: false,
            fixed_code: Some("123456".into()),
            regions,
            limits,
            n_parts: 1,
        };
        let (clock, manual) = Clock::manual(NOW);
        let server = Server::start(Parts {
            clock,
            store,
            master: MasterKeys::from_texts(&[MasterKeys::generate_one(&rng).as_str()]).unwrap(),
            rng,
            settings,
            key_pairs: Some(testkit::key_pairs()),
            hashing_threads: 2,
        })
        .unwrap();
        Self { app: App::new(server, mode, AccessKeys::new(keys)), clock: manual, _data: data }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = server::router(Arc::clone(&self.app)).call(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// `POST /` with these headers.
    pub(crate) async fn post<N: AsRef<str>, V: AsRef<str>>(
        &self,
        headers: &[(N, V)],
        body: &[u8],
    ) -> Answer {
        self.send(request(Method::POST, "/", headers, body)).await
    }

    /// Calls an operation of the user pool API without a signature.
    pub(crate) async fn unsigned(&self, operation: &str, body: &str) -> Answer {
        self.post(&unsigned_headers(operation), body.as_bytes()).await
    }

    /// Calls an operation with a signature.
    pub(crate) async fn signed(&self, signing: &crate::signer::Signing) -> Answer {
        self.post(&signing.signed(), &signing.body).await
    }
}

pub(crate) fn unsigned_headers(operation: &str) -> Vec<(String, String)> {
    let target = format!("AWSCognitoIdentityProviderService.{operation}");
    [
        ("host", "localhost"),
        ("content-type", "application/x-amz-json-1.1"),
        ("x-amz-target", &target),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

pub(crate) fn request<N: AsRef<str>, V: AsRef<str>>(
    method: Method,
    uri: &str,
    headers: &[(N, V)],
    body: &[u8],
) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(name.as_ref(), value.as_ref());
    }
    request.body(Body::from(body.to_vec())).unwrap()
}

/// A complete answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The status, exception and message of an error in the form that SDKs read; requires that
    /// headers and body agree.
    #[track_caller]
    pub(crate) fn error(&self) -> (u16, String, String) {
        let body = self.json();
        let kind = body["__type"].as_str().unwrap().to_owned();
        assert_eq!(self.header("x-amzn-errortype"), format!("{kind}:"));
        assert_eq!(self.header("content-type"), "application/x-amz-json-1.1");
        assert_eq!(self.header("x-amzn-requestid").len(), 36);
        let message =
            body["message"].as_str().or(body["Message"].as_str()).unwrap_or_default().to_owned();
        (self.status.as_u16(), kind, message)
    }

    #[track_caller]
    pub(crate) fn assert_error(&self, status: u16, kind: &str, message: &str) {
        assert_eq!(self.error(), (status, kind.to_owned(), message.to_owned()));
    }
}
