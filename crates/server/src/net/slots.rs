//! How many may be connected. When all slots are taken, the address with the most of them gives one
//! up for the next client: the connection that has made the server wait longest, also among
//! addresses with as many. So a client that opens many connections and sends little, or reads
//! slowly, costs itself its connections and nobody else.
//!
//! Whom to give up is known without looking at everybody: addresses are kept in order, and within
//! an address its connections are, by the moment since which they wait. Requests change that moment
//! without a lock, so an order may lag behind; but moments only become later, so whoever is first
//! and is where it should be is the right one, and who is not is put where it should be.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pools::client_of;
use tokio::sync::Notify;

/// A connection that is being worked for is never given up.
const WORKING: u64 = u64::MAX;
/// The same, and it is not among those that wait: it has to be put there when the work is done.
const WORKING_UNLISTED: u64 = u64::MAX - 1;
/// One that was given up begins no more work.
const GIVEN_UP: u64 = u64::MAX - 2;

/// The connection slots of one listener.
pub(crate) struct Slots {
    most: usize,
    table: Mutex<Table>,
    /// Whether somebody waits for `changed`, so that nobody else need ring it.
    sought: AtomicBool,
    /// Rung when a slot becomes free, or may be given up.
    changed: Notify,
    /// Counts the moments at which a connection begins to wait for its client. No two have the
    /// same.
    moments: AtomicU64,
}

#[derive(Default)]
struct Table {
    taken: usize,
    addresses: HashMap<IpAddr, Address>,
    /// Addresses with connections that wait, in the order in which they give one up.
    order: BTreeSet<Rank>,
    /// Whether it was told that all slots are taken.
    told: bool,
}

/// Most connections first; among as many, by the moment since which one waits.
type Rank = (Reverse<usize>, u64, IpAddr);

#[derive(Default)]
struct Address {
    /// All of its connections.
    connections: usize,
    /// Those that wait, and those whose work began since they were looked at, by the moment since
    /// which they did then.
    waiting: BTreeMap<u64, Arc<Connection>>,
}

struct Connection {
    address: IpAddr,
    /// Since when it waits for its client, or [`WORKING`], [`WORKING_UNLISTED`] or [`GIVEN_UP`].
    since: AtomicU64,
    /// Where it is among those that wait. Used under the table's lock alone.
    listed: AtomicU64,
    asked_to_close: Notify,
}

/// A connection's slot, free again when dropped.
pub(crate) struct Slot {
    slots: Arc<Slots>,
    connection: Arc<Connection>,
}

/// For the part of a request in which the server, and not its client, is waited for.
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

    /// A slot for a connection from `peer`. Where there is none, the connection that has waited
    /// longest is asked to close, of those of the address that has most; where all are being worked
    /// for, this waits.
    pub(crate) async fn take(self: &Arc<Self>, peer: IpAddr) -> Slot {
        let address = client_of(peer);
        loop {
            if let Some(slot) = self.find(address) {
                return slot;
            }
            // In this order, and before another look, so that no change goes unseen: whoever takes
            // the flag back wakes this.
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
        // One that was given up counts no longer. That happens under the lock alone.
        if connection.since.load(Ordering::SeqCst) != GIVEN_UP {
            table.remove(connection);
        }
        // Told again only when it has been over for good.
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

/// What became of the first in the order.
enum Look {
    GivenUp,
    /// It was not where it should be, and now is.
    Moved,
}

impl Table {
    /// Asks one to close, and counts it no longer. Each further look is one that a request has
    /// saved the server since the last.
    fn give_up_one(&mut self) -> Option<()> {
        while let Look::Moved = self.look_at_first()? {}
        Some(())
    }

    fn look_at_first(&mut self) -> Option<Look> {
        let (_, key, address) = *self.order.first()?;
        let connection = Arc::clone(self.addresses.get(&address)?.waiting.get(&key)?);
        let since = connection.since.load(Ordering::SeqCst);
        // Whatever fails here has changed under our eyes, and is looked at again.
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

    /// The work for a connection that is not among those that wait is done.
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

    /// Changes an address and its rank.
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
    /// Ready when the connection is to be closed for another one.
    pub(crate) async fn asked_to_close(&self) {
        self.connection.asked_to_close.notified().await;
    }

    /// To be handed to requests of this connection.
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
    /// The request is whole: until it is answered, the connection keeps its slot. False: it has
    /// lost it already.
    #[must_use]
    pub(crate) fn begin(&self) -> bool {
        let work = |since| match since {
            GIVEN_UP => None,
            WORKING_UNLISTED => Some(WORKING_UNLISTED),
            _ => Some(WORKING),
        };
        self.connection.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, work).is_ok()
    }

    /// The request is answered: its client is waited for, first to take the answer.
    pub(crate) fn end(&self) {
        let wait = |since| (since != GIVEN_UP).then(|| self.slots.moment());
        // One that was given up is closed at its next wait.
        let before = self.connection.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, wait);
        if before == Ok(WORKING_UNLISTED) {
            self.slots.table().list_again(&self.connection);
        }
        self.slots.ring();
    }
}

#[cfg(test)]
mod tests;
