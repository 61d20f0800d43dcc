//! The settings a test can choose for its server.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::client::UnsetAttributes;
use domain::credential::AtRest;
use domain::seal::MasterKeys;
use domain::{Clock, ManualClock, Rng, Time};
use pools::{IssuerForm, Parts, RateLimits, Settings};
use server::sigv4::{AccessKey, AccessKeys};
use server::{App, EdgeMode};
use store::{Faults, Store};

use crate::place::Place;
use crate::{TempDir, key_pairs};

use super::{ACCESS_KEY, Inner, TestServer};

/// 2026-03-04 05:06:07.089 UTC: all parts differ, so mixing them up shows.
const START: Time = Time(1_772_600_767_089);

/// Builds a server.
#[derive(Clone)]
pub struct Builder {
    settings: Settings,
    /// `None`: the engine's default.
    parts: Option<u32>,
    seed: u64,
    faults: Option<Arc<dyn Faults>>,
    min_free: u64,
    on_sqlite: bool,
    /// `None`: the default keys of its data location.
    master_keys: Option<Vec<String>>,
    now: Time,
}

impl Builder {
    pub(crate) fn new() -> Self {
        let settings = Settings {
            account_id: "111122223333".to_owned(),
            public_url: "http://localhost:7665".to_owned(),
            issuer: IssuerForm::Own,
            at_rest: AtRest::Srp,
            revoke_on_reuse: true,
            unset_attributes: UnsetAttributes::Standard,
            may_be_mixed: false,
            fixed_code: None,
            regions: None,
            limits: RateLimits::default(),
            n_parts: 1,
        };
        Self {
            settings,
            parts: None,
            seed: 1,
            faults: None,
            min_free: 0,
            on_sqlite: false,
            master_keys: None,
            now: START,
        }
    }

    /// Makes every one-time code this one.
    pub fn fixed_code(mut self, code: &str) -> Self {
        self.settings.fixed_code = Some(code.to_owned());
        self
    }

    /// How passwords are stored.
    pub fn at_rest(mut self, at_rest: AtRest) -> Self {
        self.settings.at_rest = at_rest;
        self
    }

    /// What unset lists of attributes allow; the standard attributes by default.
    pub fn unset_attributes(mut self, unset: UnsetAttributes) -> Self {
        self.settings.unset_attributes = unset;
        self
    }

    /// Whether the late use of a retired refresh token revokes its family; it does by default.
    pub fn revoke_on_reuse(mut self, revokes: bool) -> Self {
        self.settings.revoke_on_reuse = revokes;
        self
    }

    /// Passwords of the other form may be stored too.
    pub fn may_be_mixed(mut self, may_be_mixed: bool) -> Self {
        self.settings.may_be_mixed = may_be_mixed;
        self
    }

    /// The form of the issuer.
    pub fn issuer(mut self, issuer: IssuerForm) -> Self {
        self.settings.issuer = issuer;
        self
    }

    /// The regions served; all by default.
    pub fn regions(mut self, regions: &[&str]) -> Self {
        self.settings.regions = Some(regions.iter().map(|region| (*region).to_owned()).collect());
        self
    }

    /// Request rate limits; unlimited by default.
    pub fn limits(mut self, limits: RateLimits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// Number of partitions for new pools.
    pub fn parts(mut self, parts: u32) -> Self {
        self.parts = Some(parts);
        self
    }

    /// The seed of the random numbers.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Injects faults between the store and its engine.
    pub fn faults(mut self, faults: Arc<dyn Faults>) -> Self {
        self.faults = Some(faults);
        self
    }

    /// Free space below which nobody can sign up, in bytes; none by default.
    pub fn min_free(mut self, bytes: u64) -> Self {
        self.min_free = bytes;
        self
    }

    /// Stores data in a folder regardless of the configured test engine, for tests that look into
    /// the folder.
    pub fn on_sqlite(mut self) -> Self {
        self.on_sqlite = true;
        self
    }

    /// The master keys, the wrapping key first.
    pub fn master_keys(mut self, keys: &[&str]) -> Self {
        self.master_keys = Some(keys.iter().map(|key| (*key).to_owned()).collect());
        self
    }

    /// The time at which the clock starts.
    pub fn now(mut self, now: Time) -> Self {
        self.now = now;
        self
    }

    /// Starts the server with a data location of its own.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(self) -> TestServer {
        Plan::new(self).start()
    }

    /// Starts it on the given store; its own data location stays empty, and any faults must come
    /// from that store.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start_on(self, store: Store) -> TestServer {
        Plan::new(self).start_on(store)
    }
}

/// Everything that survives a restart of the server.
#[derive(Clone)]
pub(crate) struct Plan {
    choices: Builder,
    clock: Clock,
    pub(crate) manual: ManualClock,
    master: String,
    /// Number of servers started so far.
    runs: Arc<AtomicU64>,
    pub(crate) place: Arc<Place>,
}

impl Plan {
    fn new(choices: Builder) -> Self {
        show_faults();
        let (clock, manual) = Clock::manual(choices.now);
        let master = MasterKeys::generate_one(&Rng::seeded(choices.seed)).to_string();
        let place =
            if choices.on_sqlite { Place::Folder(TempDir::new()) } else { Place::of_environment() };
        Self { choices, clock, manual, master, runs: Arc::default(), place: Arc::new(place) }
    }

    pub(crate) fn start(self) -> TestServer {
        let mut options = self.place.options();
        options.faults.clone_from(&self.choices.faults);
        options.min_free = self.choices.min_free;
        let store = Store::open(options).expect("a store");
        self.start_on(store)
    }

    pub(crate) fn start_on(self, store: Store) -> TestServer {
        let Builder { mut settings, parts, seed, master_keys, .. } = self.choices.clone();
        let master_keys = master_keys.unwrap_or_else(|| vec![self.master.clone()]);
        settings.n_parts = parts.unwrap_or_else(|| store.parts());
        // No two runs use the same random numbers.
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        let parts = Parts {
            clock: self.clock.clone(),
            rng: Rng::seeded(seed + 1_000_000 * run),
            store,
            master: MasterKeys::from_texts(&master_keys).expect("master keys"),
            settings,
            key_pairs: Some(key_pairs()),
            hashing_threads: 2,
        };
        let server = pools::Server::start(parts).expect("a server");
        let access_keys = AccessKeys::new(vec![AccessKey::new(ACCESS_KEY.id, ACCESS_KEY.secret)]);
        let app = App::new(Arc::clone(&server), EdgeMode::Dev { hosts: Vec::new() }, access_keys);
        TestServer::new(Inner { router: server::router(app), server, plan: self })
    }

    /// A plan for the same data, with a clock of its own.
    pub(crate) fn with_clock_at(&self, now: Time) -> Self {
        let (clock, manual) = Clock::manual(now);
        Self { clock, manual, ..self.clone() }
    }

    /// A plan for the same data and clock.
    pub(crate) fn again(&self, change: impl FnOnce(Builder) -> Builder) -> Self {
        let mut plan = self.clone();
        plan.choices = change(plan.choices);
        plan
    }
}

/// Logs to the test output, since internal errors are only reported in the log.
fn show_faults() {
    // A test process has one subscriber; the first caller sets it.
    let _ = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::ERROR)
        .with_test_writer()
        .try_init();
}
