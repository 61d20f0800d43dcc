//! What goes wrong, chosen by tests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use crate::proxy::chaos::Chaos;
use crate::proxy::transaction::Moment;

/// A fault that strikes once. "Commit" is a COMMIT of a transaction that may write, or a statement
/// that writes outside of any transaction; statements and transactions that only read are never
/// meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The next request, of any kind, is not forwarded and both connections are closed at once,
    /// with whatever is on its way.
    Reset,
    /// The next commit is not forwarded, and both connections are closed once what came before it
    /// is answered: it has not happened.
    LoseRequest,
    /// The next commit is forwarded, and both connections are closed instead of passing its answer
    /// on: it has happened.
    LoseAnswer,
    /// At the next commit the client's connection is closed at once, and the commit forwarded after
    /// so long all the same: it has not happened yet when the client asks, and happens then. So may
    /// the rest of a transaction sent in one trip.
    LateRequest(Duration),
    /// The next commit is answered by an error of this SQLSTATE, such as `40001` (serialization
    /// failure) or `40P01` (deadlock). Nothing is committed, and the connection stays of use.
    FailCommit(&'static str),
    /// The next transaction that may write finds the server read-only: its first statement that
    /// writes fails with 25006.
    ReadOnly,
}

/// How many faults have struck.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Injected {
    /// [`Fault::Reset`].
    pub resets: u64,
    /// [`Fault::LoseRequest`].
    pub lost_requests: u64,
    /// [`Fault::LoseAnswer`].
    pub lost_answers: u64,
    /// [`Fault::LateRequest`].
    pub late_requests: u64,
    /// [`Fault::FailCommit`].
    pub failed_commits: u64,
    /// [`Fault::ReadOnly`].
    pub read_only: u64,
}

/// Chooses the faults of a proxy, from any thread and at any time. Clones choose for the same
/// proxy.
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

/// The state of all connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Network {
    Up,
    Frozen,
    Down,
    /// The proxy is going.
    Ended,
}

impl Faults {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Shared {
            chosen: Mutex::default(),
            network: watch::Sender::new(Network::Up),
        }))
    }

    /// The fault strikes the next time it can, on whichever connection. Several strike in their
    /// order, one after another.
    pub fn next(&self, fault: Fault) {
        self.chosen().next.push_back(fault);
    }

    /// How many faults given to [`Faults::next`] have not struck yet.
    pub fn waiting(&self) -> usize {
        self.chosen().next.len()
    }

    /// From now on a fault of any kind strikes so many of a thousand transactions that write.
    pub fn chaos(&self, seed: u64, per_thousand: u32) {
        self.chosen().chaos = Some(Chaos::new(seed, per_thousand));
    }

    /// Delays answers by so long, each time that some arrive from the server.
    pub fn slow(&self, delay: Duration) {
        self.chosen().slow = Some(delay);
    }

    /// Closes all connections, and new ones as they come.
    pub fn down(&self) {
        self.0.network.send_replace(Network::Down);
    }

    /// Keeps all connections, also new ones, and passes nothing on, until [`Faults::lift`]: packets
    /// vanish.
    pub fn freeze(&self) {
        self.0.network.send_replace(Network::Frozen);
    }

    /// Ends everything that was chosen, above; what is frozen goes on. Counts stay.
    pub fn lift(&self) {
        let injected = self.injected();
        *self.chosen() = Chosen { injected, ..Chosen::default() };
        self.0.network.send_replace(Network::Up);
    }

    /// How many faults have struck so far.
    pub fn injected(&self) -> Injected {
        self.chosen().injected
    }

    pub(crate) fn end(&self) {
        self.0.network.send_replace(Network::Ended);
    }

    /// The fault for a transaction that begins now.
    pub(crate) fn draw(&self) -> Option<Fault> {
        self.chosen().chaos.as_mut().and_then(Chaos::draw)
    }

    /// The fault given to [`Faults::next`] if it can strike now.
    pub(crate) fn strike(&self, moment: Moment) -> Option<Fault> {
        self.chosen().next.pop_front_if(|fault| fault.fits(moment))
    }

    /// A fault has struck.
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

    /// Waits until the network is like that, and says how it is.
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
    /// Faults of all kinds.
    pub fn total(&self) -> u64 {
        let lost = self.resets + self.lost_requests + self.lost_answers + self.late_requests;
        lost + self.failed_commits + self.read_only
    }
}
