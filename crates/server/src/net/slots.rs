//! Limits the number of connections. When all slots are taken, the address with the most
//! connections gives one up for the next client: the one that has kept the server waiting longest.
//! Ties between addresses are broken the same way. A client that opens many connections and sends
//! little, or reads slowly, only costs itself its connections.
//!
//! The connection to give up is found without a scan: addresses are kept in order, and so are the
//! connections of an address, by the moment since which they wait. Requests change that moment
//! without a lock, so the order may lag behind. Moments only ever grow, so a first entry that is in
//! its right place is the right choice, and any other is moved to where it belongs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pools::client_of;
use tokio::sync::Notify;

/// A connection whose request is being answered is never given up.
const WORKING: u64 = u64::MAX;
/// The same, but the connection is no longer in `waiting`: it must be put back when the work is
/// done.
const WORKING_UNLISTED: u64 = u64::MAX - 1;
/// A connection that was given up starts no more work.
const GIVEN_UP: u64 = u64::MAX - 2;

/// The connection slots of one listener.
pub(crate) struct Slots {
    most: usize,
    table: Mutex<Table>,
    /// Whether anybody waits for `changed`; without a waiter nothing needs to be notified.
    sought: AtomicBool,
    /// Notified when a slot becomes free or may be given up.
    changed: Notify,
    /// Counts the moments at which connections start waiting for their client. No two are equal.
    moments: AtomicU64,
}

#[derive(Default)]
struct Table {
    taken: usize,
    addresses: HashMap<IpAddr, Address>,
    /// Addresses with waiting connections, in the order in which they give one up.
    order: BTreeSet<Rank>,
    /// Whether it was logged that all slots are taken.
    told: bool,
}

/// Most connections first; ties by the moment since which a connection waits.
type Rank = (Reverse<usize>, u64, IpAddr);

#[derive(Default)]
struct Address {
    /// All of its connections, waiting or not.
    connections: usize,
    /// Connections by the moment since which they waited when last looked at. Some may have started
    /// work since.
    waiting: BTreeMap<u64, Arc<Connection>>,
}

struct Connection {
    address: IpAddr,
    /// The moment since which it waits for its client, or [`WORKING`], [`WORKING_UNLISTED`] or
    /// [`GIVEN_UP`].
    since: AtomicU64,
    /// Its key in `waiting`. Only used under the table's lock.
    listed: AtomicU64,
    asked_to_close: Notify,
}

/// A connection's slot; freed when dropped.
pub(crate) struct Slot {
    slots: Arc<Slots>,
    connection: Arc<Connection>,
}

/// Marks the part of a request in which the server, not its client, is awaited.
#[derive(Clone)]
pub(crate) struct Work {
    slots: Arc<Slots>,
    connection: Arc<Connection>,
}

impl Slots {
    pub(crate) fn new(most: usize) -> Arc<Self> {
        let (sought, changed, moments) = (AtomicBool::new(false), Notify::new(), AtomicU64::new(0));
        Arc::new(Self { most: most.max(1), table: Mutex::default(), sought, changed, moments })
    }

    /// Takes a slot for a connection from `peer`. If none is free, asks the longest-waiting
    /// connection of the address with the most connections to close. If all connections are busy,
    /// waits.
    pub(crate) async fn take(self: &Arc<Self>, peer: IpAddr) -> Slot {
        let address = client_of(peer);
        loop {
            if let Some(slot) = self.find(address) {
                return slot;
            }
            // In this order, and before another look, so that no change is missed: clearing the
            // flag wakes this waiter.
            let changed = self.changed.notified();
            self.sought.store(true, Ordering::SeqCst);
            if let Some(slot) = self.find(address) {
                return slot;
            }
            changed.await;
        }
    }

    fn find(self: &Arc<Self>, address: IpAddr) -> Option<Slot> {
        let mut table = self.table();
        if table.taken >= self.most {
            if !table.told {
                table.told = true;
                tracing::warn!(
                    connections = table.taken,
                    "all connections are taken: those that have waited longest are closed"
                );
            }
            table.give_up_one()?;
        }
        let since = self.moment();
        let (since, listed) = (AtomicU64::new(since), AtomicU64::new(since));
        let connection =
            Arc::new(Connection { address, since, listed, asked_to_close: Notify::new() });
        table.add(&connection);
        Some(Slot { slots: Arc::clone(self), connection })
    }

    fn leave(&self, connection: &Connection) {
        let mut table = self.table();
        // A connection that was given up no longer counts. That only changes under the lock.
        if connection.since.load(Ordering::SeqCst) != GIVEN_UP {
            table.remove(connection);
        }
        // Logged again only after the shortage is really over.
        table.told &= table.taken > self.most / 2;
        drop(table);
        self.ring();
    }

    fn ring(&self) {
        if self.sought.swap(false, Ordering::SeqCst) {
            self.changed.notify_waiters();
        }
    }

    fn moment(&self) -> u64 {
        self.moments.fetch_add(1, Ordering::Relaxed)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The result of looking at the first entry.
enum Look {
    GivenUp,
    /// It was in the wrong place and has been moved.
    Moved,
}

impl Table {
    /// Asks one connection to close and stops counting it. Each extra look makes up for one that a
    /// request skipped since the last time.
    fn give_up_one(&mut self) -> Option<()> {
        while let Look::Moved = self.look_at_first()? {}
        Some(())
    }

    fn look_at_first(&mut self) -> Option<Look> {
        let (_, key, address) = *self.order.first()?;
        let connection = Arc::clone(self.addresses.get(&address)?.waiting.get(&key)?);
        let since = connection.since.load(Ordering::SeqCst);
        // A failed exchange means that it changed concurrently; it is looked at again.
        let becomes = |state| {
            connection
                .since
                .compare_exchange(since, state, Ordering::SeqCst, Ordering::SeqCst)
                .is_ok()
        };
        if since == key && becomes(GIVEN_UP) {
            self.remove(&connection);
            connection.asked_to_close.notify_one();
            return Some(Look::GivenUp);
        }
        if since == WORKING && becomes(WORKING_UNLISTED) {
            self.change(address, |address| _ = address.waiting.remove(&key));
        } else if since < GIVEN_UP {
            self.change(address, |address| {
                address.waiting.remove(&key);
                address.list(&connection, since);
            });
        }
        Some(Look::Moved)
    }

    fn add(&mut self, connection: &Arc<Connection>) {
        self.taken += 1;
        self.change(connection.address, |address| {
            address.connections += 1;
            address.list(connection, connection.listed.load(Ordering::Relaxed));
        });
    }

    /// Puts a connection back into `waiting` after its work is done.
    fn list_again(&mut self, connection: &Arc<Connection>) {
        let since = connection.since.load(Ordering::SeqCst);
        self.change(connection.address, |address| address.list(connection, since));
    }

    fn remove(&mut self, connection: &Connection) {
        self.taken -= 1;
        self.change(connection.address, |address| {
            address.connections -= 1;
            address.waiting.remove(&connection.listed.load(Ordering::Relaxed));
        });
    }

    /// Changes an address and updates its rank.
    fn change(&mut self, address: IpAddr, change: impl FnOnce(&mut Address)) {
        let entry = self.addresses.entry(address).or_default();
        let before = entry.rank(address);
        change(entry);
        let after = entry.rank(address);
        if entry.connections == 0 {
            self.addresses.remove(&address);
        }
        if before != after {
            if let Some(rank) = before {
                self.order.remove(&rank);
            }
            self.order.extend(after);
        }
    }
}

impl Address {
    fn rank(&self, address: IpAddr) -> Option<Rank> {
        self.waiting
            .first_key_value()
            .map(|(since, _)| (Reverse(self.connections), *since, address))
    }

    fn list(&mut self, connection: &Arc<Connection>, since: u64) {
        connection.listed.store(since, Ordering::Relaxed);
        self.waiting.insert(since, Arc::clone(connection));
    }
}

impl Slot {
    /// Ready when the connection must close to make room.
    pub(crate) async fn asked_to_close(&self) {
        self.connection.asked_to_close.notified().await;
    }

    /// A handle for the requests of this connection.
    pub(crate) fn work(&self) -> Work {
        Work { slots: Arc::clone(&self.slots), connection: Arc::clone(&self.connection) }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.slots.leave(&self.connection);
    }
}

impl Work {
    /// Call when the request has arrived: the connection keeps its slot until it is answered. False
    /// if it has already lost it.
    #[must_use]
    pub(crate) fn begin(&self) -> bool {
        let work = |since| match since {
            GIVEN_UP => None,
            WORKING_UNLISTED => Some(WORKING_UNLISTED),
            _ => Some(WORKING),
        };
        self.connection.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, work).is_ok()
    }

    /// Call when the request is answered: from now on the client is awaited, first to take the
    /// answer.
    pub(crate) fn end(&self) {
        let wait = |since| (since != GIVEN_UP).then(|| self.slots.moment());
        // A connection that was given up closes the next time it waits.
        let before = self.connection.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, wait);
        if before == Ok(WORKING_UNLISTED) {
            self.slots.table().list_again(&self.connection);
        }
        self.slots.ring();
    }
}

#[cfg(test)]
mod tests;
