//! The memory that request bodies take together while they come in and are answered.
//!
//! A body asks for more as it grows. When there is no more, the client whose bodies take most gives up the one that has been coming
//! in longest: a client that sends much, and slowly, costs itself its requests. So everybody has an equal share of the memory, and
//! who needs less than that is not hindered. What is being answered is waited for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// The memory. Clones are the same.
#[derive(Clone)]
pub(crate) struct Budget(Arc<Shared>);

struct Shared {
    most: usize,
    ledger: Mutex<Ledger>,
    /// Rung when memory becomes free.
    freed: Notify,
}

#[derive(Default)]
struct Ledger {
    taken: usize,
    clients: HashMap<IpAddr, Client>,
    /// Clients with bodies that come in; the last gives one up first.
    order: BTreeSet<Rank>,
    next_number: u64,
}

/// What a client's bodies take, and of as much the one whose body has been coming in longest.
type Rank = (usize, Reverse<u64>, IpAddr);

#[derive(Default)]
struct Client {
    taken: usize,
    /// Those that come in, oldest first.
    bodies: BTreeMap<u64, Incoming>,
}

struct Incoming {
    taken: usize,
    given_up: Arc<Notify>,
}

/// What one body takes. Free again when dropped.
pub(crate) struct Share {
    shared: Arc<Shared>,
    client: IpAddr,
    number: u64,
    given_up: Arc<Notify>,
    taken: usize,
    is_whole: bool,
}

/// A body that was given up for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GivenUp;

enum Asked {
    Granted,
    /// Nobody else has to give way: there will be room when others are answered.
    Wait,
}

impl Budget {
    /// In bytes.
    pub(crate) fn new(most: usize) -> Self {
        Self(Arc::new(Shared { most, ledger: Mutex::default(), freed: Notify::new() }))
    }

    /// For a body that begins to come in.
    pub(crate) fn share(&self, client: IpAddr) -> Share {
        let (shared, given_up) = (Arc::clone(&self.0), Arc::new(Notify::new()));
        let number = shared.ledger().add(client, &given_up);
        Share { shared, client, number, given_up, taken: 0, is_whole: false }
    }

    #[cfg(test)]
    pub(super) fn taken(&self) -> usize {
        self.0.ledger().taken
    }
}

impl Shared {
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Share {
    /// Waits until this body may take `bytes` in all.
    pub(crate) async fn grow_to(&mut self, bytes: usize) -> Result<(), GivenUp> {
        let more = bytes.saturating_sub(self.taken);
        loop {
            // Before the look, so that nothing that becomes free goes unseen.
            let freed = self.shared.freed.notified();
            match self.shared.ledger().ask(self.client, self.number, more, self.shared.most)? {
                Asked::Granted => break,
                Asked::Wait => {}
            }
            tokio::select! {
                () = freed => {}
                () = self.given_up.notified() => return Err(GivenUp),
            }
        }
        self.taken += more;
        Ok(())
    }

    /// What this body may take by now.
    pub(crate) fn bytes(&self) -> usize {
        self.taken
    }

    /// Ready when this body is given up for others.
    pub(crate) async fn given_up(&self) -> GivenUp {
        self.given_up.notified().await;
        GivenUp
    }

    /// The body is there: it keeps what it has until it is answered.
    pub(crate) fn whole(&mut self) -> Result<(), GivenUp> {
        self.shared.ledger().remove(self.client, self.number).ok_or(GivenUp)?;
        self.is_whole = true;
        Ok(())
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut ledger = self.shared.ledger();
        // One that was given up counts no longer.
        if self.is_whole || ledger.remove(self.client, self.number).is_some() {
            ledger.taken -= self.taken;
        }
        drop(ledger);
        self.shared.freed.notify_waiters();
    }
}

impl Ledger {
    fn add(&mut self, client: IpAddr, given_up: &Arc<Notify>) -> u64 {
        let number = self.next_number;
        self.next_number += 1;
        let incoming = Incoming { taken: 0, given_up: Arc::clone(given_up) };
        self.change(client, |client| client.bodies.insert(number, incoming));
        number
    }

    /// `more` for a body that comes in, for which others are given up as far as they must.
    fn ask(&mut self, client: IpAddr, number: u64, more: usize, most: usize) -> Result<Asked, GivenUp> {
        if !self.clients.get(&client).is_some_and(|client| client.bodies.contains_key(&number)) {
            return Err(GivenUp);
        }
        while self.taken + more > most {
            let Some((victim, oldest)) = self.first_to_give_up(client, more).filter(|(_, oldest)| *oldest != number) else {
                return Ok(Asked::Wait);
            };
            let Some(incoming) = self.remove(victim, oldest) else { return Ok(Asked::Wait) };
            self.taken -= incoming.taken;
            incoming.given_up.notify_one();
        }
        self.taken += more;
        self.change(client, |client| {
            client.taken += more;
            client.bodies.entry(number).and_modify(|body| body.taken += more);
        });
        Ok(Asked::Granted)
    }

    /// The oldest body of the client that takes most when `client` takes `more`.
    fn first_to_give_up(&self, client: IpAddr, more: usize) -> Option<(IpAddr, u64)> {
        let asking = self.clients.get(&client)?;
        let (taken, Reverse(oldest), most) = *self.order.last()?;
        if taken >= asking.taken + more {
            return Some((most, oldest));
        }
        asking.bodies.first_key_value().map(|(oldest, _)| (client, *oldest))
    }

    fn remove(&mut self, client: IpAddr, number: u64) -> Option<Incoming> {
        if !self.clients.contains_key(&client) {
            return None;
        }
        self.change(client, |client| {
            let incoming = client.bodies.remove(&number)?;
            client.taken -= incoming.taken;
            Some(incoming)
        })
    }

    /// Changes a client and its rank.
    fn change<T>(&mut self, address: IpAddr, change: impl FnOnce(&mut Client) -> T) -> T {
        let client = self.clients.entry(address).or_default();
        let before = client.rank(address);
        let changed = change(client);
        let after = client.rank(address);
        if after.is_none() {
            self.clients.remove(&address);
        }
        if before != after {
            if let Some(rank) = before {
                self.order.remove(&rank);
            }
            self.order.extend(after);
        }
        changed
    }
}

impl Client {
    fn rank(&self, address: IpAddr) -> Option<Rank> {
        self.bodies.first_key_value().map(|(number, _)| (self.taken, Reverse(*number), address))
    }
}

#[cfg(test)]
mod tests;
