//! Limits concurrent password checks: a few per subject, and argon2 only on dedicated threads.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use domain::credential::Argon2Memory;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

use crate::error::Error;
use crate::texts;

/// Concurrent checks for one subject on one node.
const AT_ONCE: usize = 4;
/// Checks per subject that may wait for a turn.
const MOST_WAITING: usize = 16;
/// Longest wait for a turn.
const WAIT: Duration = Duration::from_secs(1);
/// Most argon2 checks queued, over all subjects.
const ARGON2_QUEUE: usize = 64;
/// Threads that run argon2; each keeps 19 MiB once used.
const ARGON2_THREADS: usize = 2;

type Work = Box<dyn FnOnce(&mut Argon2Memory) + Send>;

/// The gates of the subjects being checked, and the argon2 queue.
pub(crate) struct PasswordChecks {
    gates: Arc<Mutex<HashMap<String, Arc<Gate>>>>,
    argon2: mpsc::Sender<Work>,
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
    pub(crate) fn start() -> io::Result<Self> {
        let (argon2, queue) = mpsc::channel::<Work>(ARGON2_QUEUE);
        let queue = Arc::new(Mutex::new(queue));
        for number in 0..ARGON2_THREADS {
            let queue = Arc::clone(&queue);
            thread::Builder::new().name(format!("argon2-{number}")).spawn(move || {
                let mut memory = Argon2Memory::new();
                while let Some(work) = next(&queue) {
                    work(&mut memory);
                }
            })?;
        }
        Ok(Self { gates: Arc::default(), argon2 })
    }

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

    /// Runs memory-hard work on a dedicated thread.
    ///
    /// # Errors
    /// `TooManyRequestsException` when the queue is full.
    pub(crate) async fn run_argon2<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Argon2Memory) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, answered) = oneshot::channel();
        let work: Work = Box::new(move |memory| {
            // The caller may be gone; then nobody wants the answer.
            let _ = answer.send(work(memory));
        });
        self.argon2.try_send(work).map_err(|_| texts::too_many_requests())?;
        answered.await.map_err(|_| texts::too_many_requests())
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

fn next(queue: &Mutex<mpsc::Receiver<Work>>) -> Option<Work> {
    lock(queue).blocking_recv()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
