//! Limits concurrent password checks to a few per subject.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::Error;
use crate::texts;

/// Concurrent checks for one subject on one node.
const AT_ONCE: usize = 4;
/// Checks per subject that may wait for a turn.
const MOST_WAITING: usize = 16;
/// Longest wait for a turn.
const WAIT: Duration = Duration::from_secs(1);

/// The gates of the subjects being checked.
#[derive(Default)]
pub(crate) struct PasswordChecks {
    gates: Arc<Mutex<HashMap<String, Arc<Gate>>>>,
}

struct Gate {
    turns: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// Permission to check a subject's password; dropping it lets the next request in.
pub(crate) struct PasswordTurn {
    subject: String,
    gates: Arc<Mutex<HashMap<String, Arc<Gate>>>>,
    permit: Option<OwnedSemaphorePermit>,
    waited: bool,
}

impl PasswordChecks {
    /// Waits for a turn to check this subject's password.
    ///
    /// # Errors
    /// `TooManyRequestsException` when too many are waiting, or the wait takes too long.
    pub(crate) async fn enter(&self, subject: &str) -> Result<PasswordTurn, Error> {
        let gate = {
            let mut gates = lock(&self.gates);
            Arc::clone(gates.entry(subject.to_owned()).or_insert_with(|| Arc::new(Gate::new())))
        };
        let mut turn = PasswordTurn {
            subject: subject.to_owned(),
            gates: Arc::clone(&self.gates),
            permit: None,
            waited: false,
        };
        if let Ok(permit) = Arc::clone(&gate.turns).try_acquire_owned() {
            turn.permit = Some(permit);
            return Ok(turn);
        }
        let waiting = Waiting::enter(&gate).ok_or_else(texts::too_many_requests)?;
        let permit = tokio::time::timeout(WAIT, Arc::clone(&gate.turns).acquire_owned()).await;
        drop(waiting);
        turn.waited = true;
        turn.permit = Some(permit.ok().and_then(Result::ok).ok_or_else(texts::too_many_requests)?);
        Ok(turn)
    }
}

impl PasswordTurn {
    /// Whether the turn had to be waited for.
    pub(crate) fn has_waited(&self) -> bool {
        self.waited
    }
}

impl Gate {
    fn new() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), waiting: AtomicUsize::new(0) }
    }
}

/// A waiting request; leaves the queue when dropped, including when the request is cancelled.
struct Waiting<'a>(&'a Gate);

impl<'a> Waiting<'a> {
    fn enter(gate: &'a Gate) -> Option<Self> {
        let before = gate.waiting.fetch_add(1, Ordering::AcqRel);
        let waiting = Self(gate);
        (before < MOST_WAITING).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Drop for PasswordTurn {
    fn drop(&mut self) {
        self.permit = None;
        let mut gates = lock(&self.gates);
        // Only the map holds it: nobody is inside and nobody is waiting.
        if gates.get(&self.subject).is_some_and(|gate| {
            Arc::strong_count(gate) == 1 && gate.turns.available_permits() == AT_ONCE
        }) {
            gates.remove(&self.subject);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
