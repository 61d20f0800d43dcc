//! `poolkeeper-testclock ADDRESS`: a server on a loopback address with a fixed clock, for tests in
//! other languages.
//!
//! It follows the rules of `dev`, accepts any AWS credentials, and issues tokens with AWS issuers.
//! Besides the server's own paths it serves `POST /control/advance?seconds=N`, which answers with
//! the new time in seconds, and `POST /control/rotate?pool=ID&lead=SECONDS`. It ends when its
//! standard input closes, so it never outlives a test.
#![expect(clippy::expect_used, reason = "a test program fails by panicking")]

use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::routing::post;
use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::{Clock, ManualClock, Rng};
use pools::{IssuerForm, Parts, Server, Settings};
use server::sigv4::AccessKeys;
use server::{App, EdgeMode};
use store::{Options, Store};
use testkit::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

#[derive(Clone)]
struct Control {
    server: Arc<Server>,
    clock: ManualClock,
}

#[tokio::main]
async fn main() {
    let address = std::env::args().nth(1).expect("an address to listen on, e.g. 127.0.0.1:7665");
    let listener = TcpListener::bind(&address).await.expect("a free address");
    assert!(
        listener.local_addr().expect("an address").ip().is_loopback(),
        "not a loopback address"
    );
    let folder = TempDir::new();
    let control = start(&folder, &address);
    let app = App::new(
        Arc::clone(&control.server),
        EdgeMode::Dev { hosts: Vec::new() },
        AccessKeys::new(Vec::new()),
    );
    let router = Router::new()
        .route("/control/advance", post(advance))
        .route("/control/rotate", post(rotate))
        .with_state(control.clone())
        .fallback_service(server::router(app));
    let ended = input_ended();
    axum::serve(listener, router)
        .with_graceful_shutdown(async { drop(ended.await) })
        .await
        .expect("a server");
    control.server.shutdown().await;
}

/// Starts a server whose clock is set to the machine's current time.
fn start(folder: &TempDir, address: &str) -> Control {
    let (rng, now) = (Rng::system(), Clock::system().now());
    let (clock, manual) = Clock::manual(now);
    let master =
        MasterKeys::from_texts(&[MasterKeys::generate_one(&rng).as_str()]).expect("a master key");
    let settings = Settings {
        account_id: "111122223333".to_owned(),
        public_url: format!("http://{address}"),
        issuer: IssuerForm::Aws,
        at_rest: AtRest::Srp,
        revoke_on_reuse: true,
        unset_attributes: UnsetAttributes::Standard,
        may_be_mixed: false,
        fixed_code: None,
        regions: None,
        limits: pools::RateLimits::default(),
        n_parts: 1,
    };
    let store = Store::open(Options::sqlite(folder.path())).expect("a store");
    let parts = Parts { clock, rng, store, master, settings, key_pairs: None, hashing_threads: 2 };
    Control { server: Server::start(parts).expect("a server"), clock: manual }
}

async fn advance(State(control): State<Control>, RawQuery(query): RawQuery) -> String {
    let seconds =
        parameters(query).remove("seconds").and_then(|text| text.parse().ok()).expect("seconds=N");
    control.clock.advance_seconds(seconds);
    control.server.clock.now().seconds().to_string()
}

async fn rotate(State(control): State<Control>, RawQuery(query): RawQuery) -> (StatusCode, String) {
    let mut given = parameters(query);
    let pool = given.remove("pool").expect("pool=ID");
    let lead = given.remove("lead").and_then(|text| text.parse().ok()).expect("lead=SECONDS");
    match pools::keys::rotate(&control.server, &pool, lead).await {
        Ok(rotated) => (StatusCode::OK, rotated.signs_from.seconds().to_string()),
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()),
    }
}

/// Pool ids and numbers need no percent-decoding.
fn parameters(query: Option<String>) -> HashMap<String, String> {
    let pairs = query.unwrap_or_default();
    pairs
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn input_ended() -> oneshot::Receiver<()> {
    let (ended, is_ended) = oneshot::channel();
    std::thread::spawn(move || {
        // Input is ignored; an error ends the process too.
        let _ = std::io::stdin().lock().read_to_end(&mut Vec::new());
        let _ = ended.send(());
    });
    is_ended
}
