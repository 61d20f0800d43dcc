//! Who may be connected. There is a greatest number of connections; when it is reached, the address with the most of them
//! gives one up for the next client: the one that has made the server wait longest, also among addresses with as many. So a client that opens many connections and
//! sends little, or reads slowly, costs itself its connections and nobody else.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// A connection that is being worked for is never given up.
const WORKING: u64 = u64::MAX;
/// One that was given up begins no more work.
const GIVEN_UP: u64 = u64::MAX - 1;

/// The places of one listener.
pub(crate) struct Places {
    most: usize,
    table: Mutex<Table>,
    /// Whether somebody waits for `changed`, so that nobody else need ring it.
    sought: AtomicBool,
    /// Rung when a place becomes free, or may be given up.
    changed: Notify,
    /// Counts the moments at which a connection begins to wait for its client.
    moments: AtomicU64,
}

#[derive(Default)]
struct Table {
    taken: usize,
    addresses: HashMap<IpAddr, HashMap<u64, Arc<Guest>>>,
    next_id: u64,
    /// Whether it was told that all places are taken.
    told: bool,
}

/// A connection.
struct Guest {
    /// Since when it waits for its client, or [`WORKING`], or [`GIVEN_UP`].
    since: AtomicU64,
    asked_to_leave: Notify,
}

/// A connection's place, free again when dropped.
pub(crate) struct Place {
    places: Arc<Places>,
    guest: Arc<Guest>,
    address: IpAddr,
    id: u64,
}

/// For the part of a request in which the server, and not its client, is waited for.
#[derive(Clone)]
pub(crate) struct Work {
    places: Arc<Places>,
    guest: Arc<Guest>,
}

impl Places {
    pub(crate) fn new(most: usize) -> Arc<Self> {
        let (sought, changed, moments) = (AtomicBool::new(false), Notify::new(), AtomicU64::new(0));
        Arc::new(Self { most: most.max(1), table: Mutex::default(), sought, changed, moments })
    }

    /// A place for a connection from `peer`. Where there is none, the connection that has waited longest is asked to leave, of
    /// those of the address that has most; where all are being worked for, this waits.
    pub(crate) async fn enter(self: &Arc<Self>, peer: IpAddr) -> Place {
        let address = counted_as(peer);
        loop {
            if let Some(place) = self.find(address) {
                return place;
            }
            // In this order, and before another look, so that no change goes unseen: whoever takes the flag back wakes this.
            let changed = self.changed.notified();
            self.sought.store(true, Ordering::SeqCst);
            if let Some(place) = self.find(address) {
                return place;
            }
            changed.await;
        }
    }

    fn find(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let mut table = self.table();
        if table.taken >= self.most {
            if !table.told {
                table.told = true;
                tracing::warn!(connections = table.taken, "all connections are taken: those that have waited longest are closed");
            }
            table.give_up_one()?;
        }
        let guest = Arc::new(Guest { since: AtomicU64::new(self.moment()), asked_to_leave: Notify::new() });
        let id = table.next_id;
        table.next_id += 1;
        table.taken += 1;
        table.addresses.entry(address).or_default().insert(id, Arc::clone(&guest));
        Some(Place { places: Arc::clone(self), guest, address, id })
    }

    fn leave(&self, address: IpAddr, id: u64) {
        let mut table = self.table();
        table.remove(address, id);
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

impl Table {
    /// Asks one to leave, and counts it no longer.
    fn give_up_one(&mut self) -> Option<()> {
        loop {
            let (address, id, since) = self.longest_waiting()?;
            let guest = self.addresses.get(&address)?.get(&id)?;
            // Its work may have begun since it was looked at.
            if guest.since.compare_exchange(since, GIVEN_UP, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                self.remove(address, id)?.asked_to_leave.notify_one();
                return Some(());
            }
        }
    }

    /// Of the addresses with the most connections the one that waits longest; where all of theirs are worked for, of those with
    /// fewer. Asked only when all places are taken, so looking at all of them is cheap enough.
    fn longest_waiting(&self) -> Option<(IpAddr, u64, u64)> {
        let waiting = |guests: &HashMap<u64, Arc<Guest>>| {
            let waiting = guests.iter().map(|(id, guest)| (guest.since.load(Ordering::SeqCst), *id));
            waiting.filter(|(since, _)| *since < GIVEN_UP).min()
        };
        let mut found: Option<(usize, u64, IpAddr, u64)> = None;
        for (address, guests) in &self.addresses {
            if found.is_some_and(|(most, ..)| guests.len() < most) {
                continue;
            }
            let Some((since, id)) = waiting(guests) else { continue };
            if found.is_none_or(|(most, longest, ..)| guests.len() > most || since < longest) {
                found = Some((guests.len(), since, *address, id));
            }
        }
        found.map(|(_, since, address, id)| (address, id, since))
    }

    fn remove(&mut self, address: IpAddr, id: u64) -> Option<Arc<Guest>> {
        let guests = self.addresses.get_mut(&address)?;
        let guest = guests.remove(&id)?;
        if guests.is_empty() {
            self.addresses.remove(&address);
        }
        self.taken -= 1;
        Some(guest)
    }
}

impl Place {
    /// Ready when the connection is to be closed for another one.
    pub(crate) async fn asked_to_leave(&self) {
        self.guest.asked_to_leave.notified().await;
    }

    /// To be handed to requests of this connection.
    pub(crate) fn work(&self) -> Work {
        Work { places: Arc::clone(&self.places), guest: Arc::clone(&self.guest) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.leave(self.address, self.id);
    }
}

impl Work {
    /// The request is whole: until it is answered, the connection keeps its place. False: it has lost it already.
    #[must_use]
    pub(crate) fn begin(&self) -> bool {
        let work = |since| (since != GIVEN_UP).then_some(WORKING);
        self.guest.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, work).is_ok()
    }

    /// The request is answered: its client is waited for, first to take the answer.
    pub(crate) fn end(&self) {
        let wait = |since| (since != GIVEN_UP).then(|| self.places.moment());
        // One that was given up is closed at its next wait.
        let _ = self.guest.since.fetch_update(Ordering::SeqCst, Ordering::SeqCst, wait);
        self.places.ring();
    }
}

/// Whoever has one address of IPv6 has the whole /64.
fn counted_as(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    /// What a future gives without being waited for.
    fn now<T>(future: impl Future<Output = T>) -> Option<T> {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    fn enter(places: &Arc<Places>, peer: &str) -> Place {
        now(places.enter(address(peer))).expect("a place")
    }

    fn is_asked(place: &Place) -> bool {
        now(place.asked_to_leave()).is_some()
    }

    #[test]
    fn the_address_with_most_gives_up_the_one_that_waited_longest() {
        let places = Places::new(4);
        let other = enter(&places, "203.0.113.9");
        let crowd: Vec<Place> = (0..3).map(|_| enter(&places, "198.51.100.1")).collect();
        // The first has had an answer since.
        assert!(crowd[0].work().begin());
        crowd[0].work().end();
        let third = enter(&places, "203.0.113.77");
        let asked: Vec<bool> = crowd.iter().chain([&other, &third]).map(is_asked).collect();
        assert_eq!(asked, [false, true, false, false, false]);
        // With as many places as others it is spared no longer than they are.
        let _fourth = enter(&places, "203.0.113.78");
        assert!(is_asked(&crowd[2]));
    }

    #[test]
    fn among_addresses_with_as_many_it_is_the_one_that_waited_longest() {
        let places = Places::new(3);
        let guests = ["198.51.100.1", "2001:db8::1", "203.0.113.9"].map(|peer| enter(&places, peer));
        assert!(guests[0].work().begin());
        guests[0].work().end();
        let _new = enter(&places, "192.0.2.1");
        assert_eq!(guests.each_ref().map(is_asked), [false, true, false]);
    }

    #[test]
    fn whoever_lost_its_place_begins_no_work() {
        let places = Places::new(1);
        let first = enter(&places, "198.51.100.1");
        let _second = enter(&places, "198.51.100.2");
        assert!(!first.work().begin());
        first.work().end();
        assert!(!first.work().begin());
    }

    #[test]
    fn a_place_that_is_left_is_free() {
        let places = Places::new(1);
        drop(enter(&places, "198.51.100.1"));
        let second = enter(&places, "198.51.100.2");
        assert!(!is_asked(&second));
        assert_eq!(places.table().taken, 1);
        assert_eq!(places.table().addresses.len(), 1);
    }

    #[test]
    fn whoever_is_asked_to_leave_counts_once() {
        let places = Places::new(1);
        let first = enter(&places, "198.51.100.1");
        let second = enter(&places, "198.51.100.2");
        drop(first);
        assert_eq!(places.table().taken, 1);
        drop(second);
        assert_eq!(places.table().taken, 0);
    }

    #[test]
    fn whoever_is_worked_for_keeps_its_place() {
        let places = Places::new(1);
        let first = enter(&places, "198.51.100.1");
        assert!(first.work().begin());
        let mut waiting = pin!(places.enter(address("198.51.100.2")));
        let mut context = Context::from_waker(Waker::noop());
        assert!(waiting.as_mut().poll(&mut context).is_pending());
        assert!(!is_asked(&first));
        first.work().end();
        assert!(waiting.as_mut().poll(&mut context).is_ready());
        assert!(is_asked(&first));
    }

    #[test]
    fn a_network_of_ipv6_is_one_client() {
        assert_eq!(counted_as(address("2001:db8:1:2:3:4:5:6")), address("2001:db8:1:2::"));
        assert_eq!(counted_as(address("::ffff:203.0.113.9")), address("203.0.113.9"));
        assert_eq!(counted_as(address("203.0.113.9")), address("203.0.113.9"));
    }
}
