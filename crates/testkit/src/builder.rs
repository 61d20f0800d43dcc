//! What a test may choose of its server.

use std::sync::Arc;

use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::{Clock, Rng, Time};
use operations::{IssuerForm, Parts, Settings};
use server::sigv4::{AccessKey, AccessKeys};
use server::{App, EdgeMode};
use store::{Faults, Options, Store};

use crate::server::{ACCESS_KEY, Inner};
use crate::{TempDir, TestServer, key_pairs};

/// 2026-03-04 05:06:07.089 UTC: no part of it can be taken for another.
const START: Time = Time(1_772_600_767_089);

/// A server to be.
#[derive(Clone)]
pub struct Builder {
    settings: Settings,
    seed: u64,
    faults: Option<Arc<dyn Faults>>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        let settings = Settings {
            account_id: "111122223333".to_owned(),
            public_url: "http://localhost:7665".to_owned(),
            issuer: IssuerForm::Own,
            at_rest: AtRest::Srp,
            fixed_code: None,
            regions: None,
            n_parts: 1,
        };
        Self { settings, seed: 1, faults: None }
    }

    /// Every one-time code is this one.
    pub fn fixed_code(mut self, code: &str) -> Self {
        self.settings.fixed_code = Some(code.to_owned());
        self
    }

    /// How passwords are kept.
    pub fn at_rest(mut self, at_rest: AtRest) -> Self {
        self.settings.at_rest = at_rest;
        self
    }

    /// The form of `iss`.
    pub fn issuer(mut self, issuer: IssuerForm) -> Self {
        self.settings.issuer = issuer;
        self
    }

    /// The regions served; all by default.
    pub fn regions(mut self, regions: &[&str]) -> Self {
        self.settings.regions = Some(regions.iter().map(|region| (*region).to_owned()).collect());
        self
    }

    /// Parts that new pools are placed over.
    pub fn parts(mut self, parts: u32) -> Self {
        self.settings.n_parts = parts;
        self
    }

    /// Another stream of random numbers.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Faults between the store and its engine.
    pub fn faults(mut self, faults: Arc<dyn Faults>) -> Self {
        self.faults = Some(faults);
        self
    }

    /// Starts it in a folder of its own.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(self) -> TestServer {
        show_faults();
        let dir = TempDir::new();
        let (clock, manual) = Clock::manual(START);
        let rng = Rng::seeded(self.seed);
        let master = MasterKeys::from_texts(&[MasterKeys::generate_one(&rng).as_str()]).expect("a master key");
        let mut options = Options::sqlite(dir.path());
        options.faults = self.faults;
        let store = Store::open(options).expect("a new store");
        let parts = Parts { clock, rng, store, master, settings: self.settings, key_pairs: Some(key_pairs()) };
        let server = operations::Server::start(parts).expect("a server");
        let access_keys = AccessKeys::new(vec![AccessKey::new(ACCESS_KEY.id, ACCESS_KEY.secret)]);
        let app = App::new(Arc::clone(&server), EdgeMode::Dev { hosts: Vec::new() }, access_keys);
        TestServer::new(Inner { clock: manual, router: server::router(app), server, dir })
    }
}

/// Internal faults are told only in the log: a failed test shows them.
fn show_faults() {
    // A test process has one subscriber, whoever comes first.
    let _ =
        tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::ERROR).with_test_writer().try_init();
}
