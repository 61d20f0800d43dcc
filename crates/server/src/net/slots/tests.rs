use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

/// The result of a future that is ready at once.
fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn take(slots: &Arc<Slots>, peer: &str) -> Slot {
    now(slots.take(address(peer))).expect("a slot")
}

fn is_asked(slot: &Slot) -> bool {
    now(slot.asked_to_close()).is_some()
}

#[test]
fn the_address_with_most_connections_loses_its_longest_waiting_one() {
    let slots = Slots::new(4);
    let other = take(&slots, "203.0.113.9");
    let crowd: Vec<Slot> = (0..3).map(|_| take(&slots, "198.51.100.1")).collect();
    // The first has had an answer since.
    assert!(crowd[0].work().begin());
    crowd[0].work().end();
    let third = take(&slots, "203.0.113.77");
    let asked: Vec<bool> = crowd.iter().chain([&other, &third]).map(is_asked).collect();
    assert_eq!(asked, [false, true, false, false, false]);
    // With no more slots than the others it is spared no longer than they are.
    let _fourth = take(&slots, "203.0.113.78");
    assert!(is_asked(&crowd[2]));
}

#[test]
fn among_equal_addresses_the_longest_waiting_connection_is_given_up() {
    let slots = Slots::new(3);
    let guests = ["198.51.100.1", "2001:db8::1", "203.0.113.9"].map(|peer| take(&slots, peer));
    assert!(guests[0].work().begin());
    guests[0].work().end();
    let _new = take(&slots, "192.0.2.1");
    assert_eq!(guests.each_ref().map(is_asked), [false, true, false]);
}

#[test]
fn a_connection_without_a_slot_starts_no_work() {
    let slots = Slots::new(1);
    let first = take(&slots, "198.51.100.1");
    let _second = take(&slots, "198.51.100.2");
    assert!(!first.work().begin());
    first.work().end();
    assert!(!first.work().begin());
}

#[test]
fn a_dropped_slot_is_free() {
    let slots = Slots::new(1);
    drop(take(&slots, "198.51.100.1"));
    let second = take(&slots, "198.51.100.2");
    assert!(!is_asked(&second));
    assert_eq!(slots.table().taken, 1);
    assert_eq!(slots.table().addresses.len(), 1);
}

#[test]
fn a_connection_asked_to_close_is_counted_once() {
    let slots = Slots::new(1);
    let first = take(&slots, "198.51.100.1");
    let second = take(&slots, "198.51.100.2");
    drop(first);
    assert_eq!(slots.table().taken, 1);
    drop(second);
    assert_eq!(slots.table().taken, 0);
}

#[test]
fn a_busy_connection_keeps_its_slot() {
    let slots = Slots::new(1);
    let first = take(&slots, "198.51.100.1");
    assert!(first.work().begin());
    let mut waiting = pin!(slots.take(address("198.51.100.2")));
    let mut context = Context::from_waker(Waker::noop());
    assert!(waiting.as_mut().poll(&mut context).is_pending());
    assert!(!is_asked(&first));
    first.work().end();
    assert!(waiting.as_mut().poll(&mut context).is_ready());
    assert!(is_asked(&first));
}

/// A client with many busy connections: each connection is reordered once per request, no matter
/// how often the order is inspected.
#[test]
fn the_longest_waiting_connection_is_found_without_a_scan() {
    let slots = Slots::new(1000);
    let crowd: Vec<Slot> = (0..1000).map(|_| take(&slots, "198.51.100.1")).collect();
    let looks = |slots: &Slots| {
        let mut table = slots.table();
        let mut count = 1;
        while let Look::Moved = table.look_at_first().unwrap() {
            count += 1;
        }
        count
    };
    assert_eq!((looks(&slots), looks(&slots)), (1, 1));
    for slot in &crowd[2..102] {
        assert!(slot.work().begin());
    }
    for slot in &crowd[52..102] {
        slot.work().end();
    }
    assert_eq!((looks(&slots), looks(&slots)), (101, 1));
    assert!(is_asked(&crowd[102]) && is_asked(&crowd[103]));
    assert!(crowd[2..102].iter().all(|slot| !is_asked(slot)));
    // Those whose work ends now have waited least.
    crowd[2..52].iter().for_each(|slot| slot.work().end());
    assert_eq!((0..946).map(|_| looks(&slots)).sum::<usize>(), 946);
    assert!(
        crowd[52..].iter().all(|slot| slot.connection.since.load(Ordering::SeqCst) == GIVEN_UP)
    );
    assert_eq!((0..50).map(|_| looks(&slots)).sum::<usize>(), 50);
    assert!(slots.table().look_at_first().is_none());
}

/// The choice according to the rule, found by a full scan.
fn longest_waiting(slots: &[Slot]) -> Option<usize> {
    let state = |slot: &Slot| slot.connection.since.load(Ordering::SeqCst);
    let here =
        |address: IpAddr| slots.iter().filter(|slot| slot.connection.address == address).count();
    let waiting = slots.iter().enumerate().filter(|(_, slot)| state(slot) < GIVEN_UP);
    waiting
        .min_by_key(|(_, slot)| (Reverse(here(slot.connection.address)), state(slot)))
        .map(|(index, _)| index)
}

#[test]
fn the_rule_holds_after_any_events() {
    let slots = Slots::new(24);
    let mut taken: Vec<Slot> = Vec::new();
    let mut seed = 7_u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % most
    };
    let mut given_up = 0;
    for _ in 0..20_000 {
        match below(8) {
            0..3 => {
                let expected = (taken.len() == 24).then(|| longest_waiting(&taken)).flatten();
                let asked = expected.map(|index| taken.swap_remove(index));
                let address = format!("198.51.100.{}", below(6));
                if let Some(slot) = now(slots.take(address.parse().unwrap())) {
                    taken.push(slot);
                }
                given_up += asked.iter().filter(|slot| is_asked(slot)).count();
                assert!(asked.is_none_or(|slot| slot.connection.since.load(Ordering::SeqCst) == GIVEN_UP));
                assert!(!taken.iter().any(is_asked));
            }
            3..5 if !taken.is_empty() => assert!(taken[below(taken.len())].work().begin()),
            5..7 if !taken.is_empty() => taken[below(taken.len())].work().end(),
            _ if below(16) == 0 && !taken.is_empty() => drop(taken.swap_remove(below(taken.len()))),
            _ => {}
        }
        assert_eq!(slots.table().taken, taken.len());
    }
    assert!(given_up > 1000, "{given_up}");
    drop(taken);
    let table = slots.table();
    assert_eq!((table.taken, table.addresses.len(), table.order.len()), (0, 0, 0));
}
