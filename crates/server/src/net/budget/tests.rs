use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;

/// The result of a future that is ready at once.
fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn client(number: u8) -> IpAddr {
    [198, 51, 100, number].into()
}

/// An arriving body with this much memory.
fn share(budget: &Budget, number: u8, bytes: usize) -> Share {
    let mut share = budget.share(client(number));
    assert_eq!(now(share.grow_to(bytes)), Some(Ok(())));
    share
}

fn is_given_up(share: &Share) -> bool {
    now(share.given_up()).is_some()
}

#[track_caller]
fn assert_taken(budget: &Budget, bytes: usize) {
    assert_eq!(budget.taken(), bytes);
}

#[test]
fn the_client_with_most_memory_gives_up_its_largest_body() {
    let budget = Budget::new(100);
    let crowd = [30, 20, 30].map(|bytes| share(&budget, 1, bytes));
    let other = share(&budget, 2, 20);
    let third = share(&budget, 3, 10);
    assert_taken(&budget, 80);
    assert_eq!(crowd.each_ref().map(is_given_up), [true, false, false]);
    assert!(!is_given_up(&other) && !is_given_up(&third));
    // Only as much as necessary.
    let fourth = share(&budget, 4, 30);
    assert_eq!(crowd.each_ref().map(is_given_up), [false, false, true]);
    assert_taken(&budget, 80);
    drop((crowd, other, third, fourth));
    assert_taken(&budget, 0);
    let ledger = budget.0.ledger();
    assert_eq!((ledger.clients.len(), ledger.order.len()), (0, 0));
}

#[test]
fn a_client_that_wants_more_than_others_have_gives_up_its_own() {
    let budget = Budget::new(100);
    let other = share(&budget, 2, 50);
    let first = share(&budget, 1, 25);
    let mut second = share(&budget, 1, 25);
    assert_eq!(now(second.grow_to(50)), Some(Ok(())));
    assert!(is_given_up(&first) && !is_given_up(&other) && !is_given_up(&second));
    // There is nothing left to give up: it waits, and may itself be given up meanwhile.
    assert_eq!(now(second.grow_to(60)), None);
    let third = share(&budget, 3, 10);
    assert!(is_given_up(&other) && !is_given_up(&third));
    assert_eq!(now(second.grow_to(60)), Some(Ok(())));
}

#[test]
fn among_equal_clients_the_oldest_body_is_given_up() {
    let budget = Budget::new(90);
    let shares = [3, 1, 2].map(|number| share(&budget, number, 30));
    let new = share(&budget, 4, 30);
    assert_eq!(shares.each_ref().map(is_given_up), [true, false, false]);
    assert!(!is_given_up(&new));
}

#[test]
fn a_body_given_up_gets_no_more_memory() {
    let budget = Budget::new(100);
    let mut first = share(&budget, 1, 90);
    let _second = share(&budget, 2, 20);
    assert_eq!(now(first.grow_to(95)), Some(Err(GivenUp)));
    assert_eq!(first.whole(), Err(GivenUp));
    drop(first);
    assert_taken(&budget, 20);
}

#[test]
fn requests_being_answered_are_waited_for() {
    let budget = Budget::new(100);
    let mut answered = share(&budget, 1, 100);
    answered.whole().unwrap();
    let mut waiting = budget.share(client(2));
    let mut growing = Box::pin(waiting.grow_to(10));
    let mut context = Context::from_waker(Waker::noop());
    assert!(growing.as_mut().poll(&mut context).is_pending());
    assert!(!is_given_up(&answered));
    drop(answered);
    assert_eq!(growing.as_mut().poll(&mut context), Poll::Ready(Ok(())));
    drop(growing);
    assert_taken(&budget, 10);
}

#[test]
fn a_waiting_body_may_be_given_up() {
    let budget = Budget::new(100);
    let mut answered = share(&budget, 1, 60);
    answered.whole().unwrap();
    let mut waiting = share(&budget, 2, 40);
    let mut growing = Box::pin(waiting.grow_to(80));
    let mut context = Context::from_waker(Waker::noop());
    assert!(growing.as_mut().poll(&mut context).is_pending());
    let new = share(&budget, 3, 10);
    assert_eq!(growing.as_mut().poll(&mut context), Poll::Ready(Err(GivenUp)));
    assert!(!is_given_up(&new));
}

/// Giving up others would not make enough room.
#[test]
fn no_body_is_given_up_in_vain() {
    let budget = Budget::new(100);
    let mut answered = share(&budget, 1, 80);
    answered.whole().unwrap();
    let others = [share(&budget, 2, 10), share(&budget, 3, 10)];
    let mut waiting = [budget.share(client(4)), budget.share(client(4))];
    let mut growing: Vec<_> = waiting.iter_mut().map(|share| Box::pin(share.grow_to(40))).collect();
    let mut context = Context::from_waker(Waker::noop());
    for growing in &mut growing {
        assert!(growing.as_mut().poll(&mut context).is_pending());
    }
    assert_taken(&budget, 100);
    assert!(!others.iter().any(is_given_up));
    drop(answered);
    for growing in &mut growing {
        assert_eq!(growing.as_mut().poll(&mut context), Poll::Ready(Ok(())));
    }
    assert!(!others.iter().any(is_given_up));
}

#[test]
fn requests_being_answered_count_for_their_client() {
    let budget = Budget::new(100);
    let mut answered = share(&budget, 1, 40);
    answered.whole().unwrap();
    let own = share(&budget, 1, 20);
    let other = share(&budget, 2, 40);
    let _more = share(&budget, 1, 10);
    assert!(is_given_up(&own) && !is_given_up(&other));
    drop(answered);
    let ledger = budget.0.ledger();
    assert_eq!(ledger.clients.get(&client(1)).map(|client| client.whole), Some(0));
}
