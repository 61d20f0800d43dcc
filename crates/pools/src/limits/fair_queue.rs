//! A bounded queue that its clients take turns in.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// Items waiting by client. Clients with items take turns, so however many one of them has, an item
/// of another waits for at most one item of each client.
pub(crate) struct FairQueue<C, T> {
    /// What each client has waiting, oldest first; never empty.
    waiting: HashMap<C, VecDeque<T>>,
    /// The clients of `waiting`, each once, the next one first.
    turns: VecDeque<C>,
    len: usize,
    most: Most,
}

/// The bounds of a queue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Most {
    /// Items of one client.
    pub(crate) per_client: usize,
    /// Items of all clients.
    pub(crate) total: usize,
}

/// What became of an item.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Pushed<T> {
    /// It waits.
    Queued,
    /// It waits, and this one does not any longer: the newest of the client that had the most.
    InsteadOf(T),
    /// It was refused: no client has more waiting than this one would have.
    Refused(T),
}

impl<C: Clone + Eq + Hash, T> FairQueue<C, T> {
    pub(crate) fn new(most: Most) -> Self {
        Self { waiting: HashMap::new(), turns: VecDeque::new(), len: 0, most }
    }

    /// Adds an item behind the others of its client. Takes as long as there are clients only if the
    /// queue is full.
    pub(crate) fn push(&mut self, client: C, item: T) -> Pushed<T> {
        let own = self.waiting.get(&client).map_or(0, VecDeque::len);
        if own >= self.most.per_client {
            return Pushed::Refused(item);
        }
        if self.len < self.most.total {
            self.add(client, item);
            return Pushed::Queued;
        }
        // Of several clients with the most, the item that came last is refused: the new one.
        match self.take_newest_of_more_than(own + 1) {
            Some(newest) => {
                self.add(client, item);
                Pushed::InsteadOf(newest)
            }
            None => Pushed::Refused(item),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// Takes the oldest item of the client whose turn it is.
    pub(crate) fn pop(&mut self) -> Option<T> {
        let client = self.turns.pop_front()?;
        let items = self.waiting.get_mut(&client)?;
        let item = items.pop_front()?;
        self.len -= 1;
        if items.is_empty() {
            self.waiting.remove(&client);
        } else {
            self.turns.push_back(client);
        }
        Some(item)
    }

    fn add(&mut self, client: C, item: T) {
        let items = self.waiting.entry(client.clone()).or_default();
        if items.is_empty() {
            self.turns.push_back(client);
        }
        items.push_back(item);
        self.len += 1;
    }

    /// Takes the newest item of the client with the most, if those are more than `count`, which is
    /// at least 1; so some are left.
    fn take_newest_of_more_than(&mut self, count: usize) -> Option<T> {
        let busiest = self.waiting.values_mut().max_by_key(|items| items.len())?;
        if busiest.len() <= count {
            return None;
        }
        self.len -= 1;
        busiest.pop_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Most = Most { per_client: 4, total: 6 };

    fn queue() -> FairQueue<char, (char, u32)> {
        FairQueue::new(MOST)
    }

    fn drained(queue: &mut FairQueue<char, (char, u32)>) -> String {
        let shown: Vec<String> = std::iter::from_fn(|| queue.pop())
            .map(|(who, number)| format!("{who}{number}"))
            .collect();
        assert!(queue.waiting.is_empty() && queue.turns.is_empty() && queue.len == 0);
        shown.join(" ")
    }

    #[test]
    fn clients_take_turns() {
        let mut queue = queue();
        for (who, number) in [('a', 1), ('a', 2), ('a', 3), ('b', 1), ('c', 1), ('c', 2)] {
            assert_eq!(queue.push(who, (who, number)), Pushed::Queued);
        }
        assert_eq!(queue.pop(), Some(('a', 1)));
        // A client that comes back waits for its turn like the others.
        assert_eq!(queue.push('a', ('a', 4)), Pushed::Queued);
        assert_eq!(drained(&mut queue), "b1 c1 a2 c2 a3 a4");
    }

    #[test]
    fn no_client_has_more_than_its_share() {
        let mut queue = queue();
        for number in 1..=4 {
            assert_eq!(queue.push('a', ('a', number)), Pushed::Queued);
        }
        assert_eq!(queue.push('a', ('a', 5)), Pushed::Refused(('a', 5)));
        assert_eq!(queue.push('b', ('b', 1)), Pushed::Queued);
        assert_eq!(drained(&mut queue), "a1 b1 a2 a3 a4");
    }

    #[test]
    fn a_full_queue_refuses_the_newest_of_the_client_with_the_most() {
        let mut queue = queue();
        for (who, number) in [('a', 1), ('a', 2), ('a', 3), ('a', 4), ('b', 1), ('b', 2)] {
            assert_eq!(queue.push(who, (who, number)), Pushed::Queued);
        }
        assert_eq!(queue.push('c', ('c', 1)), Pushed::InsteadOf(('a', 4)));
        // Now a has three; a third of b would be the newest of those with the most.
        assert_eq!(queue.push('b', ('b', 3)), Pushed::Refused(('b', 3)));
        assert_eq!(queue.push('c', ('c', 2)), Pushed::InsteadOf(('a', 3)));
        // Everybody has two: a newcomer still takes the place of one of them.
        assert!(matches!(queue.push('d', ('d', 1)), Pushed::InsteadOf((_, 2))));
        assert_eq!(queue.len, MOST.total);
    }

    #[test]
    fn a_full_queue_of_clients_with_one_item_each_refuses_newcomers() {
        let mut queue = queue();
        for who in 'a'..='f' {
            assert_eq!(queue.push(who, (who, 1)), Pushed::Queued);
        }
        assert_eq!(queue.push('g', ('g', 1)), Pushed::Refused(('g', 1)));
        assert_eq!(drained(&mut queue), "a1 b1 c1 d1 e1 f1");
    }
}
