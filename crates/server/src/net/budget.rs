//! The memory that all request bodies together take while they arrive and are answered.
//!
//! A body asks for more as it grows. When there is no more, the client whose bodies take the most
//! gives up its largest one, or the oldest of its largest ones: a client that sends much, and
//! slowly, costs itself its requests. So everybody has an equal share of the memory, and a client
//! that needs less is not affected. Requests being answered are waited for, and no body is given up
//! if that would not make room.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// The budget. Clones share it.
#[derive(Clone)]
pub(crate) struct Budget(Arc<Shared>);

struct Shared {
    most: usize,
    ledger: Mutex<Ledger>,
    /// Notified when memory becomes free.
    freed: Notify,
}

#[derive(Default)]
struct Ledger {
    taken: usize,
    clients: HashMap<IpAddr, Client>,
    /// Clients with arriving bodies that hold memory; the last one gives up a body first.
    order: BTreeSet<Rank>,
    next_number: u64,
}

/// Memory of a client's arriving bodies, and the body that it gives up first. Ties go to the older
/// body.
type Rank = (usize, Reverse<u64>, IpAddr);

#[derive(Default)]
struct Client {
    /// Bytes held by arriving bodies.
    incoming: usize,
    /// Bytes held by bodies being answered.
    whole: usize,
    /// Arriving bodies.
    bodies: HashMap<u64, Incoming>,
    /// Those of them that hold memory; the last is given up first: the largest, or the oldest of
    /// the largest.
    by_size: BTreeSet<(usize, Reverse<u64>)>,
}

struct Incoming {
    taken: usize,
    given_up: Arc<Notify>,
}

/// The memory of one body. Freed when dropped.
pub(crate) struct Share {
    shared: Arc<Shared>,
    client: IpAddr,
    number: u64,
    given_up: Arc<Notify>,
    taken: usize,
    is_whole: bool,
}

/// The body was given up for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GivenUp;

enum Asked {
    Granted,
    /// Nobody else has to give way: there will be room once others are answered.
    Wait,
}

impl Budget {
    /// A budget of `most` bytes.
    pub(crate) fn new(most: usize) -> Self {
        Self(Arc::new(Shared { most, ledger: Mutex::default(), freed: Notify::new() }))
    }

    /// The share of a body that starts to arrive.
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
    /// Waits until this body may take `bytes` in total.
    pub(crate) async fn grow_to(&mut self, bytes: usize) -> Result<(), GivenUp> {
        let more = bytes.saturating_sub(self.taken);
        loop {
            // Before the look, so that no notification is missed.
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

    /// Bytes that this body may take so far.
    pub(crate) fn bytes(&self) -> usize {
        self.taken
    }

    /// Ready when this body is given up for others.
    pub(crate) async fn given_up(&self) -> GivenUp {
        self.given_up.notified().await;
        GivenUp
    }

    /// Call when the body is complete: it keeps its memory until it is answered.
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
        // Otherwise it was given up and no longer counts.
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

    /// Grants `more` bytes to an arriving body, giving up as many others as necessary.
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

    /// Puts bodies back whose removal did not make enough room.
    fn put_back(&mut self, bodies: Vec<(IpAddr, u64, Incoming)>) {
        for (owner, number, body) in bodies {
            self.taken += body.taken;
            self.change(owner, |client| client.put(number, body));
        }
    }

    /// A body of the client whose bodies would take the most once `client` takes `more`.
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

    /// Changes a client and updates its rank.
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
