//! The load: clients with keep-alive connections of their own, each of which sends a request, waits
//! for the answer and repeats.

mod connection;
mod neighbour;
mod request;
mod slot;

use std::net::SocketAddr;
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub(crate) use connection::{Answer, Connection};
pub(crate) use neighbour::Neighbour;
pub(crate) use request::{Request, TARGET, get, post, post_authorized};
use slot::{Slot, State};

use crate::clock;

/// What a client repeats: rounds of one or more requests.
pub(crate) trait Client: Send {
    /// The first request of a round.
    fn begin(&mut self) -> Vec<u8>;

    /// Takes an answer and returns the next request of the round, or `None` at its end.
    ///
    /// # Errors
    /// What was wrong with the answer; it ends the round.
    fn answered(&mut self, answer: &Answer<'_>) -> Result<Option<Vec<u8>>, String>;
}

/// The amount of load.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    /// Number of concurrent clients.
    pub(crate) clients: usize,
    /// Rounds of all clients together, after a tenth as many uncounted ones.
    pub(crate) rounds: usize,
}

/// How the clients wait for answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// One thread polls all connections and never sleeps. Waking a thread that sleeps on another
    /// core costs the waker, here the server, up to half as much as the whole answer, a cost that a
    /// server with remote clients does not have. The load must not share the server's cores.
    Spinning,
    /// A thread per client, which sleeps while waiting.
    Sleeping,
}

/// The outcome of a run.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Rounds that succeeded.
    pub(crate) done: usize,
    pub(crate) wall: Duration,
    /// CPU time of the measured process.
    pub(crate) cpu: Duration,
    pub(crate) errors: usize,
    /// The first error.
    pub(crate) error: Option<String>,
    /// Time spent waiting for the server in each round, ascending.
    latencies: Vec<Duration>,
}

impl Run {
    /// The latency at this quantile (0 to 1).
    pub(crate) fn quantile(&self, part: f64) -> Duration {
        let at = (self.latencies.len() as f64 * part) as usize;
        self.latencies
            .get(at.min(self.latencies.len().saturating_sub(1)))
            .copied()
            .unwrap_or_default()
    }

    /// CPU time per round.
    pub(crate) fn cpu_each(&self) -> Duration {
        self.cpu.div_f64(self.done.max(1) as f64)
    }

    /// Rounds per second of wall time.
    pub(crate) fn wall_rate(&self) -> f64 {
        self.done as f64 / self.wall.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// The share of the time that the server was busy, on one core.
    pub(crate) fn busy(&self) -> f64 {
        self.cpu.as_secs_f64() / self.wall.as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

/// Runs clients against the server at `address`; `cpu` returns its CPU time so far.
///
/// # Errors
/// If a connection cannot be opened, or a clock cannot be read. Wrong answers are only counted.
pub(crate) fn run(
    address: SocketAddr,
    amount: Amount,
    waiting: Waiting,
    client: impl Fn(usize) -> Box<dyn Client>,
    mut cpu: impl FnMut() -> Result<Duration, String>,
) -> Result<Run, String> {
    let each = amount.rounds / amount.clients;
    let open = |index| Slot::new(address, waiting, client(index));
    let mut slots = (0..amount.clients).map(open).collect::<Result<Vec<_>, _>>()?;
    let threads: Vec<Vec<Slot>> = match waiting {
        Waiting::Spinning => vec![slots],
        Waiting::Sleeping => slots.drain(..).map(|slot| vec![slot]).collect(),
    };
    let (warm, go) =
        (Arc::new(Barrier::new(threads.len() + 1)), Arc::new(Barrier::new(threads.len() + 1)));
    let threads: Vec<_> = threads.into_iter().map(|slots| start(slots, each, &warm, &go)).collect();
    warm.wait();
    let cpu_before = cpu();
    let started = clock::now();
    go.wait();
    let mut slots = Vec::new();
    for thread in threads {
        slots.extend(thread.join().map_err(|_| "a client panicked")?);
    }
    let (wall, cpu) = (started.elapsed(), cpu()?.saturating_sub(cpu_before?));
    let mut run = Run { done: 0, wall, cpu, errors: 0, error: None, latencies: Vec::new() };
    for slot in slots {
        run.latencies.extend(slot.latencies);
        run.errors += slot.errors;
        run.error = run.error.or(slot.error);
    }
    run.done = run.latencies.len();
    run.latencies.sort_unstable();
    Ok(run)
}

/// Starts a thread that drives these slots: some rounds to warm up, in which only failures count,
/// then `each`.
fn start(
    mut slots: Vec<Slot>,
    each: usize,
    warm: &Arc<Barrier>,
    go: &Arc<Barrier>,
) -> JoinHandle<Vec<Slot>> {
    let (warm, go) = (Arc::clone(warm), Arc::clone(go));
    thread::spawn(move || {
        drive(&mut slots, each / 10 + 1);
        for slot in &mut slots {
            slot.latencies = Vec::with_capacity(each);
        }
        warm.wait();
        go.wait();
        drive(&mut slots, each);
        slots
    })
}

/// Runs this many rounds on every slot.
fn drive(slots: &mut [Slot], rounds: usize) {
    for slot in &mut *slots {
        slot.allow(rounds);
    }
    loop {
        // One step of each, whatever state the others are in.
        match slots.iter_mut().map(Slot::step).max() {
            None | Some(State::Done) => return,
            Some(State::Waiting) => pause(),
            Some(State::Moving) => {}
        }
    }
}

/// Pauses for about a microsecond, during which a core that shares its execution units with this
/// one, as hyperthreads do, has them for itself.
fn pause() {
    (0..20).for_each(|_| std::hint::spin_loop());
}
