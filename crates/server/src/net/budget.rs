//! The memory that request bodies take together while they come in and are answered.
//!
//! A body asks for more as it grows. When there is no more, the client whose bodies take most gives
//! up its largest, of as large ones that which has been coming in longest: a client that sends
//! much, and slowly, costs itself its requests. So everybody has an equal share of the memory, and
//! who needs less than that is not hindered. What is being answered is waited for; and nobody is
//! given up where that would not make room.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
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
    /// Clients with bodies that come in and take something; the last gives one up first.
    order: BTreeSet<Rank>,
    next_number: u64,
}

/// What a client's bodies take while they come in, and the one that it gives up first. Among
/// clients with as much, the older one.
type Rank = (usize, Reverse<u64>, IpAddr);

#[derive(Default)]
struct Client {
    /// Taken by those that come in.
    incoming: usize,
    /// Taken by those that are being answered.
    whole: usize,
    /// Those that come in.
    bodies: HashMap<u64, Incoming>,
    /// Of these, the ones that take something; the last is given up first: the largest, of as large
    /// ones the oldest.
    by_size: BTreeSet<(usize, Reverse<u64>)>,
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
    pub(crate) fn taken(&self) -> usize {
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
        let mut ledger = self.shared.ledger();
        ledger.remove(self.client, self.number).ok_or(GivenUp)?;
        ledger.change(self.client, |client| client.whole += self.taken);
        self.is_whole = true;
        Ok(())
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut ledger = self.shared.ledger();
        if self.is_whole {
            ledger.change(self.client, |client| client.whole -= self.taken);
            ledger.taken -= self.taken;
        } else if ledger.remove(self.client, self.number).is_some() {
            ledger.taken -= self.taken;
        }
        // Else it was given up, and counts no longer.
        drop(ledger);
        self.shared.freed.notify_waiters();
    }
}

impl Ledger {
    fn add(&mut self, client: IpAddr, given_up: &Arc<Notify>) -> u64 {
        let number = self.next_number;
        self.next_number += 1;
        self.change(client, |client| {
            client.put(number, Incoming { taken: 0, given_up: Arc::clone(given_up) });
        });
        number
    }

    /// `more` for a body that comes in, for which others are given up as far as they must.
    fn ask(
        &mut self,
        client: IpAddr,
        number: u64,
        more: usize,
        most: usize,
    ) -> Result<Asked, GivenUp> {
        if !self.clients.get(&client).is_some_and(|client| client.bodies.contains_key(&number)) {
            return Err(GivenUp);
        }
        let mut given_up = Vec::new();
        while self.taken + more > most {
            let first = self.first_to_give_up(client, more).filter(|(_, victim)| *victim != number);
            let Some((owner, victim, body)) = first
                .and_then(|(owner, victim)| Some((owner, victim, self.remove(owner, victim)?)))
            else {
                self.put_back(given_up);
                return Ok(Asked::Wait);
            };
            self.taken -= body.taken;
            given_up.push((owner, victim, body));
        }
        given_up.iter().for_each(|(_, _, body)| body.given_up.notify_one());
        self.taken += more;
        self.change(client, |client| {
            if let Some(body) = client.take(number) {
                client.put(number, Incoming { taken: body.taken + more, ..body });
            }
        });
        Ok(Asked::Granted)
    }

    /// That it was taken out has done nobody any good.
    fn put_back(&mut self, bodies: Vec<(IpAddr, u64, Incoming)>) {
        for (owner, number, body) in bodies {
            self.taken += body.taken;
            self.change(owner, |client| client.put(number, body));
        }
    }

    /// Of the client whose bodies take most when `client` takes `more`.
    fn first_to_give_up(&self, client: IpAddr, more: usize) -> Option<(IpAddr, u64)> {
        let asking = self.clients.get(&client)?;
        match self.order.last() {
            Some((taken, Reverse(victim), owner))
                if *taken >= asking.incoming + asking.whole + more =>
            {
                Some((*owner, *victim))
            }
            _ => asking.by_size.last().map(|(_, Reverse(victim))| (client, *victim)),
        }
    }

    fn remove(&mut self, client: IpAddr, number: u64) -> Option<Incoming> {
        if !self.clients.contains_key(&client) {
            return None;
        }
        self.change(client, |client| client.take(number))
    }

    /// Changes a client and its rank.
    fn change<T>(&mut self, address: IpAddr, change: impl FnOnce(&mut Client) -> T) -> T {
        let client = self.clients.entry(address).or_default();
        let before = client.rank(address);
        let changed = change(client);
        let after = client.rank(address);
        if client.bodies.is_empty() && client.whole == 0 {
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
    fn put(&mut self, number: u64, body: Incoming) {
        self.incoming += body.taken;
        if body.taken > 0 {
            self.by_size.insert((body.taken, Reverse(number)));
        }
        self.bodies.insert(number, body);
    }

    fn take(&mut self, number: u64) -> Option<Incoming> {
        let body = self.bodies.remove(&number)?;
        self.by_size.remove(&(body.taken, Reverse(number)));
        self.incoming -= body.taken;
        Some(body)
    }

    fn rank(&self, address: IpAddr) -> Option<Rank> {
        self.by_size.last().map(|(_, number)| (self.incoming, *number, address))
    }
}

#[cfg(test)]
mod tests;
