//! The faults that tests choose.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::proxy::chaos::Chaos;
use crate::proxy::transaction::Moment;

/// A fault that strikes once. "Commit" means the COMMIT of a transaction that may write, or a
/// writing statement outside any transaction, but never read-only statements or transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The next request of any kind is not forwarded. Both connections are closed immediately,
    /// dropping data in transit.
    Reset,
    /// The next commit is not forwarded, and both connections are closed once everything before it
    /// is answered: it did not happen.
    LoseRequest,
    /// The next commit is forwarded, but both connections are closed instead of passing on its
    /// answer: it happened.
    LoseAnswer,
    /// At the next commit the client's connection is closed immediately, but the commit is still
    /// forwarded after this delay: it has not happened when the client first checks, and happens
    /// later. The same may be true of the rest of a transaction sent in one round trip.
    LateRequest(Duration),
    /// The next commit is answered with an error of this SQLSTATE, such as `40001` (serialization
    /// failure) or `40P01` (deadlock). Nothing is committed, and the connection stays usable.
    FailCommit(&'static str),
    /// The next transaction that may write finds the server read-only: its first writing statement
    /// fails with 25006.
    ReadOnly,
}

/// How often each fault struck.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Injected {
    /// Number of [`Fault::Reset`].
    pub resets: u64,
    /// Number of [`Fault::LoseRequest`].
    pub lost_requests: u64,
    /// Number of [`Fault::LoseAnswer`].
    pub lost_answers: u64,
    /// Number of [`Fault::LateRequest`].
    pub late_requests: u64,
    /// Number of [`Fault::FailCommit`].
    pub failed_commits: u64,
    /// Number of [`Fault::ReadOnly`].
    pub read_only: u64,
}

/// Controls a proxy's faults, from any thread and at any time. Clones control the same proxy.
#[derive(Debug, Clone)]
pub struct Faults(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    chosen: Mutex<Chosen>,
    network: watch::Sender<Network>,
}

#[derive(Debug, Default)]
struct Chosen {
    next: VecDeque<Fault>,
    chaos: Option<Chaos>,
    slow: Option<Duration>,
    injected: Injected,
}

/// The network state of all connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Network {
    Up,
    Frozen,
    Down,
    /// The proxy is shutting down.
    Ended,
}

impl Faults {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Shared {
            chosen: Mutex::default(),
            network: watch::Sender::new(Network::Up),
        }))
    }

    /// The fault strikes at the next opportunity, on any connection. Several faults strike one
    /// after another, in order.
    pub fn next(&self, fault: Fault) {
        self.chosen().next.push_back(fault);
    }

    /// Number of faults given to [`Faults::next`] that have not struck yet.
    pub fn waiting(&self) -> usize {
        self.chosen().next.len()
    }

    /// From now on a random fault strikes this many of a thousand writing transactions.
    pub fn chaos(&self, seed: u64, per_thousand: u32) {
        self.chosen().chaos = Some(Chaos::new(seed, per_thousand));
    }

    /// Delays data from the server by this much, each time some arrives.
    pub fn slow(&self, delay: Duration) {
        self.chosen().slow = Some(delay);
    }

    /// Closes all connections, and new ones as they arrive.
    pub fn down(&self) {
        self.0.network.send_replace(Network::Down);
    }

    /// Keeps all connections, including new ones, but passes nothing on until [`Faults::lift`], as
    /// if packets were lost.
    pub fn freeze(&self) {
        self.0.network.send_replace(Network::Frozen);
    }

    /// Removes all faults above; frozen connections continue. Counts are kept.
    pub fn lift(&self) {
        let injected = self.injected();
        *self.chosen() = Chosen { injected, ..Chosen::default() };
        self.0.network.send_replace(Network::Up);
    }

    /// The number of faults that struck so far.
    pub fn injected(&self) -> Injected {
        self.chosen().injected
    }

    pub(crate) fn end(&self) {
        self.0.network.send_replace(Network::Ended);
    }

    /// Draws the fault for a transaction that starts now.
    pub(crate) fn draw(&self) -> Option<Fault> {
        self.chosen().chaos.as_mut().and_then(Chaos::draw)
    }

    /// Takes the next fault given to [`Faults::next`] if it can strike now.
    pub(crate) fn strike(&self, moment: Moment) -> Option<Fault> {
        self.chosen().next.pop_front_if(|fault| fault.fits(moment))
    }

    /// Counts a fault that struck.
    pub(crate) fn count(&self, fault: Fault) {
        let injected = &mut self.chosen().injected;
        *match fault {
            Fault::Reset => &mut injected.resets,
            Fault::LoseRequest => &mut injected.lost_requests,
            Fault::LoseAnswer => &mut injected.lost_answers,
            Fault::LateRequest(_) => &mut injected.late_requests,
            Fault::FailCommit(_) => &mut injected.failed_commits,
            Fault::ReadOnly => &mut injected.read_only,
        } += 1;
    }

    pub(crate) fn delay(&self) -> Option<Duration> {
        self.chosen().slow
    }

    /// Waits until the network state matches, and returns it.
    pub(crate) async fn network(&self, like: impl FnMut(&Network) -> bool) -> Network {
        let mut network = self.0.network.subscribe();
        let current = network.wait_for(like).await;
        *current.expect("the sender lives as long as this handle")
    }

    fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.0.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fault {
    pub(crate) fn fits(self, moment: Moment) -> bool {
        match self {
            Self::Reset => moment.is_answered,
            Self::ReadOnly => moment.opens,
            Self::LoseRequest | Self::LoseAnswer | Self::LateRequest(_) | Self::FailCommit(_) => {
                moment.commits
            }
        }
    }
}

impl Injected {
    /// Faults of all kinds together.
    pub fn total(&self) -> u64 {
        let lost = self.resets + self.lost_requests + self.lost_answers + self.late_requests;
        lost + self.failed_commits + self.read_only
    }
}
