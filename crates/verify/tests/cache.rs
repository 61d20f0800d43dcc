//! When keys are fetched, and what happens when they cannot be.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use poolkeeper_verify::{
    Claims, FetchError, Fetched, Pool, Transport, Verifier, VerifierBuilder, VerifyError,
};
use serde_json::json;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinHandle;

use crate::fixture::{
    CLIENT, ISSUER, JWKS_URI, NOW, access_token, header, id_key, jwks, jwks_of, moment, other_key,
};

/// Serves the keys at one URL only, and records the requested URLs.
#[derive(Clone)]
struct Only {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Transport for Only {
    fn get<'a>(&'a self, url: &'a str) -> Fetched<'a> {
        self.asked.lock().unwrap().push(url.to_owned());
        let answer =
            if url == self.url { Ok(jwks().into_bytes()) } else { Err(FetchError::Status(404)) };
        Box::pin(async { answer })
    }
}

#[tokio::test]
async fn one_of_amazons_two_issuers_is_enough() {
    let issuer = |host: &str| format!("https://{host}.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123");
    let keys_of = |host: &str| format!("{}/.well-known/jwks.json", issuer(host));
    let hosts = ["cognito-idp", "issuer-cognito-idp"];
    let verifier = |transport: &Only| {
        let pool = Pool::cognito("eu-west-1_AbCdEf123").unwrap();
        let builder =
            Verifier::builder().pool(pool).client(CLIENT).access_tokens().clock(|| moment(NOW));
        builder.transport(transport.clone()).build().unwrap()
    };
    for (host, other) in [(hosts[0], hosts[1]), (hosts[1], hosts[0])] {
        let transport = Only { url: keys_of(host), asked: Arc::default() };
        let verifier = verifier(&transport);
        verifier.hydrate().await.unwrap();
        assert_eq!(*transport.asked.lock().unwrap(), hosts.map(keys_of));
        verifier.verify(&access_token(json!({ "iss": issuer(host) }))).await.unwrap();
        // One issuer's keys verify no token of the other.
        let error =
            verifier.verify(&access_token(json!({ "iss": issuer(other) }))).await.unwrap_err();
        let reason = "the answer has status 404 instead of 200".to_owned();
        assert_eq!(error, VerifyError::KeysUnavailable { jwks_uri: keys_of(other), reason });
    }
    let nowhere = Only { url: String::new(), asked: Arc::default() };
    assert!(verifier(&nowhere).hydrate().await.is_err());
}

/// The outcome of a pending verification.
type Verified = JoinHandle<Result<Claims, VerifyError>>;

/// A pool's server and a clock; the test sets the answer.
#[derive(Clone)]
struct Server {
    answer: Arc<Mutex<Result<String, FetchError>>>,
    asked: Arc<AtomicUsize>,
    /// One permit per answer.
    permits: Arc<Semaphore>,
    time: Arc<AtomicU64>,
}

impl Server {
    fn new(answer: Result<String, FetchError>) -> Self {
        let permits = Arc::new(Semaphore::new(1000));
        Self {
            answer: Arc::new(Mutex::new(answer)),
            asked: Arc::default(),
            permits,
            time: Arc::new(AtomicU64::new(NOW)),
        }
    }

    fn answers(&self, answer: Result<String, FetchError>) {
        *self.answer.lock().unwrap() = answer;
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    fn advance(&self, seconds: u64) {
        self.time.fetch_add(seconds, Ordering::SeqCst);
    }

    fn builder(&self) -> VerifierBuilder {
        let time = Arc::clone(&self.time);
        let builder = Verifier::builder().client(CLIENT).access_tokens().transport(self.clone());
        builder.clock(move || moment(time.load(Ordering::SeqCst)))
    }

    fn verifier(&self) -> Verifier {
        self.builder().pool(Pool::issuer(ISSUER).unwrap()).build().unwrap()
    }

    /// Starts `count` concurrent requests. Returns once one of them is fetching the keys; the
    /// answer is sent when the permit is dropped.
    async fn asked_by(
        &self,
        verifier: &Verifier,
        count: usize,
        token: fn() -> String,
    ) -> (OwnedSemaphorePermit, Vec<Verified>) {
        let held = self.permits.clone().acquire_many_owned(1000).await.unwrap();
        let verify = |_| {
            let verifier = verifier.clone();
            tokio::spawn(async move { verifier.verify(&token()).await })
        };
        let requests = (0..count).map(verify).collect();
        while self.asked() == 0 {
            tokio::task::yield_now().await;
        }
        (held, requests)
    }
}

impl Transport for Server {
    fn get<'a>(&'a self, url: &'a str) -> Fetched<'a> {
        Box::pin(async move {
            assert_eq!(url, JWKS_URI);
            self.asked.fetch_add(1, Ordering::SeqCst);
            self.permits.acquire().await.unwrap().forget();
            self.answer.lock().unwrap().clone().map(String::into_bytes)
        })
    }
}

fn good() -> String {
    access_token(json!({ "exp": NOW + 86_400 }))
}

/// A token that names a key the pool does not have.
fn foreign() -> String {
    testkit::forge(&header(other_key()), &json!({ "iss": ISSUER }), testkit::rs256(other_key()))
}

fn unknown_key() -> VerifyError {
    VerifyError::UnknownKey { jwks_uri: JWKS_URI.to_owned() }
}

fn unavailable(reason: &str) -> VerifyError {
    VerifyError::KeysUnavailable { jwks_uri: JWKS_URI.to_owned(), reason: reason.to_owned() }
}

#[tokio::test]
async fn keys_are_fetched_once() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    for _ in 0..3 {
        verifier.verify(&good()).await.unwrap();
    }
    assert!(verifier.verify_cached(&good()).is_ok());
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn concurrent_requests_share_one_fetch() {
    let server = Server::new(Ok(jwks()));
    let (held, requests) = server.asked_by(&server.verifier(), 20, good).await;
    drop(held);
    for request in requests {
        assert!(request.await.unwrap().is_ok());
    }
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn a_failed_fetch_is_shared_too() {
    let server = Server::new(Err(FetchError::Timeout));
    let (held, requests) = server.asked_by(&server.verifier(), 5, good).await;
    drop(held);
    for request in requests {
        assert_eq!(request.await.unwrap().unwrap_err(), unavailable("no answer in time"));
    }
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn an_abandoned_fetch_is_retried_after_a_pause() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    let (held, mut requests) = server.asked_by(&verifier, 1, good).await;
    let first = requests.remove(0);
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    drop(held);
    // Clients that hang up repeatedly do not cause repeated fetches.
    assert_eq!(
        verifier.verify(&good()).await.unwrap_err(),
        unavailable("the last fetch was abandoned")
    );
    assert_eq!(server.asked(), 1);
    server.advance(1);
    assert!(verifier.verify(&good()).await.is_ok());
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn keys_supplied_during_a_fetch_are_kept() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    let (held, mut requests) = server.asked_by(&verifier, 1, foreign).await;
    let first = requests.remove(0);
    verifier.cache_jwks(ISSUER, &jwks_of(&[other_key()])).unwrap();
    drop(held);
    assert_ne!(first.await.unwrap().unwrap_err(), unknown_key());
    assert_eq!(verifier.verify_cached(&good()).unwrap_err(), unknown_key());
}

#[tokio::test]
async fn an_unknown_key_is_fetched_at_most_every_ten_seconds() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    verifier.verify(&good()).await.unwrap();
    for _ in 0..3 {
        assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    }
    assert_eq!(server.asked(), 2);
    server.advance(9);
    assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    assert_eq!(server.asked(), 2);
    server.advance(1);
    assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    assert_eq!(server.asked(), 3);
    assert!(verifier.verify(&good()).await.is_ok(), "known keys go on in the pause");
}

#[tokio::test]
async fn a_new_key_is_fetched_when_a_token_names_it() {
    let server = Server::new(Ok(jwks_of(&[id_key()])));
    let verifier = server.verifier();
    verifier.hydrate().await.unwrap();
    server.answers(Ok(jwks()));
    assert_eq!(verifier.verify_cached(&good()).unwrap_err(), unknown_key(), "nothing is fetched");
    verifier.verify(&good()).await.unwrap();
    assert_eq!(server.asked(), 2);
    // That fetch brought the wanted key, so the next unknown key is looked up immediately.
    assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    assert_eq!(server.asked(), 3);
}

#[tokio::test]
async fn a_failed_fetch_keeps_the_keys() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    verifier.verify(&good()).await.unwrap();
    for bad in [
        Err(FetchError::Status(500)),
        Ok("{}".to_owned()),
        Ok("{\"keys\":[]}".to_owned()),
        Err(FetchError::TooLong),
    ] {
        server.answers(bad);
        server.advance(10);
        let error = verifier.verify(&foreign()).await.unwrap_err();
        assert!(matches!(error, VerifyError::KeysUnavailable { .. }), "{error}");
        assert!(verifier.verify(&good()).await.is_ok());
    }
    assert_eq!(server.asked(), 5);
}

#[tokio::test]
async fn without_any_keys_nothing_passes_and_the_pause_is_short() {
    let server = Server::new(Err(FetchError::Status(404)));
    let verifier = server.verifier();
    let expected = unavailable("the answer has status 404 instead of 200");
    for _ in 0..3 {
        assert_eq!(verifier.verify(&good()).await.unwrap_err(), expected);
    }
    assert_eq!(verifier.hydrate().await.unwrap_err(), expected);
    assert_eq!(server.asked(), 1);
    server.answers(Ok(jwks()));
    server.advance(1);
    assert!(verifier.verify(&good()).await.is_ok());
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_broken_connection_is_retried_once() {
    let server = Server::new(Err(FetchError::Connection("refused".to_owned())));
    let verifier = server.verifier();
    assert_eq!(verifier.verify(&good()).await.unwrap_err(), unavailable("refused"));
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_clock_that_is_set_back_does_not_prolong_the_pause() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    server.time.fetch_sub(86_400, Ordering::SeqCst);
    assert_eq!(verifier.verify(&foreign()).await.unwrap_err(), unknown_key());
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_withdrawn_key_is_dropped_within_an_hour() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    verifier.verify(&good()).await.unwrap();
    server.answers(Ok(jwks_of(&[other_key()])));
    server.advance(3599);
    assert!(verifier.verify(&good()).await.is_ok());
    server.advance(1);
    assert_eq!(verifier.verify(&good()).await.unwrap_err(), unknown_key());
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn old_keys_stay_while_refreshing_fails() {
    let server = Server::new(Ok(jwks()));
    let verifier = server.verifier();
    verifier.verify(&good()).await.unwrap();
    server.answers(Err(FetchError::Timeout));
    server.advance(3600);
    for _ in 0..3 {
        assert!(verifier.verify(&good()).await.is_ok());
    }
    assert_eq!(server.asked(), 2, "then a pause");
}

#[tokio::test]
async fn key_ageing_can_be_turned_off() {
    let server = Server::new(Ok(jwks()));
    let builder = server.builder().pool(Pool::issuer(ISSUER).unwrap());
    let verifier = builder.max_key_age(None).grace(Duration::from_secs(1_000_000)).build().unwrap();
    verifier.verify(&good()).await.unwrap();
    server.advance(900_000);
    verifier.verify(&good()).await.unwrap();
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn supplied_keys_need_no_network() {
    let server = Server::new(Err(FetchError::Timeout));
    let with_keys = server
        .builder()
        .pool(Pool::issuer(ISSUER).unwrap().jwks(&jwks()).unwrap())
        .build()
        .unwrap();
    let later = server.verifier();
    assert_eq!(
        later.verify_cached(&good()).unwrap_err(),
        unavailable("they were neither fetched nor supplied")
    );
    later.cache_jwks(ISSUER, &jwks()).unwrap();
    server.advance(7200);
    for verifier in [with_keys, later] {
        verifier.hydrate().await.unwrap();
        assert!(verifier.verify(&good()).await.is_ok());
    }
    assert_eq!(server.asked(), 0);
}

#[tokio::test]
async fn both_issuers_of_a_pool_share_the_keys_of_one_url() {
    let server = Server::new(Ok(jwks()));
    let pool = Pool::cognito("eu-west-1_AbCdEf123").unwrap().jwks_uri(JWKS_URI).unwrap();
    let verifier = server.builder().pool(pool).build().unwrap();
    for host in ["cognito-idp", "issuer-cognito-idp"] {
        let iss = format!("https://{host}.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123");
        verifier.verify(&access_token(json!({ "iss": iss }))).await.unwrap();
    }
    assert_eq!(server.asked(), 1);
    let own = verifier.verify(&access_token(json!({}))).await.unwrap_err();
    assert!(matches!(own, VerifyError::Issuer { .. }), "{own}");
}
