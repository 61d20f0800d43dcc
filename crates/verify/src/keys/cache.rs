//! The keys at one URL: fetched when needed, cached, and fetched again when a token names an
//! unknown key.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use super::key::Key;
use super::set::{JwksError, KeySet};
use super::transport::{FetchError, Transport};
use crate::VerifyError;
use crate::clock::Millis;

/// Pause after a fetch that did not bring the wanted key: made-up key ids must not make this server
/// hammer the pool's.
const PAUSE: Millis = 10_000;
/// Pause after a failed fetch while there are no keys at all: short, because every request waits
/// for the first keys.
const PAUSE_WITHOUT_KEYS: Millis = 1_000;

/// What a lookup may do.
pub(crate) struct Fetching<'f> {
    /// `None`: use cached keys only.
    pub(crate) transport: Option<&'f dyn Transport>,
    /// Age from which keys are refreshed; `None`: never.
    pub(crate) max_age: Option<Millis>,
    pub(crate) now: Millis,
}

pub(crate) struct KeyCache {
    uri: String,
    state: RwLock<State>,
    /// Held while fetching; callers that wait for it use what the previous holder fetched.
    fetching: Mutex<()>,
}

#[derive(Default)]
struct State {
    keys: Option<KeySet>,
    /// When the keys were fetched; `None` for keys that were supplied, which do not age.
    fetched_at: Option<Millis>,
    /// Number of completed fetches, successful or not.
    fetches: u64,
    /// Why the last fetch failed, if it did.
    failure: Option<String>,
    /// Since when and for how long fetching is paused.
    pause: Option<(Millis, Millis)>,
}

impl State {
    fn find(&self, kid: &str) -> Option<Arc<Key>> {
        self.keys.as_ref().and_then(|keys| keys.find(kid))
    }

    /// Setting the clock back does not prolong a pause.
    fn pauses(&self, now: Millis) -> bool {
        self.pause.is_some_and(|(since, length)| {
            now.checked_sub(since).is_some_and(|elapsed| elapsed < length)
        })
    }

    fn fail(&mut self, failure: String, now: Millis) {
        self.failure = Some(failure);
        self.pause = Some((now, if self.keys.is_some() { PAUSE } else { PAUSE_WITHOUT_KEYS }));
    }

    fn is_old(&self, fetching: &Fetching<'_>) -> bool {
        let age = self.fetched_at.map(|at| fetching.now.saturating_sub(at));
        matches!((age, fetching.max_age), (Some(age), Some(most)) if age >= most)
    }
}

impl KeyCache {
    pub(crate) fn new(uri: String, keys: Option<KeySet>) -> Self {
        Self {
            uri,
            state: RwLock::new(State { keys, ..State::default() }),
            fetching: Mutex::new(()),
        }
    }

    /// Stores supplied keys; nothing is fetched until a token names a key that is not among them.
    pub(crate) fn put(&self, keys: KeySet) {
        self.write(|state| {
            *state = State { keys: Some(keys), fetches: state.fetches + 1, ..State::default() }
        });
    }

    /// The cached key with this id.
    pub(crate) fn require_cached(&self, kid: &str) -> Result<Arc<Key>, VerifyError> {
        self.read(|state| match (state.find(kid), &state.keys, &state.failure) {
            (Some(key), ..) => Ok(key),
            (None, Some(_), None) => Err(VerifyError::UnknownKey { jwks_uri: self.uri.clone() }),
            // The failed fetch might have brought it.
            (None, ..) => Err(self.unavailable(state)),
        })
    }

    /// The key with this id, fetched if necessary.
    pub(crate) async fn require(
        &self,
        kid: &str,
        fetching: &Fetching<'_>,
    ) -> Result<Arc<Key>, VerifyError> {
        let (key, is_old, fetches) =
            self.read(|state| (state.find(kid), state.is_old(fetching), state.fetches));
        let Some(transport) = fetching.transport else { return self.require_cached(kid) };
        match key {
            Some(key) if !is_old => return Ok(key),
            Some(_) => {
                // Old keys stay valid until they are replaced: one caller refreshes them, the
                // others do not wait.
                if let Ok(_only_one) = self.fetching.try_lock() {
                    self.fetch(kid, fetches, transport, fetching.now).await;
                }
            }
            None => {
                let _only_one = self.fetching.lock().await;
                self.fetch(kid, fetches, transport, fetching.now).await;
            }
        }
        self.require_cached(kid)
    }

    /// Fetches keys if there are none yet.
    pub(crate) async fn hydrate(&self, fetching: &Fetching<'_>) -> Result<(), VerifyError> {
        let (has_keys, fetches) = self.read(|state| (state.keys.is_some(), state.fetches));
        if let (Some(transport), false) = (fetching.transport, has_keys) {
            let _only_one = self.fetching.lock().await;
            self.fetch_unless_done(fetches, transport, fetching.now).await;
        }
        self.read(|state| if state.keys.is_some() { Ok(()) } else { Err(self.unavailable(state)) })
    }

    /// Fetches because this key is wanted.
    async fn fetch(&self, kid: &str, fetches_seen: u64, transport: &dyn Transport, now: Millis) {
        if self.fetch_unless_done(fetches_seen, transport, now).await {
            self.write(|state| {
                if state.failure.is_none() && state.find(kid).is_none() {
                    state.pause = Some((now, PAUSE));
                }
            });
        }
    }

    /// Returns whether it fetched: not if another caller fetched while this one waited, and not
    /// during a pause. Existing keys stay until they are replaced.
    async fn fetch_unless_done(
        &self,
        fetches_seen: u64,
        transport: &dyn Transport,
        now: Millis,
    ) -> bool {
        if self.read(|state| state.fetches != fetches_seen || state.pauses(now)) {
            return false;
        }
        // Recorded first, because the caller may be dropped while it waits: a client that hangs up
        // must not cause fetches without a pause.
        self.write(|state| state.fail("the last fetch was abandoned".to_owned(), now));
        let fetched = self.fetch_with_retry(transport).await;
        self.write(|state| {
            // Keys supplied in the meantime are newer.
            if state.fetches != fetches_seen {
                return;
            }
            state.fetches += 1;
            match fetched {
                Ok(keys) => {
                    *state = State {
                        keys: Some(keys),
                        fetched_at: Some(now),
                        fetches: state.fetches,
                        ..State::default()
                    };
                }
                Err(failure) => state.fail(failure, now),
            }
        });
        true
    }

    async fn fetch_with_retry(&self, transport: &dyn Transport) -> Result<KeySet, String> {
        let first = transport.get(&self.uri).await;
        let document = match first {
            Err(FetchError::Connection(_)) => transport.get(&self.uri).await,
            other => other,
        };
        let document = document.map_err(|error| error.to_string())?;
        KeySet::parse(&document).map_err(|error: JwksError| error.to_string())
    }

    fn unavailable(&self, state: &State) -> VerifyError {
        let reason = state
            .failure
            .clone()
            .unwrap_or_else(|| "they were neither fetched nor supplied".to_owned());
        VerifyError::KeysUnavailable { jwks_uri: self.uri.clone(), reason }
    }

    fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
    }
}
